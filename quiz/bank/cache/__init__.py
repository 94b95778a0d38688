"""The cache of packs: what was read of them is stored, so that opening them again is quick whatever their size."""
