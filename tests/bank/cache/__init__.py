"""The tests of the cache of packs."""
