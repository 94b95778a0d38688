"""How a game is played: pure functions. Time and seed are arguments; nothing here reads a file or draws a screen."""
