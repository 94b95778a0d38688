"""Asks for one line of text: a challenge code, a player's name."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from quiz.bank.bank import Bank
from quiz.records.challenge import GameRequestError, setup_from_code
from quiz.records.player_name import MAX_NAME_LENGTH, player_name
from quiz.tui import pack_text
from quiz.tui.screens.quiz_screen import DismissOnce
from quiz.tui.widgets.vi_navigation import ViList


class PromptDialog(DismissOnce[str], ModalScreen[str]):
    """Returns the typed or chosen text, or None if the player cancels."""

    STYLESHEETS = ("screens/dialogs/dialogs.tcss",)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel", id="ask.cancel")]

    AUTO_FOCUS = "#given, #typed"  # the list, if there is one

    def __init__(
        self, title: str, hint: str, validate: Callable[[str], str | None], choices: tuple[tuple[str, str], ...] = ()
    ) -> None:
        """``validate`` returns an error message for a text, or None. ``choices`` are offered as (value, label)."""
        super().__init__()
        self._title = title
        self._hint = hint
        self._validate = validate
        self._choices = choices

    def compose(self) -> ComposeResult:
        """Yield the title, the choices, the input, and a line for errors."""
        with Vertical(id="dialog"):
            yield Static(self._title, id="dialog-title", markup=False)
            if self._choices:
                yield ViList(
                    *(Option(pack_text.plain(label)) for _, label in self._choices), id="given", markup=False
                )
            yield Input(placeholder=self._hint, id="typed", compact=True)
            yield Static("", id="wrong", markup=False)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Return the selected choice."""
        self.dismiss(self._choices[event.option_index][0])

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """Return the typed text, or show what is wrong with it."""
        error = self._validate(event.value)
        if error is None:
            self.dismiss(event.value)
        else:
            self.query_one("#wrong", Static).update(Content.styled(f"! {error}", "$text-error"))


class CodeDialog(PromptDialog):
    """Asks for a challenge code."""

    def __init__(self, bank: Bank) -> None:
        """``bank`` must contain the questions of the code's game."""

        def validate(code: str) -> str | None:
            try:
                setup_from_code(bank, code)
            except GameRequestError as error:
                return str(error)
            return None

        super().__init__("Challenge code", "the code from your friend", validate)


class PlayerDialog(PromptDialog):
    """Asks who is playing."""

    def __init__(self, players: tuple[str, ...]) -> None:
        """``players`` are the names with games in the records; an empty name is the guest."""

        def validate(name: str) -> str | None:
            return None if player_name(name) else f"A name has 1 to {MAX_NAME_LENGTH} letters."

        choices = tuple((name, name or "Guest") for name in players)
        super().__init__("Who is playing?", "a new name", validate, choices)
