"""Widgets, one idea a file."""
