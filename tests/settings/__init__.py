"""The player's settings: declarations, the file, and overrides."""
