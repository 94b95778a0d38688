"""The records screen, and the screen of one game or topic."""
