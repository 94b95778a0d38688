"""The lists on the home screen in which the player chooses a game: mode, length, packs and filters."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from quiz.bank.bank import Bank
from quiz.bank.pack_library import PackLibrary
from quiz.bank.question_index import QuestionSummary
from quiz.game.deal import Filters, matching
from quiz.game.modes import MODES, Mode
from quiz.records.game_request import new_seed
from quiz.records.game_setup import GameRequest
from quiz.settings.settings import Settings, usual_length, usual_seconds
from quiz.tui.keymap.binding_text import key_of
from quiz.tui.messages import ChoosePacks
from quiz.tui.screens.home import home_options
from quiz.tui.screens.home.pick_list import PickList

if TYPE_CHECKING:  # the first frame does not need it
    from quiz.records.mastery import Mastery

_LISTS = 6
"""How many lists there are."""


class GamePicker(Horizontal):
    """The lists. Each change posts the ``PickList.Changed`` of its list."""

    modes = getters.query_one("#modes", PickList)
    lengths = getters.query_one("#lengths", PickList)
    packs = getters.query_one("#packs", PickList)
    topics = getters.query_one("#topics", PickList)
    difficulties = getters.query_one("#difficulties", PickList)
    sources = getters.query_one("#sources", PickList)

    def __init__(self, bank: Bank, library: PackLibrary | None, settings: Settings, mode: Mode) -> None:
        """Select ``mode`` at first, and the default length and clock of ``settings``.

        If the ``library`` has several packs, there is a list of them.
        """
        super().__init__()
        self._bank = bank
        self._library = library
        self._settings = settings
        self._first_mode = mode
        self._due: int | None = None
        self._wedges: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Yield three columns of lists."""
        with Vertical(id="how"):
            yield PickList("Mode", home_options.modes(), multiple=False, picked=[self._first_mode.id], id="modes")
            yield PickList("Questions", (), multiple=False, id="lengths")
        with Vertical(id="about-what"):
            yield PickList("Packs", (), multiple=True, id="packs")
            yield PickList("Topics", home_options.topics(self._bank, self._wedges), multiple=True, id="topics")
        with Vertical(id="from-what"):
            yield PickList("Sources", home_options.sources(self._bank), multiple=True, id="sources")
            yield PickList("Difficulty", home_options.difficulties(self._bank), multiple=True, id="difficulties")

    @property
    def is_complete(self) -> bool:
        """Whether all lists are there: when the screen goes, they go before the picker, one after the other."""
        return len(self.query(PickList)) == _LISTS

    def on_mount(self) -> None:
        """Fill the lists that depend on the library and on the mode, and show the key that opens an article."""
        self.update_keys()
        self._update_packs()
        self._update_lengths()

    def show(self, bank: Bank, library: PackLibrary | None) -> None:
        """Show another bank or library. Entries that still exist stay selected."""
        self._bank, self._library = bank, library
        self._update_packs()
        for pick_list, entries in (
            (self.topics, home_options.topics(bank, self._wedges)),
            (self.sources, home_options.sources(bank)),
            (self.difficulties, home_options.difficulties(bank)),
        ):
            pick_list.set_entries(entries, pick_list.picked)

    def show_due(self, due: int | None) -> None:
        """Show beside practice how many questions are due; None for a player who has not answered anything."""
        if due != self._due:
            self._due = due
            self.modes.set_entries(home_options.modes(due), self.modes.picked)

    def show_mastery(self, mastery: "Sequence[Mastery]") -> None:
        """Show the wedge of each topic, and how many topics are mastered."""
        from quiz.tui.widgets.wedges import wedge  # not needed by the first frame

        wedges = {topic.topic: wedge(topic) for topic in mastery if topic.known}
        if wedges != self._wedges:
            self._wedges = wedges
            self.topics.set_entries(home_options.topics(self._bank, wedges), self.topics.picked)
        full = sum(topic.is_mastered for topic in mastery)
        self.topics.border_subtitle = f"{full} of {len(mastery)} mastered" if wedges else ""

    def apply_settings(self, settings: Settings) -> None:
        """Select the default length and clock of other settings."""
        self._settings = settings
        self._update_lengths()
        self.update_keys()

    def update_keys(self) -> None:
        """Show the current key that opens an article."""
        self.sources.border_subtitle = Content(f"{key_of(self.app, 'home.articles', 'a')} Read one")

    def clear(self) -> None:
        """Clear all filters."""
        for pick_list in (self.topics, self.difficulties, self.sources):
            pick_list.clear_picks()

    @property
    def filters(self) -> Filters:
        """The selected filters. A list in which nothing is selected does not filter."""
        return Filters(
            topics=self.topics.picked, difficulties=self.difficulties.picked, sources=self.sources.picked
        )  # fmt: skip

    @property
    def matching(self) -> tuple[QuestionSummary, ...]:
        """The questions that pass the filters."""
        return matching(self._bank.question_summaries, self.filters)

    @property
    def mode(self) -> Mode:
        """The selected mode."""
        return MODES[self.modes.picked[0]]

    @property
    def length(self) -> int | None:
        """The selected number of questions; None for all."""
        return self.mode.length if self.mode.daily else home_options.picked_number(self.lengths.picked)

    @property
    def request(self) -> GameRequest:
        """The selected game, with a new seed and, if the mode has a clock, the selected seconds."""
        seconds = None if self.mode.seconds is None else home_options.picked_number(self.lengths.picked)
        return GameRequest(
            mode=self.mode,
            seed=new_seed(),
            filters=self.filters,
            length=self.length,
            seconds=seconds,
            is_personal=True,
        )

    @on(PickList.Changed, "#packs")
    def _choose_packs(self) -> None:
        if self._library is not None:
            roots = {str(root): root for root in self._library.roots}
            self.post_message(ChoosePacks(tuple(roots[root] for root in self.packs.picked)))

    @on(PickList.Changed, "#modes")
    def _update_lengths(self) -> None:
        """Show what the mode allows to choose: a number of questions, the seconds of its clock, or nothing."""
        mode = self.mode
        self.lengths.display = not mode.daily and not mode.timed_questions
        seconds, length = usual_seconds(mode, self._settings), usual_length(mode, self._settings)
        if seconds is not None:
            self.lengths.set_entries(home_options.clocks(mode, seconds), [str(seconds)], title="Clock")
        else:
            self.lengths.set_entries(
                home_options.lengths(length), [home_options.ALL if length is None else str(length)], title="Questions"
            )

    def _update_packs(self) -> None:
        """Show the list of packs if there is more than one."""
        listed = self._library.listed if self._library is not None else ()
        self.packs.display = len(listed) > 1
        selected = [str(pack.root) for pack in listed if pack.pack is not None]
        self.packs.set_entries(home_options.packs(listed), selected)
