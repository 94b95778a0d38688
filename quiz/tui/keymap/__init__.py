"""All key bindings: where they work, which keys they have, and how they are shown."""
