"""The bank browser: all questions with their problems."""
