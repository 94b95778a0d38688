"""Tests of the app: they press keys, click, and read the screen as a player does."""
