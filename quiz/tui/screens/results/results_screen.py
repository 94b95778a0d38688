"""The results screen: the score and its rank, the totals, and all questions of the game."""

from collections.abc import Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quiz.bank.bank import Bank
from quiz.bank.printable import printable
from quiz.game.challenge_code import encode
from quiz.game.game import Game
from quiz.game.ghost import Curve, curve
from quiz.game.phrases import INVITATION, LOOKED_UP, NOT_SAVED, outcome_counts, remark
from quiz.game.result import summarise
from quiz.game.share_text import share_text
from quiz.game.shown_points import shown_points
from quiz.records.daily import DailyHistory
from quiz.records.session import Session
from quiz.records.standings import Standing
from quiz.records.statistics import by_topic
from quiz.records.summary import UNSCORED, place_text
from quiz.tui import pack_text
from quiz.tui.messages import GoHome, PrintAtExit
from quiz.tui.screens.question_review import QuestionReviewScreen
from quiz.tui.screens.quiz_screen import QuizScreen, TooSmall
from quiz.tui.screens.results.rematch import play_again, play_missed
from quiz.tui.widgets.button import Button
from quiz.tui.widgets.daily_bars import daily_bars
from quiz.tui.widgets.footer import Footer
from quiz.tui.widgets.share_bars import ShareBars
from quiz.tui.widgets.verdict_row import verdict_row
from quiz.tui.widgets.vi_navigation import ViList, ViScroll


