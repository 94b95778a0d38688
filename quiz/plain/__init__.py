"""The plain mode: a game as lines of text on standard input and output."""
