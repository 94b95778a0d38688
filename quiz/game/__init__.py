"""HOW it is played: pure functions of values; time and seed are handed in, nothing is read or shown."""
