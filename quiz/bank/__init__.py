"""WHAT is asked: reads packs, locates their quotes and reports their problems; knows no game and no screen."""
