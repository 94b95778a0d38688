"""Tests of what keeps a question out of play."""
