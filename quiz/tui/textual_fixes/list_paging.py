"""Paging through a list that is too small to show a line.

Seen on Textual 8.2.8: ``OptionList.action_page_up`` and ``action_page_down`` raise an error if the list is too small
to show any line.
"""

from textual.widgets import OptionList

PAGING = ("page_up", "page_down")


def can_page(options: OptionList) -> bool:
    """Return whether a list shows at least one line, so that paging works."""
    return bool(options.scrollable_content_region)
