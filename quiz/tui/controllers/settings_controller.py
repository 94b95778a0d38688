"""The settings while the app runs: applies them, changes them, and saves what was changed."""

import os
from collections.abc import Callable
from typing import Any

from textual import constants
from textual.app import App
from textual.theme import Theme

from quiz.settings.settings import Settings
from quiz.settings.store import Preferences, SettingsNotSavedError
from quiz.tui.messages import ChangeSetting
from quiz.tui.notifications import notify_plain
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.themes import OF_THE_TERMINAL, THEMES


class SettingsController:
    """Holds the player's settings."""

    def __init__(self, app: App[None], preferences: Preferences | None) -> None:
        """Without ``preferences``, all settings have their defaults, and no change is saved."""
        self._app = app
        self._preferences = preferences or Preferences()

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._preferences.settings

    @property
    def problem(self) -> str | None:
        """What is wrong with the settings file, in a line; None where nothing is."""
        problems = self._preferences.problems
        more = f" And {len(problems) - 1} more." if len(problems) > 1 else ""
        return f"{problems[0]}{more}" if problems else None

    # Applied

    def apply_first(self) -> None:
        """Give a new app the player's theme and animation; the theme of the environment wins over our own."""
        for theme in THEMES:
            self._app.register_theme(theme)
        if self.settings.theme is not None or "TEXTUAL_THEME" not in os.environ:
            self._app.theme = self.settings.theme or self._default_theme
        self._apply_animation()

    def start(self) -> None:
        """Apply the player's own keys, and save each theme that is chosen from now on."""
        if self.settings.keys:
            self._app.set_keymap(self.settings.keys)
        self._app.theme_changed_signal.subscribe(self._app, self._save_theme)

    @property
    def _default_theme(self) -> str:
        """Our own look; where 16 colours are all there are, that of the terminal: ours would be black on black."""
        simple = self._app.console.color_system in ("standard", "windows")
        return OF_THE_TERMINAL if simple else THEMES[0].name

    def _apply_animation(self) -> None:
        """Let things move on the screen, or not."""
        self._app.animation_level = constants.TEXTUAL_ANIMATIONS if self.settings.animation else "none"

    # Changed

    def change(self, key: str, value: Any) -> None:
        """Give a setting another value from now on."""
        self._save(lambda: self._preferences.put(key, value))
        if key == "theme":
            self._app.theme = value
        self._apply_animation()
        self._show()

    def change_keys(self, binding: str, keys: str | None) -> None:
        """Give a binding other keys from now on; with None, its default keys."""
        self._save(lambda: self._preferences.put_key(binding, keys))
        self._app.set_keymap(self.settings.keys)
        self._show()

    def _save_theme(self, theme: Theme) -> None:
        if theme.name != self.settings.theme:
            self._app.post_message(ChangeSetting("theme", theme.name))

    def _save(self, save: Callable[[], None]) -> None:
        try:
            save()
        except SettingsNotSavedError as error:
            notify_plain(self._app, str(error), "Only for this time", "warning")

    # Shown

    def show_screen(self) -> None:
        """Open the settings screen."""
        from quiz.tui.keymap.keymap import catalogue
        from quiz.tui.screens.settings.settings_screen import SettingsScreen
        from quiz.tui.setting_validators import screen_validators

        problems, bindings = tuple(map(str, self._preferences.problems)), tuple(catalogue().values())
        self._app.push_screen(SettingsScreen(self.settings, self._app.theme, problems, bindings, screen_validators()))

    def _show(self) -> None:
        """Let the home screen offer the length and the clock of the settings, and the settings screen show them."""
        from quiz.tui.screens.settings.settings_screen import SettingsScreen

        for screen in self._app.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.apply_settings(self.settings)
            elif isinstance(screen, SettingsScreen):
                screen.take(self.settings, self._app.theme)
