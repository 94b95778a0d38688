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
    """Dismissed with what was typed or chosen; with None if the player thinks better of it."""

    SHEETS = ("screens/dialogs/dialogs.tcss",)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel", id="ask.cancel")]

    AUTO_FOCUS = "#given, #typed"  # where something is chosen most easily

    def __init__(
        self, title: str, hint: str, wrong: Callable[[str], str | None], choices: tuple[tuple[str, str], ...] = ()
    ) -> None:
        """``wrong`` says what is wrong with a text, or None; ``choices`` can be taken instead: (meant, shown)."""
        super().__init__()
        self._title = title
        self._hint = hint
        self._wrong = wrong
        self._choices = choices

    def compose(self) -> ComposeResult:
        """The question, what can be chosen, and a line to type in."""
        with Vertical(id="dialog"):
            yield Static(self._title, id="dialog-title", markup=False)
            if self._choices:
                yield ViList(
                    *(Option(pack_text.plain(shown)) for _, shown in self._choices), id="given", markup=False
                )
            yield Input(placeholder=self._hint, id="typed", compact=True)
            yield Static("", id="wrong", markup=False)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Take one of the choices."""
        self.dismiss(self._choices[event.option_index][0])

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """Take what was typed, or say what is wrong with it."""
        wrong = self._wrong(event.value)
        if wrong is None:
            self.dismiss(event.value)
        else:
            self.query_one("#wrong", Static).update(Content.styled(f"! {wrong}", "$text-error"))


class CodeDialog(PromptDialog):
    """Asks for a challenge code."""

    def __init__(self, bank: Bank) -> None:
        """``bank`` is what the code's game is to be drawn from."""

        def wrong(code: str) -> str | None:
            try:
                setup_from_code(bank, code)
            except GameRequestError as error:
                return str(error)
            return None

        super().__init__("Challenge code", "the letters from your friend", wrong)


class PlayerDialog(PromptDialog):
    """Asks who is playing."""

    def __init__(self, known: tuple[str, ...]) -> None:
        """``known`` are the players who have games in the records."""

        def wrong(name: str) -> str | None:
            return None if player_name(name) else f"A name has from 1 to {MAX_NAME_LENGTH} letters."

        choices = tuple((name, name or "Guest") for name in known)
        super().__init__("Who is playing?", "a new name", wrong, choices)
