"""What the app does, one controller for each area: games, the pack library, settings, authoring."""
