"""The bank browser: every question with its problems."""
