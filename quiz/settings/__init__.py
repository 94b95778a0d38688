"""What a player has settled once and for all; it knows games, not screens."""
