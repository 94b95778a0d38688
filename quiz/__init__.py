"""Quiz: trivia you can check, in a terminal."""

__version__ = "0.1.0"
