"""Paging through a list that has no room for a line.

Seen on Textual 8.2.8: ``OptionList.action_page_up`` and ``action_page_down`` raise an error where the list is too
small to show any line: they count in lines, and there are none.
"""

from textual.widgets import OptionList

PAGING = ("page_up", "page_down")


def can_page(options: OptionList) -> bool:
    """Whether a list shows a line, so that there is a page to go on by."""
    return bool(options.scrollable_content_region)
