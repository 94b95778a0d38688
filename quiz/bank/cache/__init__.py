"""The cache of packs: stores loaded packs, so that opening them again is quick whatever their size."""
