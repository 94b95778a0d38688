"""Notifications whose text comes from packs, files and paths, and is never parsed as markup."""

from typing import Any

from textual.app import App
from textual.notifications import SeverityLevel

from quiz.bank.printable import printable


def notify_plain(app: App[Any], message: str, title: str, severity: SeverityLevel = "information") -> None:
    """Show a notification, without markup and without control characters."""
    app.notify(printable(message), title=title, severity=severity, markup=False)
