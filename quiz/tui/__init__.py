"""HOW it looks: Textual screens and widgets that render a game and send it events; no rule and no score."""
