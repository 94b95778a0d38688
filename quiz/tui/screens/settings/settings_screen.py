"""The settings screen: a line for each setting, changed and saved at once, then a line for each key binding."""

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
from quiz.tui.screens.settings.setting_lines import BoundLine, SettingLine, bound_lines, setting_lines
from quiz.tui.screens.settings.settings_list import SettingsList
from quiz.tui.widgets.footer import Footer


class SettingsScreen(QuizScreen):
    """The player's settings, which hold for every game."""

    SHEETS = ("screens/report.tcss", "screens/settings/settings.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,backspace,delete", "reset", "Reset", id="settings.reset", tooltip="Its default key"),
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
        """``theme`` is the current one, ``problems`` are those of the settings file.

        ``bindings`` can have other keys, as far as the ``validators`` allow them.
        """
        super().__init__()
        self.settings = settings
        self._theme = theme
        self._problems = problems
        self._key_bindings = bindings
        self._validators = validators

    def compose(self) -> ComposeResult:
        """The problems of the file, then a line for each setting and each binding."""
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
        return "  not saved while the file has problems" if self._problems else "  each change is saved at once"

    def on_mount(self) -> None:
        """Begin at the first line."""
        self.lines.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to reset only a binding whose keys are not its default ones."""
        if action == "reset" and self.is_mounted:
            line = self.lines.line
            return (isinstance(line, BoundLine) and line.changed) or None
        return super().check_action(action, parameters)

    def take(self, settings: Settings, theme: str) -> None:
        """Show the settings after a change."""
        self.settings, self._theme = settings, theme
        self.lines.offer(self._lines())
        self.refresh_bindings()

    def _lines(self) -> tuple[SettingLine | BoundLine, ...]:
        settings = setting_lines(self.settings, {"theme": self._theme}, self._validators.choices)
        return (*settings, *bound_lines(self.settings, self._key_bindings))

    @on(SettingsList.Turned)
    def turn(self, message: SettingsList.Turned) -> None:
        """Give a setting its next or its previous value."""
        self.post_message(ChangeSetting(message.line.key, message.line.turned(message.step)))

    @on(SettingsList.Pressed)
    def ask_for_key(self, message: SettingsList.Pressed) -> None:
        """Wait for the next key press, and give the binding that key."""
        line = message.line
        if self.app.screen is not self:  # a key pressed twice asks once
            return

        def wrong(key: str) -> str:
            return self._validators.wrong_keys({**self.settings.keys, line.id: key}).get(line.id, "")

        def take(key: str | None) -> None:
            if key is not None:
                self.post_message(ChangeKeys(line.id, key))

        self.app.push_screen(PressKeyDialog(f"{line.context}: {line.what}", wrong), take)

    def action_reset(self) -> None:
        """Give the binding under the cursor its default keys."""
        line = self.lines.line
        if isinstance(line, BoundLine):
            self.post_message(ChangeKeys(line.id, None))
