"""The settings screen: each setting in a line, changed at once; then every key, to be pressed anew."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from quiz.settings.settings import Settings
from quiz.tui import pack_text
from quiz.tui.keymap.key_binding import KeyBinding
from quiz.tui.messages import ChangeKeys, ChangeSetting
from quiz.tui.screens.dialogs.press_key import PressKeyDialog
from quiz.tui.screens.quiz_screen import QuizScreen, TooSmall
from quiz.tui.screens.settings.setting_lines import BoundLine, SettingLine, setting_lines
from quiz.tui.screens.settings.settings_list import SettingsList
from quiz.tui.widgets.footer import Footer


class SettingsScreen(QuizScreen):
    """What is settled for every game; each change holds and is kept at once."""

    SHEETS = ("screens/report.tcss", "screens/settings/settings.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "x,backspace,delete", "reset", "Reset", id="settings.reset", tooltip="The key that it has of its own"
        ),
        Binding("escape,q", "close", "Back", id="settings.back", key_display="esc"),
    ]

    lines = getters.query_one(SettingsList)

    def __init__(
        self,
        settings: Settings,
        theme: str,
        themes: tuple[str, ...],
        flaws: tuple[str, ...],
        bindings: Sequence[KeyBinding],
        wrong_keys: Callable[[Mapping[str, str]], dict[str, str]],
    ) -> None:
        """``theme`` is the one that is shown now, of all ``themes``; ``flaws`` are what is wrong with the file.

        ``bindings`` can have other keys; ``wrong_keys`` says what is wrong with keys, by the ids of the bindings.
        """
        super().__init__()
        self.settings = settings
        self._theme = theme
        self._themes = themes
        self._flaws = flaws
        self._key_bindings = bindings
        self._wrong_keys = wrong_keys

    def compose(self) -> ComposeResult:
        """What is wrong with the file, then a line for each setting and each key."""
        yield TooSmall()
        yield Static(
            Content.styled("Settings", "bold") + pack_text.plain(self._state, pack_text.MUTED), id="headline"
        )
        for flaw in self._flaws:
            yield Static(pack_text.plain(f"! {flaw}", "$text-warning"), classes="notice")
        yield SettingsList(self._lines())
        yield Footer()

    @property
    def _state(self) -> str:
        return "  not kept while the file has problems" if self._flaws else "  each change holds at once"

    def on_mount(self) -> None:
        """Begin at the first line."""
        self.lines.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to reset only what is not as it comes."""
        if action == "reset" and self.is_mounted:
            line = self.lines.line
            return (isinstance(line, BoundLine) and line.changed) or None
        return super().check_action(action, parameters)

    def take(self, settings: Settings, theme: str) -> None:
        """Show other settings."""
        self.settings, self._theme = settings, theme
        self.lines.offer(self._lines())
        self.refresh_bindings()

    def _lines(self) -> tuple[SettingLine | BoundLine, ...]:
        return setting_lines(self.settings, self._theme, self._themes, self._key_bindings)

    @on(SettingsList.Turned)
    def turn(self, message: SettingsList.Turned) -> None:
        """Let the next or the previous value hold."""
        self.post_message(ChangeSetting(message.line.key, message.line.turned(message.step)))

    @on(SettingsList.Pressed)
    def ask_for_key(self, message: SettingsList.Pressed) -> None:
        """Wait for the next key, and let it be the one of the binding."""
        line = message.line
        if self.app.screen is not self:  # a key pressed twice asks once
            return

        def wrong(key: str) -> str:
            return self._wrong_keys({**self.settings.keys, line.id: key}).get(line.id, "")

        def take(key: str | None) -> None:
            if key is not None:
                self.post_message(ChangeKeys(line.id, key))

        self.app.push_screen(PressKeyDialog(f"{line.room}: {line.what}", wrong), take)

    def action_reset(self) -> None:
        """Give the binding under the cursor the keys that it has of its own."""
        line = self.lines.line
        if isinstance(line, BoundLine):
            self.post_message(ChangeKeys(line.id, None))
