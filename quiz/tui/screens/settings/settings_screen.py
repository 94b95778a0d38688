"""The settings screen: a line for each setting, then a line for each key binding. Changes are saved at once."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from quiz.settings.settings import Settings
from quiz.settings.validators import Validators
from quiz.tui import pack_text
from quiz.tui.keymap.key_binding import KeyBinding
from quiz.tui.messages import ChangeKeys, ChangeSetting
from quiz.tui.screens.dialogs.press_key import PressKeyDialog
from quiz.tui.screens.quiz_screen import QuizScreen, TooSmall
from quiz.tui.screens.settings.setting_lines import BindingLine, SettingLine, binding_lines, setting_lines
from quiz.tui.screens.settings.settings_list import SettingsList
from quiz.tui.widgets.footer import Footer


class SettingsScreen(QuizScreen):
    """The player's settings."""

    STYLESHEETS = ("screens/report.tcss", "screens/settings/settings.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,backspace,delete", "reset", "Reset", id="settings.reset", tooltip="Restore the default keys"),
        Binding("escape,q", "close", "Back", id="settings.back", key_display="esc"),
    ]

    lines = getters.query_one(SettingsList)

    def __init__(
        self,
        settings: Settings,
        theme: str,
        problems: tuple[str, ...],
        bindings: tuple[KeyBinding, ...],
        validators: Validators,
    ) -> None:
        """Show ``settings`` and ``bindings``.

        ``theme`` is the current theme, ``problems`` are those of the settings file, and ``validators`` know the
        possible themes and keys.
        """
        super().__init__()
        self.settings = settings
        self._theme = theme
        self._problems = problems
        self._key_bindings = bindings
        self._validators = validators

    def compose(self) -> ComposeResult:
        """Yield the headline, the problems of the file, and the list."""
        yield TooSmall()
        yield Static(
            Content.styled("Settings", "bold") + pack_text.plain(self._state, pack_text.MUTED), id="headline"
        )
        for problem in self._problems:
            yield Static(pack_text.plain(f"! {problem}", "$text-warning"), classes="notice")
        yield SettingsList(self._lines())
        yield Footer()

    @property
    def _state(self) -> str:
        return "  not saved while the file has problems" if self._problems else "  changes are saved at once"

    def on_mount(self) -> None:
        """Focus the list."""
        self.lines.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable the reset unless the line under the cursor is a binding with changed keys."""
        if action == "reset" and self.is_mounted:
            line = self.lines.line
            return (isinstance(line, BindingLine) and line.changed) or None
        return super().check_action(action, parameters)

    def show_settings(self, settings: Settings, theme: str) -> None:
        """Show the settings after a change."""
        self.settings, self._theme = settings, theme
        self.lines.set_lines(self._lines())
        self.refresh_bindings()

    def _lines(self) -> tuple[SettingLine | BindingLine, ...]:
        settings = setting_lines(self.settings, {"theme": self._theme}, self._validators.choices)
        return (*settings, *binding_lines(self.settings, self._key_bindings))

    @on(SettingsList.Stepped)
    def step(self, message: SettingsList.Stepped) -> None:
        """Change a setting to its next or previous value."""
        self.post_message(ChangeSetting(message.line.key, message.line.value_after(message.step)))

    @on(SettingsList.KeyRequested)
    def ask_for_key(self, message: SettingsList.KeyRequested) -> None:
        """Ask for the new key of a binding."""
        line = message.line
        if self.app.screen is not self:  # the key was pressed twice
            return

        def validate(key: str) -> str:
            return self._validators.wrong_keys({**self.settings.keys, line.id: key}).get(line.id, "")

        def change(key: str | None) -> None:
            if key is not None:
                self.post_message(ChangeKeys(line.id, key))

        self.app.push_screen(PressKeyDialog(f"{line.context}: {line.description}", validate), change)

    def action_reset(self) -> None:
        """Restore the default keys of the binding under the cursor."""
        line = self.lines.line
        if isinstance(line, BindingLine):
            self.post_message(ChangeKeys(line.id, None))
