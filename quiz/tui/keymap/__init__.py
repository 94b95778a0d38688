"""Every key binding: where it works, which keys it has, and how it is shown."""
