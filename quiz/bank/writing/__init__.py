"""Writing: what makes, mends and adds to the files of a pack, by changing nothing else in them."""
