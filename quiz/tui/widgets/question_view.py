"""A question as a player sees it: what it is about, the prompt, the options, and in the end the proof."""

from textual.app import ComposeResult
from textual.geometry import Region, Size
from textual.strip import Strip

from quiz.bank.question import Question
from quiz.game.game import Verdict
from quiz.tui.textual_fixes.plain_focus import PlainFocus
from quiz.tui.widgets.kind_widgets import KIND_WIDGETS
from quiz.tui.widgets.proof_view import Proof
from quiz.tui.widgets.question_head import QuestionHead
from quiz.tui.widgets.vi_navigation import ViScroll


class QuestionView(ViScroll, PlainFocus):
    """One question, open or answered."""

    def __init__(self, question: Question, index: int, options: tuple[str, ...], *, dense: bool = False) -> None:
        """The question at ``index`` of a game with its options in the order in which they are shown.

        ``dense`` leaves no line free that need not be.
        """
        super().__init__()
        self.can_focus = False  # until the verdict: a click beside the options must not take the keys from them
        self.question = question
        self.head = QuestionHead(question, dense=dense)
        self.options = KIND_WIDGETS[question.kind]()
        """What takes the answer: the options, or whatever the kind has in their place."""
        self.options.dense = dense
        self.options.ask(question, index, options)
        self.proof = Proof(question, dense=dense)

    def compose(self) -> ComposeResult:
        """From what it is about down to the proof, which stays hidden until it is revealed."""
        yield self.head
        yield self.options
        yield from self.options.below
        yield self.proof

    def can_ask(self, question: Question) -> bool:
        """Whether another question is answered in the same way."""
        return type(self.options) is KIND_WIDGETS[question.kind]

    def ask(self, question: Question, index: int, options: tuple[str, ...]) -> None:
        """Show another question that is answered in the same way: that is painted much faster than a new view."""
        self.question = question
        self.can_focus = False
        self.head.ask(question)
        self.options.ask(question, index, options)
        self.proof.ask(question)
        self.scroll_to(y=0, animate=False, immediate=True)

    def render_lines(self, crop: Region) -> list[Strip]:
        """One empty line for all that no child covers: painted one by one, they took longer than the proof."""
        strip = Strip.blank(crop.width, self.visual_style.rich_style)
        for line_filter in self.get_line_filters():  # NO_COLOR
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        return [strip] * crop.height

    def reveal(
        self, verdict: Verdict | None, run: int = 0, lives: int | None = None, *, take_focus: bool = True,
        follow: bool = True, lost: int = 0,
    ) -> None:  # fmt: skip
        """Show what was right and why; without a verdict, only what is right.

        ``follow`` scrolls to it; ``lost`` are the lines of the view that something else takes at the same time.
        """
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
            self._foresee_proof(lost)
            self.call_after_refresh(self._bring_proof_into_view)

    def _foresee_proof(self, lost: int) -> None:
        """Scroll to where the proof will be once it has its place: that spares painting the screen twice.

        Where more changes its place than is foreseen here, ``_bring_proof_into_view`` scrolls on.
        """
        proof, cells, height = self.proof, self.head.content_size.width, self.size.height - lost
        if not cells:  # nothing has a place yet
            return
        for narrower in (0, 0 if self.show_vertical_scrollbar else self.styles.scrollbar_size_vertical):
            cells -= narrower
            begin = self.head.lines_at(cells)
            top = begin + self.options.lines_at(cells) + proof.styles.margin.top
            end = top + proof.lines_at(cells)
            if end <= height:
                return
        if min(end - height, top) > begin and not proof.alone:
            proof.say_alone()
            end = top + proof.lines_at(cells)
        self.show_vertical_scrollbar = True
        self.virtual_size = Size(self.virtual_size.width, end + lost)
        self.scroll_to(y=min(end - height, top), animate=False, immediate=True)

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
