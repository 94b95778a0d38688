"""The installed command, started as a user starts it."""
