"""The bank: reads packs, finds their quotes in the sources and reports problems. Knows no game and no screen."""
