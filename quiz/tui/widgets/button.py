"""A button of one line."""

from textual.widgets import Button as TextualButton


class Button(TextualButton, inherit_css=False):
    """Textual's button with fewer styles: parsing Textual's takes longer than opening a screen.

    It has the same name as Textual's, which stylesheets and queries use.
    """

    DEFAULT_CSS = """
    Button {
        width: auto; height: auto; min-width: 16; line-pad: 1; text-align: center; content-align: center middle;
        color: $button-foreground; background: $surface; text-style: bold; pointer: pointer;
        &:hover { background: $surface-darken-1; }
        &.-active { background: $surface; tint: $background 30%; }
        &.-primary { color: $button-color-foreground; background: $primary; }
        &.-primary:hover { background: $primary-darken-2; }
        &.-primary.-active { background: $primary; }
        &:focus { text-style: bold underline; background-tint: $foreground 5%; }
        &:disabled { text-opacity: 0.6; pointer: not-allowed; }
        &:ansi { background: ansi_default; }
        &:ansi:hover { background: $ansi-background; }
        &.-primary:ansi { color: $primary; }
        &:disabled:ansi { text-opacity: 1; text-style: bold dim; }
    }
    """
