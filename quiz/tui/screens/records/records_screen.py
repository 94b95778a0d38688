"""The records screen: best games, scores over time, right answers by topic, and the hardest questions."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quiz.bank.bank import Bank
from quiz.game.option_order import Order, arrange
from quiz.game.shown_points import shown_points
from quiz.records.daily import days_text
from quiz.records.mastery import mastered_text
from quiz.records.models import GameRecord, mode_of
from quiz.records.overview import Overview
from quiz.tui import pack_text
from quiz.tui.screens.question_review import QuestionReviewScreen
from quiz.tui.screens.quiz_screen import QuizScreen, TooSmall
from quiz.tui.screens.records.game_detail import game_screen, topic_screen
from quiz.tui.widgets.daily_bars import daily_bars
from quiz.tui.widgets.footer import Footer
from quiz.tui.widgets.share_bars import share_lines
from quiz.tui.widgets.vi_navigation import ViList, ViScroll
from quiz.tui.widgets.wedges import mastery_lines


class RecordsScreen(QuizScreen):
    """The records of a player, and the best games of all players."""

    STYLESHEETS = ("screens/report.tcss",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "next_mode", "Next mode", id="records.mode"),
        Binding("o", "open", "Open", id="records.open"),
        Binding("escape,q", "close", "Back", id="records.back", key_display="esc"),
    ]

    def __init__(self, bank: Bank, overview: Overview, order: Order = "shuffled") -> None:
        """Show ``overview``. Questions of ``bank`` can be opened, with their options in ``order``."""
        super().__init__()
        self._order = order
        self._bank = bank
        self._overview = overview
        self._topics = overview.topics(bank)
        self._hard = overview.hardest(bank)
        self._dailies = overview.dailies
        self._mastery = overview.mastery(bank)
        self._modes = list(dict.fromkeys(game.mode for game in overview.ranked_games))
        self._shown_mode = 0

    def compose(self) -> ComposeResult:
        """Yield the headline, the best games, the chart, the topics and the hardest questions."""
        yield TooSmall()
        player = f"  {self._overview.player}" if self._overview.player else ""
        games, days = len(self._overview.ranked_games), self._overview.day_streak
        played = f"{pack_text.counted(games, 'game')} · {pack_text.counted(days, 'day')} in a row"
        yield Static(
            Content.styled("Records", "bold") + pack_text.plain(f"{player}  {played}", pack_text.MUTED), id="headline"
        )
        with ViScroll(id="results"):
            if not self._overview.bests:
                yield Static("No finished games yet.", markup=False)
            else:
                yield Static("Bests", classes="heading", markup=False)
                rows = (Option(_best_line(game)) for game in self._overview.bests)
                yield ViList(*rows, id="bests", markup=False)
            if self._dailies.played:
                yield Static("Your dailies by right answers", classes="heading", markup=False)
                yield Static(days_text(self._dailies), id="dailies-row", markup=False)
                yield Static(daily_bars(self._dailies), id="dailies")
            if self._overview.answers and self._mastery:
                yield Static(pack_text.plain(mastered_text(self._mastery)), classes="heading")
                yield Static(mastery_lines(self._mastery), id="mastery")
            if self._modes:
                yield from self._chart()
            if self._topics:
                yield Static("Right answers by topic", classes="heading", markup=False)
                yield ViList(*map(Option, share_lines(self._topics)), id="topics-right", markup=False)
            if self._hard:
                yield Static("Hardest questions", classes="heading", markup=False)
                yield ViList(*self._hard_rows(), id="hardest", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Focus the first list that has entries."""
        for widget in [*self.query("#bests"), *self.query("#hardest")][:1]:
            widget.focus(scroll_visible=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable actions that have no effect now."""
        if action == "next_mode" and len(self._modes) < 2:
            return None
        if action == "open" and not (self._topics or self._overview.bests):
            return None
        return super().check_action(action, parameters)

    async def action_next_mode(self) -> None:
        """Show the scores of the next mode."""
        self._shown_mode = (self._shown_mode + 1) % len(self._modes)
        old = self.query(".scores")
        await self.query_one("#results").mount(*self._chart(), after=old.last())
        await old.remove()

    def action_open(self) -> None:
        """Open the game, the topic or the question under the cursor."""
        if isinstance(self.focused, OptionList):
            self.focused.action_select()

    @on(OptionList.OptionSelected, "#bests")
    def open_game(self, event: OptionList.OptionSelected) -> None:
        """Open the questions of a game."""
        self.app.push_screen(game_screen(self._overview.bests[event.option_index], self._bank, self._order))

    @on(OptionList.OptionSelected, "#topics-right")
    def open_topic(self, event: OptionList.OptionSelected) -> None:
        """Open the latest answers to the questions of a topic."""
        topic = self._topics[event.option_index].name
        answers = self._overview.last_answers(topic, self._bank)
        self.app.push_screen(topic_screen(topic, answers, self._bank, self._order))

    @on(OptionList.OptionSelected, "#hardest")
    def open_question(self, event: OptionList.OptionSelected) -> None:
        """Open a question with its proof."""
        question = self._bank.by_key[self._hard[event.option_index].name]
        options = arrange(question, "records", self._order)
        self.app.push_screen(QuestionReviewScreen(question, options, None))

    def _chart(self) -> ComposeResult:
        from quiz.tui.widgets.charts import ScoresChart  # late: importing plotext is slow

        mode = self._modes[self._shown_mode]
        scores = [game.rank[0] for game in reversed(self._overview.ranked_games) if game.mode == mode]
        if len(scores) < 2:  # one point makes no chart
            yield Static(f"{mode_of(mode).name}: one game so far", classes="scores", markup=False)
            return
        title = f"{mode_of(mode).name}: scores, earliest first"
        yield Static(title, classes="heading scores", markup=False)
        yield ScoresChart(scores).add_class("scores")

    def _hard_rows(self) -> list[Option]:
        rows = []
        for tally in self._hard:
            share = Content.styled(f"{tally.smoothed:>4.0%}  ", "$text-error")
            counts = Content.styled(f"  {tally.right} of {tally.asked}", pack_text.MUTED)
            rows.append(Option(share + pack_text.plain(self._bank.by_key[tally.name].prompt) + counts))
        return rows


def _best_line(game: GameRecord) -> Content:
    mode, result = mode_of(game.mode), game.result
    figure = pack_text.signed(shown_points(result.score)) if mode.shows_points else f"{result.right} right"
    player = pack_text.plain(f"  {game.player}") if game.player else Content("")
    line = Content(f"{mode.name:<9} {game.size:<13} ") + Content.styled(f"{figure:>9}", "bold $text-accent")
    counts = f"  right {result.right}  wrong {result.wrong}  {pack_text.short_time(result.seconds)}"
    when = game.started_at.astimezone().strftime("%Y-%m-%d")
    return line + Content.styled(f"{counts}  {when}", pack_text.MUTED) + player
