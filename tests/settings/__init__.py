"""What a player has settled once and for all."""
