"""Tests of what writes files of a pack."""
