"""Tests of the rules of the linter."""
