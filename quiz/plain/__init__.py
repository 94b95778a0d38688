"""HOW it sounds: the same game line by line over standard input and output; nothing is drawn."""
