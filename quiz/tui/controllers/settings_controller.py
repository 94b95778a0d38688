"""What the app does about settings: it looks, moves and listens as they say, and keeps what is changed."""

import os
from collections.abc import Callable
from typing import Any

from textual import constants, on
from textual.app import App
from textual.notifications import SeverityLevel
from textual.theme import Theme

from quiz.bank.printable import printable
from quiz.settings.settings import Settings
from quiz.settings.store import Preferences, SettingsNotSavedError
from quiz.tui.controllers.command_palette import CommandedApp
from quiz.tui.keymap.binding_text import listed, shown_keys
from quiz.tui.messages import ChangeKeys, ChangeSetting
from quiz.tui.themes import OF_THE_TERMINAL, THEMES


def key_of(app: App[Any], binding: str, own: str) -> str:
    """A key of a binding as a text shows it: its first one, or its ``own`` where the player gave it no other."""
    keys = app.settings.keys.get(binding) if isinstance(app, SettledApp) else None
    return own if keys is None else shown_keys(app, listed(keys)[:1])


class SettledApp(CommandedApp):
    """An app with settings, which are handed in."""

    def __init__(self, preferences: Preferences | None) -> None:
        """Without ``preferences``, everything is as it comes, and no change is kept."""
        super().__init__()
        self.preferences = preferences or Preferences()
        for theme in THEMES:
            self.register_theme(theme)
        if self.settings.theme is not None or "TEXTUAL_THEME" not in os.environ:
            self.theme = self.settings.theme or self._usual_theme
        self._styled_by = self.theme
        self.stylesheet.set_variables(self.get_css_variables())
        self._move()

    def on_mount(self) -> None:
        """Listen to the player's own keys, and keep the theme that is chosen."""
        if self.settings.keys:
            self.set_keymap(self.settings.keys)
        self.theme_changed_signal.subscribe(self, self._keep_theme)

    @property
    def _usual_theme(self) -> str:
        """Our own look; where 16 colours are all there are, that of the terminal: ours would be black on black."""
        return OF_THE_TERMINAL if self.console.color_system in ("standard", "windows") else THEMES[0].name

    @property
    def settings(self) -> Settings:
        """What holds now."""
        return self.preferences.settings

    @property
    def unsettled(self) -> str | None:
        """What is wrong with the settings file, in a line; None where nothing is."""
        problems = self.preferences.problems
        return f"{problems[0]}{f' And {len(problems) - 1} more.' if len(problems) > 1 else ''}" if problems else None

    @on(ChangeSetting)
    def change_setting(self, message: ChangeSetting) -> None:
        """Let a setting hold from now on."""
        self._keep(lambda: self.preferences.put(message.key, message.value))
        if message.key == "theme":
            self.theme = message.value
        self._move()
        self.show_settings()

    @on(ChangeKeys)
    def change_keys(self, message: ChangeKeys) -> None:
        """Let a binding have other keys from now on."""
        self._keep(lambda: self.preferences.put_key(message.id, message.keys))
        self.set_keymap(self.settings.keys)
        self.show_settings()

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew, if the theme is another than the one that the stylesheet was read with."""
        if self.theme != self._styled_by:
            self._styled_by = self.theme
            super().refresh_css(animate)

    def show_settings(self) -> None:
        """Let every screen that shows settings show them as they are now."""

    def tell(self, message: str, title: str, severity: SeverityLevel = "information") -> None:
        """Say something at the edge of the screen; it may hold words of a pack or a path, which are not markup."""
        self.notify(printable(message), title=title, severity=severity, markup=False)

    def _move(self) -> None:
        """Let things move on the screen, or not."""
        self.animation_level = constants.TEXTUAL_ANIMATIONS if self.settings.animation else "none"

    def _keep_theme(self, theme: Theme) -> None:
        if theme.name != self.settings.theme:
            self.post_message(ChangeSetting("theme", theme.name))

    def _keep(self, keep: Callable[[], None]) -> None:
        try:
            keep()
        except SettingsNotSavedError as error:
            self.tell(str(error), "Only for this time", "warning")
