"""What is kept: games and their answers on a real disk."""
