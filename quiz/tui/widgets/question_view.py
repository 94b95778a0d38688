"""A question as a player sees it: what it is about, the prompt, the options, and in the end the proof."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Static

from quiz.bank.question import Pick, Question
from quiz.game.game import Verdict
from quiz.tui import text
from quiz.tui.widgets.gathered_options import GatheredOptions
from quiz.tui.widgets.moving import MovingScroll
from quiz.tui.widgets.options import Options
from quiz.tui.widgets.order_options import OrderOptions
from quiz.tui.widgets.plain_focus import PlainFocus
from quiz.tui.widgets.proof import Proof
from quiz.tui.widgets.several_options import SeveralOptions

OPTIONS: dict[Pick, type[Options]] = {"one": Options, "some": SeveralOptions, "order": OrderOptions}
"""The widget of the options, by how a question is answered."""

_ABOUT_CELLS = 70
"""What the line above the prompt has room for; topic and source stand under each other where they are longer."""


class QuestionView(MovingScroll, PlainFocus):
    """One question, open or answered."""

    def __init__(self, question: Question, index: int, options: tuple[str, ...], *, dense: bool = False) -> None:
        """The question at ``index`` of a game with its options in the order in which they are shown.

        ``dense`` leaves no line free that need not be.
        """
        super().__init__()
        self.can_focus = False  # until the verdict: a click beside the options must not take the keys from them
        self.question = question
        self._topic, self._according, self._prompt = (
            Static("", classes=name, markup=False) for name in ("topic", "according", "prompt")
        )
        self._about = Horizontal(self._topic, self._according, classes="about")
        self.options = OPTIONS[question.pick](index, options, dense=dense)
        self.proof = Proof(question, dense=dense)
        self._tell()

    def compose(self) -> ComposeResult:
        """From what it is about down to the proof, which stays hidden until it is revealed."""
        yield self._about
        yield self._prompt
        yield self.options
        if isinstance(self.options, GatheredOptions):
            yield self.options.submit
        yield self.proof

    def ask(self, question: Question, index: int, options: tuple[str, ...]) -> None:
        """Show another question that is answered in the same way: that is painted much faster than a new view."""
        self.question = question
        self.can_focus = False
        self._tell()
        self.options.ask(index, options)
        self.proof.ask(question)
        self.scroll_to(y=0, animate=False, immediate=True)

    def _tell(self) -> None:
        """Say what the question is about, and what it asks."""
        question = self.question
        topic = text.plain(f"{question.topic} · {question.difficulty}")
        if question.draft:  # first, so that a long topic cannot push it out of sight
            topic = text.draft(question) + Content(" · ") + topic
        source = question.according_to
        according = Content("") if source is None else text.according_to(source)
        self._topic.update(topic)
        self._according.update(according)
        self._according.display = source is not None
        self._about.set_class(topic.cell_length + according.cell_length > _ABOUT_CELLS, "-stacked")
        self._prompt.update(text.plain(question.prompt))

    def render_lines(self, crop: Region) -> list[Strip]:
        """One empty line for all that no child covers: painted one by one, they took longer than the proof."""
        strip = Strip.blank(crop.width, self.visual_style.rich_style)
        for line_filter in self.get_line_filters():  # NO_COLOR
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        return [strip] * crop.height

    def reveal(
        self, verdict: Verdict | None, run: int = 0, lives: int | None = None, *, take_focus: bool = True,
        follow: bool = True,
    ) -> None:  # fmt: skip
        """Show what was right and why; without a verdict, only what is right. ``follow`` scrolls to it."""
        if self.screen not in self.app.screen_stack:  # it was closed before it was ever drawn
            return
        self.options.reveal(self.question.answer, verdict.chosen if verdict else ())
        self.proof.reveal(verdict, run, lives)
        if not self.options.has_focus:  # those that have it keep it: when it moves, the whole screen is painted anew
            self.options.can_focus = False
            self.can_focus = True
            if take_focus:
                self.focus()
        if follow:
            self.call_after_refresh(self._bring_proof_into_view)

    def _bring_proof_into_view(self) -> None:
        """Scroll no further than needed to read the proof, and never past its first line."""
        proof = self.proof
        overhang = proof.virtual_region.bottom - self.size.height
        if overhang <= 0 or not proof.display:
            return
        top = min(overhang, proof.virtual_region.y)
        self.scroll_to(y=top, animate=False)
        if top > self.options.virtual_region.y and not proof.alone:
            proof.say_alone()  # the options are out of sight: the proof says the answer itself
            self.call_after_refresh(self._bring_proof_into_view)  # a line longer
