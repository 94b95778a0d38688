"""The home screen: what is in the bank, an interrupted game, and the choice of the next one."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Footer, SelectionList, Static
from textual.widgets.selection_list import Selection

from quiz.bank.bank import Bank
from quiz.bank.question import DIFFICULTIES, Question
from quiz.game.game import Setup
from quiz.game.mode import MODES
from quiz.game.scoring import shown_points
from quiz.game.selection import Filters, draw, matching
from quiz.records.kept import KeptGame
from quiz.tui import text
from quiz.tui.again import new_seed
from quiz.tui.messages import DropGame, ResumeGame, StartGame
from quiz.tui.screens.base import QuizScreen, TooSmall
from quiz.tui.widgets.radio_list import RadioList

LENGTHS: tuple[tuple[str, int | None], ...] = (("5", 5), ("10", 10), ("20", 20), ("All", None))


class HomeScreen(QuizScreen):
    """Where every game begins."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "play", "Play", id="home.play"),
        Binding("r", "resume", "Resume", id="home.resume"),
        Binding("d", "drop", "Drop", id="home.drop"),
        Binding("x", "clear", "Clear filters", id="home.clear"),
        Binding("q", "app.quit", "Quit", id="home.quit"),
    ]

    modes = getters.query_one("#modes", RadioList)
    lengths = getters.query_one("#lengths", RadioList)
    topics = getters.query_one("#topics", SelectionList)
    difficulties = getters.query_one("#difficulties", SelectionList)
    sources = getters.query_one("#sources", SelectionList)

    def __init__(self, bank: Bank, interrupted: KeptGame | None, trouble: str | None) -> None:
        """``interrupted`` is a game that can be taken up; ``trouble`` says why nothing can be kept."""
        super().__init__()
        self.bank = bank
        self.interrupted = interrupted
        self.trouble = trouble

    def compose(self) -> ComposeResult:
        """The bank, the notices, the choices, and the way into the game."""
        yield TooSmall()
        with Horizontal(id="masthead"):
            yield Static(Content.styled("QUIZ", "bold $text-primary") + Content("  trivia you can check"), id="title")
            yield Static(self._bank_line(), id="bank")
        with VerticalScroll(id="choices", can_focus=False):
            yield from self._notices()
            with Horizontal(id="columns"):
                with Vertical(classes="column"):
                    yield RadioList(*((mode.name, mode.id) for mode in MODES.values()), id="modes")
                    yield RadioList(*((name, name) for name, _ in LENGTHS), id="lengths", chosen="10")
                    yield SelectionList[str](*self._difficulties(), id="difficulties")
                with Vertical(classes="column"):
                    yield SelectionList[str](*self._topics(), id="topics")
                with Vertical(classes="column"):
                    yield SelectionList[str](*self._sources(), id="sources")
        with Horizontal(id="start"):
            yield Button("Play", id="play", variant="primary", compact=True)
            yield Static("", id="matching", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Name the lists and put the focus on the way into the game."""
        self.modes.border_title = Content("Mode")
        self.lengths.border_title = Content("Questions")
        self.difficulties.border_title = Content("Difficulty")
        self.topics.border_title = Content("Topics")
        self.sources.border_title = Content("Sources")
        self.query_one("#play", Button).focus()
        self._count()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something to do with."""
        if action in ("resume", "drop") and self.interrupted is None:
            return False
        if action == "clear" and self.filters == Filters():
            return None
        return super().check_action(action, parameters)

    @property
    def filters(self) -> Filters:
        """What the player has ticked; nothing ticked lets everything through."""
        if not self.is_mounted:
            return Filters()
        return Filters(
            topics=tuple(self.topics.selected),
            difficulties=tuple(self.difficulties.selected),
            sources=tuple(self.sources.selected),
        )

    @property
    def matching(self) -> tuple[Question, ...]:
        """The questions that pass the filters."""
        return matching(self.bank.questions, self.filters)

    @property
    def length(self) -> int | None:
        """How many questions the player wants; None for all."""
        return dict(LENGTHS)[self.lengths.chosen]

    @on(SelectionList.SelectedChanged)
    @on(RadioList.Changed)
    def _count(self) -> None:
        found = len(self.matching)
        asked = found if self.length is None else min(found, self.length)
        said = f"{asked} of {text.counted(found, 'question')}" if found else "No question matches. Clear a filter: x"
        if not self.bank.questions:
            said = "The bank is empty. `quiz check` says why."
        self.query_one("#matching", Static).update(said)
        self.query_one("#play", Button).disabled = not found
        self.refresh_bindings()

    @on(Button.Pressed)
    def press(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        {"play": self.action_play, "resume": self.action_resume, "drop": self.action_drop}[event.button.id or ""]()

    def action_play(self) -> None:
        """Begin the chosen game."""
        found = self.matching
        if not found:
            return
        setup = Setup(
            mode=MODES[self.modes.chosen],
            seed=new_seed(),
            filters=self.filters,
            length=self.length,
            bank=self.bank.digest,
        )
        self.post_message(StartGame(setup, draw(found, setup.seed, setup.length)))

    def action_resume(self) -> None:
        """Take the interrupted game up."""
        self.post_message(ResumeGame())

    def action_drop(self) -> None:
        """Give the interrupted game up."""
        self.interrupted = None
        self.query_one("#interrupted").remove()
        self.refresh_bindings()
        self.post_message(DropGame())

    def action_clear(self) -> None:
        """Untick everything."""
        for ticked in (self.topics, self.difficulties, self.sources):
            ticked.deselect_all()

    def _bank_line(self) -> Content:
        bank = self.bank
        parts = (
            text.counted(len(bank.questions), "question"),
            text.counted(len(bank.sources), "source"),
            text.counted(len(bank.topics), "topic"),
        )
        return Content.styled(" · ".join(parts), "$text-muted")

    def _notices(self) -> ComposeResult:
        if self.trouble is not None:
            yield Static(text.plain(f"! Games are not saved. {self.trouble}", "$text-warning"), classes="notice")
        errors = [problem for problem in self.bank.problems if problem.is_error]
        if errors:
            said = f"! {text.counted(len(errors), 'problem')} in the bank; what is wrong is left out. Run quiz check."
            yield Static(text.plain(said, "$text-warning"), classes="notice")
        if self.interrupted is not None:
            kept = self.interrupted
            mode = MODES[kept.mode].name
            score = text.signed(shown_points(kept.result.score))
            with Horizontal(id="interrupted"):
                said = f"Interrupted: {mode}, {len(kept.verdicts)} of {len(kept.questions)}, {score}"
                yield Static(said, markup=False)
                yield Button("Resume  r", id="resume", compact=True, variant="primary")
                yield Button("Drop  d", id="drop", compact=True)

    def _topics(self) -> list[Selection[str]]:
        counts = dict.fromkeys(self.bank.topics, 0)
        for question in self.bank.questions:
            counts[question.topic] += 1
        return [Selection(_with_count(topic, count), topic) for topic, count in counts.items()]

    def _difficulties(self) -> list[Selection[str]]:
        counts = [sum(one.difficulty == level for one in self.bank.questions) for level in DIFFICULTIES]
        return [Selection(_with_count(*one), one[0]) for one in zip(DIFFICULTIES, counts, strict=True)]

    def _sources(self) -> list[Selection[str]]:
        rows = []
        for source in self.bank.sources:
            count = sum(source.id in question.sources for question in self.bank.questions)
            rows.append(Selection(_with_count(source.label, count), source.id))
        return rows


def _with_count(name: str, count: int) -> Content:
    return text.plain(name) + Content.styled(f"  {count}", "$text-muted")
