"""The records screen and the detail of one game or topic."""
