"""The lists on the home screen in which a game is chosen: how it is played, about what, and from where."""

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from quiz.bank.bank import Bank
from quiz.bank.pack_library import PackLibrary
from quiz.bank.question_index import QuestionSummary
from quiz.game.deal import Filters, matching
from quiz.game.modes import MODES, Mode
from quiz.records.game_request import new_seed
from quiz.records.game_setup import GameRequest
from quiz.settings.settings import Settings, usual_length, usual_seconds
from quiz.tui.messages import ChoosePacks
from quiz.tui.screens.home import home_options
from quiz.tui.screens.home.pick_list import PickList


class GamePicker(Horizontal):
    """Tells of every pick by the ``PickList.Changed`` of the list."""

    modes = getters.query_one("#modes", PickList)
    lengths = getters.query_one("#lengths", PickList)
    packs = getters.query_one("#packs", PickList)
    topics = getters.query_one("#topics", PickList)
    difficulties = getters.query_one("#difficulties", PickList)
    sources = getters.query_one("#sources", PickList)

    def __init__(self, bank: Bank, shelf: PackLibrary | None, settings: Settings, mode: Mode) -> None:
        """``mode`` is picked to begin with, and the length and the clock that ``settings`` say.

        Where the ``shelf`` has more than one pack, the player chooses among them.
        """
        super().__init__()
        self._bank = bank
        self._shelf = shelf
        self._settings = settings
        self._first_mode = mode

    def compose(self) -> ComposeResult:
        """Three columns of lists."""
        with Vertical(id="how"):
            yield PickList("Mode", home_options.modes(), several=False, picked=[self._first_mode.id], id="modes")
            yield PickList("Questions", (), several=False, id="lengths")
        with Vertical(id="about-what"):
            yield PickList("Packs", (), several=True, id="packs")
            yield PickList("Topics", home_options.topics(self._bank), several=True, id="topics")
        with Vertical(id="from-what"):
            yield PickList("Sources", home_options.sources(self._bank), several=True, id="sources")
            yield PickList("Difficulty", home_options.difficulties(self._bank), several=True, id="difficulties")

    def on_mount(self) -> None:
        """Offer what depends on what is picked and on the shelf."""
        self._offer_packs()
        self._offer_lengths()

    def show(self, bank: Bank, shelf: PackLibrary | None) -> None:
        """Offer what another bank, or the same one on another shelf, has; what is picked stays so, if it is there."""
        self._bank, self._shelf = bank, shelf
        self._offer_packs()
        for ticked, entries in (
            (self.topics, home_options.topics(bank)),
            (self.sources, home_options.sources(bank)),
            (self.difficulties, home_options.difficulties(bank)),
        ):
            ticked.offer(entries, ticked.picked)

    def apply_settings(self, settings: Settings) -> None:
        """Pick the length and the clock of other settings."""
        self._settings = settings
        self._offer_lengths()

    def clear(self) -> None:
        """Untick everything."""
        for ticked in (self.topics, self.difficulties, self.sources):
            ticked.clear_picks()

    @property
    def filters(self) -> Filters:
        """What the player has ticked; nothing ticked lets everything through."""
        return Filters(
            topics=self.topics.picked, difficulties=self.difficulties.picked, sources=self.sources.picked
        )  # fmt: skip

    @property
    def matching(self) -> tuple[QuestionSummary, ...]:
        """The questions that pass the filters."""
        return matching(self._bank.question_summaries, self.filters)

    @property
    def mode(self) -> Mode:
        """The mode that is picked."""
        return MODES[self.modes.picked[0]]

    @property
    def length(self) -> int | None:
        """How many questions the player wants; None for all."""
        return self.mode.length if self.mode.daily else home_options.length_meant(self.lengths.picked)

    @property
    def request(self) -> GameRequest:
        """The game that is chosen, with a new seed, and with a clock where the mode has one."""
        seconds = None if self.mode.seconds is None else home_options.length_meant(self.lengths.picked)
        return GameRequest(mode=self.mode, seed=new_seed(), filters=self.filters, length=self.length, seconds=seconds)

    @on(PickList.Changed, "#packs")
    def _choose_packs(self) -> None:
        if self._shelf is not None:
            roots = {str(root): root for root in self._shelf.roots}
            self.post_message(ChoosePacks(tuple(roots[meant] for meant in self.packs.picked)))

    @on(PickList.Changed, "#modes")
    def _offer_lengths(self) -> None:
        """Offer what the mode leaves to choose: a number of questions, a clock, or nothing."""
        mode = self.mode
        self.lengths.display = not mode.daily and not mode.timed_questions
        seconds, length = usual_seconds(mode, self._settings), usual_length(mode, self._settings)
        if seconds is not None:
            self.lengths.offer(home_options.clocks(seconds), [str(seconds)], title="Clock")
        else:
            self.lengths.offer(
                home_options.lengths(length), [home_options.ALL if length is None else str(length)], title="Questions"
            )

    def _offer_packs(self) -> None:
        """Offer the packs, where there is more than one."""
        listed = self._shelf.listed if self._shelf is not None else ()
        self.packs.display = len(listed) > 1
        self.packs.offer(home_options.packs(listed), [str(one.root) for one in listed if one.pack is not None])
