"""Players: several can share the records, each under a name."""

LONGEST_NAME = 24


def player_name(typed: str) -> str:
    """A player's name as it is kept: what can be seen of it, its spaces folded; empty where it cannot be a name."""
    seen = (char if char.isprintable() else " " if char.isspace() else "" for char in typed)
    name = " ".join("".join(seen).split())
    return name if len(name) <= LONGEST_NAME else ""
