"""Workarounds for Textual, each with the version it was seen on and the test that says when it may go."""
