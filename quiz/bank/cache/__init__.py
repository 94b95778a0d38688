"""What was read of packs, kept, so that reading them again takes no longer for many questions than for few."""
