"""The screens, played as a player plays them."""
