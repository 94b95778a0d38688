"""The results of a game: the score, the sums, and every question asked, each of which opens again."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Footer, OptionList, Static
from textual.widgets.option_list import Option

from quiz.bank.bank import Bank
from quiz.game.arrangement import arrange
from quiz.game.game import Game
from quiz.game.result import summarise
from quiz.game.scoring import shown_points
from quiz.records.session import Session
from quiz.tui import text
from quiz.tui.again import play_again, play_missed
from quiz.tui.messages import GoHome
from quiz.tui.screens.base import QuizScreen, TooSmall
from quiz.tui.screens.review import ReviewScreen


class ResultsScreen(QuizScreen):
    """What a game came to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", "Open", id="results.open"),
        Binding("a", "again", "Play again", id="results.again"),
        Binding("m", "missed", "The missed ones", id="results.missed"),
        Binding("h,escape", "home", "Home", id="results.home", key_display="h"),
    ]

    asked = getters.query_one("#asked", OptionList)

    def __init__(self, session: Session, bank: Bank) -> None:
        """The results of ``session``, whose game is over; ``bank`` is what the next game is drawn from."""
        super().__init__()
        self.session = session
        self._bank = bank
        self.result = summarise(session.game.verdicts)

    @property
    def game(self) -> Game:
        """The game that is over."""
        return self.session.game

    def compose(self) -> ComposeResult:
        """The score first, the questions under it."""
        yield TooSmall()
        yield Static(self._headline(), id="headline")
        yield Static(self._sums(), id="sums")
        if self.session.trouble:
            yield Static(Content.styled(f"! Not saved. {self.session.trouble}", "$text-warning"), id="unsaved")
        yield OptionList(*self._rows(), id="asked", markup=False)
        with Horizontal(id="ways-on"):
            yield Button("Play again", id="again", compact=True, variant="primary")
            yield Button("Play the missed ones", id="missed", compact=True, disabled=not self.result.missed)
            yield Button("Home", id="home", compact=True)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Put the cursor on the first question that was missed."""
        self.asked.focus()
        missed = [n for n, verdict in enumerate(self.game.verdicts) if verdict.outcome != "right"]
        self.asked.highlighted = missed[0] if missed else 0 if self.game.verdicts else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the missed ones only where there are some."""
        if action == "missed" and not self.result.missed:
            return None
        return super().check_action(action, parameters)

    @on(OptionList.OptionSelected, "#asked")
    def open_question(self, event: OptionList.OptionSelected) -> None:
        """Open a question again, as it was asked."""
        question = self.game.questions[event.option_index]
        options = arrange(question, self.game.setup.seed)
        self.app.push_screen(ReviewScreen(question, options, self.game.verdicts[event.option_index], self._bank))

    @on(Button.Pressed)
    def press(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        {"again": self.action_again, "missed": self.action_missed, "home": self.action_home}[event.button.id or ""]()

    def action_open(self) -> None:
        """Open the question under the cursor, wherever the focus is."""
        self.asked.action_select()

    def action_again(self) -> None:
        """Play by the same rules with a new seed."""
        self.post_message(play_again(self.game, self._bank))

    def action_missed(self) -> None:
        """Play what was not answered rightly."""
        self.post_message(play_missed(self.game))

    def action_home(self) -> None:
        """Go home."""
        self.post_message(GoHome())

    def _headline(self) -> Content:
        score = Content.styled(text.signed(shown_points(self.result.score)), "bold $text-accent")
        return Content.styled(f"{self.game.setup.mode.name}  ", "bold") + score + Content(f"  {self._remark()}")

    def _remark(self) -> str:
        result = self.result
        if not result.asked:
            return "Nothing was answered."
        if result.right == result.asked:
            return "Every answer right. Take a bow."
        return f"{result.right} of {result.asked} right"

    def _sums(self) -> Content:
        result = self.result
        parts = [f"✓ right {result.right}", f"✗ wrong {result.wrong}"]
        if result.partly:
            parts.append(f"◐ partly {result.partly}")
        if result.skipped:
            parts.append(f"– skipped {result.skipped}")
        parts.append(text.time_in_words(result.seconds))
        return Content.styled("   ".join(parts), text.MUTED)

    def _rows(self) -> list[Option]:
        rows = []
        for question, verdict in zip(self.game.questions, self.game.verdicts, strict=False):
            style = text.COLOURS.get(verdict.outcome, "$text-warning")
            sign = Content.styled(f"{text.SIGNS[verdict.outcome]} {text.points(verdict):>4}  ", style)
            rows.append(Option(sign + text.plain(question.prompt)))
        return rows
