"""The settings while the app runs: applies, changes and saves them."""

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
from quiz.tui.themes import TERMINAL_THEME, THEMES


class SettingsController:
    """Holds the player's settings."""

    def __init__(self, app: App[None], preferences: Preferences | None) -> None:
        """If ``preferences`` is None, all settings have their defaults, and changes are not saved."""
        self._app = app
        self._preferences = preferences or Preferences()

    @property
    def settings(self) -> Settings:
        """The current settings."""
        return self._preferences.settings

    @property
    def problem(self) -> str | None:
        """The problems of the settings file in one line, or None."""
        problems = self._preferences.problems
        more = f" And {len(problems) - 1} more." if len(problems) > 1 else ""
        return f"{problems[0]}{more}" if problems else None

    # Applying

    def apply_at_start(self) -> None:
        """Apply theme and animation to a new app. TEXTUAL_THEME in the environment overrides our default theme."""
        for theme in THEMES:
            self._app.register_theme(theme)
        if self.settings.theme is not None or "TEXTUAL_THEME" not in os.environ:
            self._app.theme = self.settings.theme or self._default_theme
        self._apply_animation()

    def start(self) -> None:
        """Apply the player's own keys, and save the theme whenever it changes."""
        if self.settings.keys:
            self._app.set_keymap(self.settings.keys)
        self._app.theme_changed_signal.subscribe(self._app, self._save_theme)

    @property
    def _default_theme(self) -> str:
        """Our own theme. With only 16 colours, the terminal's: ours would be black on black."""
        few_colours = self._app.console.color_system in ("standard", "windows")
        return TERMINAL_THEME if few_colours else THEMES[0].name

    def _apply_animation(self) -> None:
        """Turn animation on or off."""
        self._app.animation_level = constants.TEXTUAL_ANIMATIONS if self.settings.animation else "none"

    # Changing

    def change(self, key: str, value: Any) -> None:
        """Change and save a setting."""
        self._save(lambda: self._preferences.put(key, value))
        if key == "theme":
            self._app.theme = value
        self._apply_animation()
        self._show()

    def change_keys(self, binding: str, keys: str | None) -> None:
        """Change and save the keys of a binding. None restores its default keys."""
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
            notify_plain(self._app, str(error), "Setting not saved", "warning")

    # Showing

    def show_screen(self) -> None:
        """Open the settings screen."""
        from quiz.tui.keymap.keymap import all_bindings
        from quiz.tui.screens.settings.settings_screen import SettingsScreen
        from quiz.tui.setting_validators import screen_validators

        problems, bindings = tuple(map(str, self._preferences.problems)), tuple(all_bindings().values())
        self._app.push_screen(SettingsScreen(self.settings, self._app.theme, problems, bindings, screen_validators()))

    def _show(self) -> None:
        """Update the home screen and the settings screen after a change."""
        from quiz.tui.screens.settings.settings_screen import SettingsScreen

        for screen in self._app.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.apply_settings(self.settings)
            elif isinstance(screen, SettingsScreen):
                screen.show_settings(self.settings, self._app.theme)
