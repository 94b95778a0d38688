"""Records: games and their answers in an SQLite database. Nothing here knows about screens."""
