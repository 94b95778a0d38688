"""The tests of what is kept of packs that were read."""
