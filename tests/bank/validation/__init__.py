"""Tests of the validation of questions."""