class ResultsScreen(QuizScreen):
    """The results of a finished game."""

    STYLESHEETS = ("screens/report.tcss", "screens/results/results.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", "Open", id="results.open"),
        Binding("a", "again", "Play again", id="results.again"),
        Binding("m", "missed", "Play missed", id="results.missed"),
        Binding("c", "copy", "Copy", id="results.copy", tooltip="Copy the result as text, to share it"),
        Binding("v", "copy_signs", "Copy with signs", show=False, id="results.copy_signs"),
        Binding("y", "copy_code", "Copy the challenge code", show=False, id="results.copy_code"),
        Binding("e", "print", "Print the result at exit", show=False, id="results.print"),
        Binding("h,escape", "home", "Home", id="results.home", key_display="h"),
    ]

    asked = getters.query_one("#asked", OptionList)

    def __init__(
        self,
        session: Session,
        bank: Bank,
        standing: Standing | None = None,
        ghost: Curve | None = None,
        notes: Sequence[str] = (),
        dailies: DailyHistory | None = None,
    ) -> None:
        """Show the results of ``session``, whose game is over.

        ``bank`` is where the questions came from, ``standing`` the rank among the player's runs if it is known,
        ``ghost`` the best earlier run with the same setup, ``notes`` are sentences above the list, and ``dailies``
        are the player's dailies, after a daily.
        """
        super().__init__()
        self.session = session
        self.result = summarise(session.game.verdicts)
        self.code = encode(session.game.setup, bank.question_summaries)
        self._bank = bank
        self._standing = standing
        self._ghost = ghost
        self._notes = notes
        self._dailies = dailies
        verdicts = session.game.verdicts
        self.order = sorted(range(len(verdicts)), key=lambda index: verdicts[index].outcome == "right")
        """Indices of the game's questions in the order of the list: the missed ones first."""

    @property
    def game(self) -> Game:
        """The finished game."""
        return self.session.game

    def compose(self) -> ComposeResult:
        """Yield the score, the totals, the questions, charts and buttons."""
        yield TooSmall()
        yield Static(self._headline(), id="headline")
        yield Static(self._sums(), id="sums")
        with ViScroll(id="results"):
            if self.session.unsaved_reason:
                yield Static(
                    pack_text.plain(f"! {NOT_SAVED} {self.session.unsaved_reason}", "$text-warning"), id="unsaved"
                )
            for note in self._notes:
                yield Static(pack_text.plain(note), classes="note")
            yield ViList(*self._rows(), id="asked", markup=False)
            if self._dailies is not None and self._dailies.by_right:
                yield Static("Your dailies by right answers", classes="heading", markup=False)
                yield Static(daily_bars(self._dailies), id="dailies")
            if self.game.setup.seconds is not None and self.game.verdicts:
                from quiz.tui.widgets.charts import RaceChart  # late: importing plotext is slow

                yield RaceChart(curve(self.game.verdicts), self._ghost, self.game.setup.seconds)
            topics = by_topic(
                ((verdict.question, verdict.outcome) for verdict in self.game.verdicts), self._bank.by_key
            )
            if topics:
                yield Static("Right answers by topic", classes="heading", markup=False)
                yield ShareBars(topics, id="topics-right")
            yield Static(Content.styled(INVITATION, pack_text.MUTED) + Content(f"quiz play --code {self.code}"))
        with Horizontal(id="ways-on"):
            yield Button("Play again", id="again", variant="primary")
            yield Button("Play missed", id="missed", disabled=not self.result.missed)
            yield Button("Home", id="home")
        yield Footer()

    def on_mount(self) -> None:
        """Focus the list and put the cursor on the first question."""
        self.asked.focus()
        self.asked.highlighted = 0 if self.order else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable playing the missed questions if there are none."""
        if action == "missed" and not self.result.missed:
            return None
        return super().check_action(action, parameters)

    @on(OptionList.OptionSelected, "#asked")
    def open_question(self, event: OptionList.OptionSelected) -> None:
        """Show a question again, with its options in the order of the game."""
        index = self.order[event.option_index]
        question = self.game.question_at(index)
        options = self.game.options_at(index)
        with_points = self.game.setup.mode.shows_points
        verdict = self.game.verdicts[index]
        self.app.push_screen(QuestionReviewScreen(question, options, verdict, with_points=with_points))

    @on(Button.Pressed)
    def press(self, event: Button.Pressed) -> None:
        """Run the action of a button."""
        {"again": self.action_again, "missed": self.action_missed, "home": self.action_home}[event.button.id or ""]()

    def action_open(self) -> None:
        """Open the question under the cursor, even if the list does not have the focus."""
        self.asked.action_select()

    def action_again(self) -> None:
        """Play with the same setup and a new seed."""
        self.post_message(play_again(self.game))

    def action_missed(self) -> None:
        """Play the questions that were not answered correctly."""
        self.post_message(play_missed(self.game, self._bank))

    def action_home(self) -> None:
        """Go home."""
        self.post_message(GoHome())

    def action_copy(self) -> None:
        """Copy the result as text; that of a daily with its signs."""
        self._copy(self._shared)

    def action_copy_signs(self) -> None:
        """Copy the result as text with a row of signs."""
        self._copy(share_text(self.game, signs=True))

    def action_copy_code(self) -> None:
        """Copy the challenge code."""
        self._copy(self.code)

    def action_print(self) -> None:
        """Print the result when the app ends."""
        self.post_message(PrintAtExit(self._shared))
        self.notify("The result will be printed when you quit.", markup=False)

    @property
    def _shared(self) -> str:
        return share_text(self.game, signs=self.game.setup.mode.daily)

    def _copy(self, text: str) -> None:
        self.app.copy_to_clipboard(text)
        self.notify(printable(text, keep_lines=True), title="Copied", markup=False)

    def _headline(self) -> Content:
        setup = self.game.setup
        clock = f" {setup.seconds} s" if setup.seconds is not None else ""
        figure = pack_text.signed(self._points) if setup.mode.shows_points else f"{self.result.right} right"
        line = Content.styled(f"{setup.mode.name}{clock}  ", "bold") + Content.styled(figure, "bold $text-accent")
        line += Content(f"  {remark(self.game, self.result)}".rstrip())
        rank = place_text(self._standing, scored=setup.scored)
        if self._standing is not None and (self._standing.is_best or self._standing.is_first):
            line += Content.styled(f"  ★ {rank}", "bold $text-success")
        elif rank:
            line += Content.styled(f"  {rank}", pack_text.MUTED)
        return line if setup.scored else line + Content.styled(f"  {UNSCORED}", pack_text.MUTED)

    @property
    def _points(self) -> int:
        return shown_points(self.result.score)

    def _sums(self) -> Content:
        result = self.result
        parts = [f"{pack_text.SIGNS[outcome]} {tally}" for outcome, tally in outcome_counts(result).items()]
        if result.accuracy is not None:
            parts.append(f"{result.accuracy:.0%} of answers")
        parts.append(pack_text.short_time(result.seconds))
        if result.median_seconds is not None:
            parts.append(f"median {result.median_seconds:.1f} s")
        if result.looked_up:
            parts.append(f"{result.looked_up} {LOOKED_UP}")
        if result.longest_streak > 1:
            parts.append(f"{result.longest_streak} in a row")
        return Content.styled("   ".join(parts), pack_text.MUTED)

    def _rows(self) -> list[Option]:
        game = self.game
        with_points = game.setup.mode.shows_points
        return [
            verdict_row(game.question_at(index), game.verdicts[index], with_points=with_points)
            for index in self.order
        ]
