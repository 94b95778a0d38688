"""Tests of the formats of a report."""
