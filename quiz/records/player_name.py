"""The names under which several players share the records."""

MAX_NAME_LENGTH = 24
"""Characters."""


def player_name(typed: str) -> str:
    """Return a name without invisible characters and repeated spaces; empty if it is not a valid name."""
    visible = (char if char.isprintable() else " " if char.isspace() else "" for char in typed)
    name = " ".join("".join(visible).split())
    return name if len(name) <= MAX_NAME_LENGTH else ""
