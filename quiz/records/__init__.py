"""WHAT is kept: games and their answers, in SQLite; knows games, not screens."""
