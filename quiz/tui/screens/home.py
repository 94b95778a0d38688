"""The home screen: what is in the bank, an interrupted game, and the choice of the next one."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.bank.bank import Bank
from quiz.bank.outline import Outline
from quiz.bank.shelf import Shelf
from quiz.game.mode import CLASSIC, MODES, Mode
from quiz.game.selection import NO_FILTERS, Filters, matching
from quiz.records.kept import KeptGame
from quiz.records.opening import Wish
from quiz.records.wanted import new_seed
from quiz.settings.settings import Settings, usual_length, usual_seconds
from quiz.tui import choices, text
from quiz.tui.messages import ChoosePacks, DropGame, HomeShown, ResumeGame, WantGame
from quiz.tui.ready import make_ready
from quiz.tui.screens.base import QuizScreen, TooSmall
from quiz.tui.settled import key_of
from quiz.tui.widgets.button import Button
from quiz.tui.widgets.key_line import KeyLine
from quiz.tui.widgets.notices import Notices
from quiz.tui.widgets.pick_list import PickList

Waiting = Callable[[Mode, Sequence[Outline]], int]


class HomeScreen(QuizScreen):
    """Where every game begins."""

    SHEETS = ("home",)
    AUTO_FOCUS = "#play"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "play", "Play", id="home.play"),
        Binding("r", "resume", "Resume", id="home.resume"),
        Binding("d", "drop", "Drop", id="home.drop"),
        Binding("b", "app.records", "Records", id="home.records"),
        Binding("e", "app.bank", "Bank", id="home.bank", tooltip="Every question, its answer and its problems"),
        Binding("c", "app.enter_code", "Code", id="home.code", tooltip="Play the game of a friend's challenge code"),
        Binding("n", "app.choose_player", "Player", id="home.player"),
        Binding("x", "clear", "Clear", id="home.clear"),
        Binding("t", "app.change_theme", "Theme", show=False, id="home.theme"),
        Binding("comma", "app.settings", "Set up", id="home.settings", tooltip="Theme, lengths, clock, keys …"),
        Binding("q", "app.quit", "Quit", id="home.quit"),
    ]

    notices = getters.query_one(Notices)
    modes = getters.query_one("#modes", PickList)
    lengths = getters.query_one("#lengths", PickList)
    packs = getters.query_one("#packs", PickList)
    topics = getters.query_one("#topics", PickList)
    difficulties = getters.query_one("#difficulties", PickList)
    sources = getters.query_one("#sources", PickList)

    def __init__(
        self,
        bank: Bank,
        interrupted: KeptGame | None,
        about_records: str,
        player: str = "",
        *,
        mode: Mode = CLASSIC,
        waiting: Waiting | None = None,
        shelf: Shelf | None = None,
        settings: Settings | None = None,
        unsettled: str | None = None,
    ) -> None:
        """``interrupted`` is a game that can be taken up; ``about_records`` says what is wrong with the records.

        ``mode`` is picked to begin with; ``waiting`` counts the questions that a mode would draw from. Where a
        ``shelf`` has more than one pack, the player chooses among them. ``settings`` say which length and
        clock are picked; ``unsettled`` what is wrong with their file.
        """
        super().__init__()
        self.bank = bank
        self.interrupted = interrupted
        self._about_records = about_records
        self.player = player
        self._first_mode = mode
        self._waiting = waiting
        self._shelf = shelf
        self._settings = settings or Settings()
        self._unsettled = unsettled

    def compose(self) -> ComposeResult:
        """The bank, the notices, the choices, and the way into the game."""
        yield TooSmall()
        with Horizontal(id="masthead"):
            said = f"  {self.player}" if self.player else "  trivia you can check"
            yield Static(Content.styled("QUIZ", "bold $text-primary") + text.plain(said), id="title")
            yield Static(choices.bank_line(self.bank), id="bank")
        with VerticalScroll(id="choices", can_focus=False):
            yield Notices(self.bank, self.interrupted, self._about_records, self._unsettled)
            with Horizontal(id="columns"):
                with Vertical(id="how"):
                    yield PickList("Mode", choices.modes(), several=False, picked=[self._first_mode.id], id="modes")
                    yield PickList("Questions", (), several=False, id="lengths")
                with Vertical(id="about-what"):
                    yield PickList("Packs", (), several=True, id="packs")
                    yield PickList("Topics", choices.topics(self.bank), several=True, id="topics")
                with Vertical(id="from-what"):
                    yield PickList("Sources", choices.sources(self.bank), several=True, id="sources")
                    yield PickList("Difficulty", choices.difficulties(self.bank), several=True, id="difficulties")
        with Horizontal(id="start"):
            yield Button("Play", id="play", variant="primary")
            yield Static("", id="matching", markup=False)
        yield Static("", id="summary", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Offer what there is to choose from."""
        self._offer_packs()
        self._offer_lengths()
        self._count()

        self.call_after_refresh(self.run_worker, make_ready, thread=True)

    def on_screen_resume(self) -> None:
        """Ask for what was saved meanwhile."""
        self.post_message(HomeShown())

    def show(self, bank: Bank, shelf: Shelf | None) -> None:
        """Show another bank, or the same one on another shelf; what is picked stays picked as far as it is there."""
        if (bank, shelf) == (self.bank, self._shelf):
            return
        self.bank, self._shelf = bank, shelf
        self._offer_packs()
        self.query_one("#bank", Static).update(choices.bank_line(bank))
        self.notices.tell_flaws(bank)
        for ticked, entries in (
            (self.topics, choices.topics(bank)),
            (self.sources, choices.sources(bank)),
            (self.difficulties, choices.difficulties(bank)),
        ):
            ticked.offer(entries, ticked.picked)
        self._count()

    def settle(self, settings: Settings) -> None:
        """Go by other settings: pick the length and the clock that they have."""
        if settings != self._settings:
            self._settings = settings
            self._offer_lengths()
            self.notices.name_keys()
            self._count()

    def _offer_packs(self) -> None:
        """Offer the packs, where there is more than one."""
        listed = self._shelf.listed if self._shelf is not None else ()
        self.packs.display = len(listed) > 1
        self.packs.offer(choices.packs(listed), [str(one.root) for one in listed if one.pack is not None])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something to do with."""
        if action in ("resume", "drop") and self.interrupted is None:
            return False
        if action == "clear" and self.filters == NO_FILTERS:
            return None
        return super().check_action(action, parameters)

    @property
    def filters(self) -> Filters:
        """What the player has ticked; nothing ticked lets everything through."""
        if not self.is_mounted:
            return Filters()
        return Filters(
            topics=self.topics.picked,
            difficulties=self.difficulties.picked,
            sources=self.sources.picked,
        )

    @property
    def matching(self) -> tuple[Outline, ...]:
        """The questions that pass the filters."""
        return matching(self.bank.outlines, self.filters)

    @property
    def mode(self) -> Mode:
        """The mode that is picked."""
        return MODES[self.modes.picked[0]]

    @property
    def length(self) -> int | None:
        """How many questions the player wants; None for all."""
        return self.mode.length if self.mode.daily else choices.length_meant(self.lengths.picked)

    @property
    def seconds(self) -> int | None:
        """The clock that the player wants; None where the mode has none."""
        return None if self.mode.seconds is None else choices.length_meant(self.lengths.picked)

    @on(PickList.Changed)
    def _changed(self, message: PickList.Changed) -> None:
        if message.list is self.packs and self._shelf is not None:
            roots = {str(root): root for root in self._shelf.roots}
            self.post_message(ChoosePacks(tuple(roots[meant] for meant in self.packs.picked)))
        if message.list is self.modes:
            self._offer_lengths()
        self._count()

    def _offer_lengths(self) -> None:
        """Offer what the mode leaves to choose: a number of questions, a clock, or nothing."""
        mode = self.mode
        self.lengths.display = not mode.daily and not mode.limited
        seconds, length = usual_seconds(mode, self._settings), usual_length(mode, self._settings)
        if seconds is not None:
            self.lengths.offer(choices.clocks(seconds), [str(seconds)], title="Clock")
        else:
            self.lengths.offer(
                choices.lengths(length), [choices.ALL if length is None else str(length)], title="Questions"
            )
        self.query_one("#summary", Static).update(mode.summary)

    @property
    def _found(self) -> int:
        """How many questions the game would draw from."""
        if self.mode.pool == "all" and (self.mode.daily or self.filters == NO_FILTERS):
            return self.bank.summary.questions
        return len(self.matching) if self._waiting is None else self._waiting(self.mode, self.matching)

    def _count(self) -> None:
        found = self._found
        said = choices.found_line(self.mode, found, self.length, key_of(self.app, "home.clear", "x"))
        if not self.bank.summary.questions:
            chosen = self.bank.summary.packs or self._shelf is None
            said = "The bank is empty. `quiz check` says why." if chosen else "No pack is in play. Pick one."
        self.query_one("#matching", Static).update(said)
        self.query_one("#play", Button).disabled = not found and self.mode.pool == "all"  # else the app says why
        self.refresh_bindings()

    @on(Button.Pressed)
    def press(self, event: Button.Pressed) -> None:
        """Do what the button says, if it can be seen."""
        meant = {"play": self.action_play, "resume": self.action_resume, "drop": self.action_drop}
        if not self.too_small:
            meant[event.button.id or ""]()

    def action_play(self) -> None:
        """Begin the chosen game."""
        if not self.query_one("#play", Button).disabled:
            wish = Wish(
                mode=self.mode,
                seed=new_seed(),
                filters=self.filters,
                length=self.length,
                seconds=self.seconds,
            )
            self.post_message(WantGame(wish))

    def action_resume(self) -> None:
        """Take the interrupted game up."""
        if self.interrupted is not None:
            self.post_message(ResumeGame(self.interrupted.id))

    def action_drop(self) -> None:
        """Give the interrupted game up."""
        if self.interrupted is None:
            return
        self.post_message(DropGame(self.interrupted.id))
        self.interrupted = None
        self.query_one("#interrupted").remove()
        self.refresh_bindings()

    def action_clear(self) -> None:
        """Untick everything."""
        for ticked in (self.topics, self.difficulties, self.sources):
            ticked.clear_picks()
