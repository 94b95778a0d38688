"""Tests of the cache of packs."""
