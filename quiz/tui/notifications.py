"""Notifications whose words come from packs, files and paths, and are never read as markup."""

from typing import Any

from textual.app import App
from textual.notifications import SeverityLevel

from quiz.bank.printable import printable


def notify_plain(app: App[Any], message: str, title: str, severity: SeverityLevel = "information") -> None:
    """Show a notification at the edge of the screen."""
    app.notify(printable(message), title=title, severity=severity, markup=False)
