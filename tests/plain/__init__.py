"""How it sounds: the game line by line, in words and in the real command."""
