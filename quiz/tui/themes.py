"""Our own themes: a dark one, ``curtain``, and a light one, ``matinee``."""

from textual.theme import BUILTIN_THEMES, Theme

CURTAIN = Theme(
    name="curtain",
    dark=True,
    primary="#c8453f",
    secondary="#8f6bb3",
    accent="#e8b44c",
    foreground="#ece5dc",
    background="#14100f",
    surface="#1d1716",
    panel="#2a2120",
    success="#6fbf73",
    warning="#e8a13c",
    error="#f0625a",
    variables={"footer-key-foreground": "#e8b44c", "block-cursor-text-style": "bold"},
)

MATINEE = Theme(
    name="matinee",
    dark=False,
    primary="#a32a2a",
    secondary="#6a4a8c",
    accent="#8a5a00",
    foreground="#241a16",
    background="#fbf6ee",
    surface="#f4ecdf",
    panel="#e9dece",
    success="#1e7a35",
    warning="#9a5b00",
    error="#b3261e",
    variables={"footer-key-foreground": "#714a00", "block-cursor-text-style": "bold"},
)

THEMES = (CURTAIN, MATINEE)

TERMINAL_THEME = "ansi-dark"
"""The theme that uses the terminal's own colours."""


def theme_names() -> tuple[str, ...]:
    """Return the names of all themes: ours first, then Textual's."""
    return tuple(dict.fromkeys([*(theme.name for theme in THEMES), *BUILTIN_THEMES]))
