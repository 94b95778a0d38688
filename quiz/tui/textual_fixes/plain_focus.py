"""Widgets that look the same with the focus and without."""

from textual.widget import Widget


class PlainFocus(Widget):
    """Spares what Textual does when the focus comes or goes: it works out the styles of everything inside anew.

    Between a key press and its verdict that happened twice, and took a third of the time. It stands behind the other
    base of a class: Textual inherits the default styles of the first base alone.
    """

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Do nothing: no rule of the stylesheet looks for the focus of these."""
