"""A question as a player sees it: topic, prompt, options and, after the verdict, the proof."""

from textual.app import ComposeResult
from textual.geometry import Region, Size
from textual.strip import Strip

from quiz.bank.question import Question
from quiz.game.game import Verdict
from quiz.game.reaction import Reaction
from quiz.tui.textual_fixes.plain_focus import PlainFocus
from quiz.tui.widgets.kind_widgets import KIND_WIDGETS
from quiz.tui.widgets.proof_view import Proof
from quiz.tui.widgets.question_head import QuestionHead
from quiz.tui.widgets.vi_navigation import ViScroll


class QuestionView(ViScroll, PlainFocus):
    """A question, open or answered."""

    def __init__(
        self, question: Question, index: int, options: tuple[str, ...], difficulty: str | None = None, *,
        dense: bool = False,
    ) -> None:  # fmt: skip
        """Show the question at ``index`` of a game, with its options in the order in which they are shown.

        ``difficulty`` is how hard it is, if not as its author says. ``dense`` leaves out empty lines.
        """
        super().__init__()
        self.can_focus = (
            False  # until the verdict: the options must keep the focus when the player clicks beside them
        )
        self.question = question
        self.head = QuestionHead(question, difficulty, dense=dense)
        self.options = KIND_WIDGETS[question.kind]()
        """The answer widget of the question's kind."""
        self.options.dense = dense
        self.set_class(self.options.scrolls_itself, "-article")
        self.options.ask(question, index, options)
        self.proof = Proof(question, dense=dense)

    def compose(self) -> ComposeResult:
        """Yield head, options and the proof, which is hidden until the verdict."""
        yield self.head
        yield self.options
        yield from self.options.below
        yield self.proof

    def can_ask(self, question: Question) -> bool:
        """Return whether another question has the same answer widget."""
        return type(self.options) is KIND_WIDGETS[question.kind]

    def ask(self, question: Question, index: int, options: tuple[str, ...], difficulty: str | None = None) -> None:
        """Show another question, for which ``can_ask`` is True. This is much faster than a new view."""
        self.question = question
        self.can_focus = False
        self.head.ask(question, difficulty)
        self.options.ask(question, index, options)
        self.proof.ask(question)
        self.scroll_to(y=0, animate=False, immediate=True)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the same empty line for the whole background. Rendering each line took longer than the proof."""
        strip = Strip.blank(crop.width, self.visual_style.rich_style)
        for line_filter in self.get_line_filters():  # NO_COLOR
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        return [strip] * crop.height

    def reveal(
        self, verdict: Verdict | None, run: int = 0, lives: int | None = None, *, take_focus: bool = True,
        follow: bool = True, reserved: int = 0, with_points: bool = True,
    ) -> None:  # fmt: skip
        """Show the right answer and the proof, with a verdict if there is one.

        ``follow`` scrolls to the proof. ``reserved`` is the number of lines that the view loses to another widget at
        the same time.
        """
        if self.screen not in self.app.screen_stack:  # the screen was closed before it was drawn
            return
        self.options.reveal(self.question.answer, verdict.chosen if verdict else ())
        self.proof.reveal(verdict, run, lives, with_points=with_points)
        if self.options.scrolls_itself and take_focus:
            self.options.focus(scroll_visible=False)
        elif not self.options.has_focus:  # if they have it, they keep it: moving the focus repaints the whole screen
            self.options.can_focus = False
            self.can_focus = True
            if take_focus:
                self.focus()
        if follow and not self.options.scrolls_itself:
            self._scroll_ahead(reserved)
            self.call_after_refresh(self._scroll_to_proof)

    def show_reaction(self, reaction: Reaction | None) -> None:
        """Show what the player thinks of the question, and scroll back if it is out of view."""
        self.proof.show_reaction(reaction)
        if self.scroll_offset.y > self.proof.virtual_region.y:
            self.scroll_to(y=self.proof.virtual_region.y, animate=False)

    def _scroll_ahead(self, reserved: int) -> None:
        """Scroll to where the proof will be after the layout, so that the screen is painted only once.

        If the layout turns out differently, ``_scroll_to_proof`` scrolls to the right position.
        """
        proof, cells, height = self.proof, self.head.content_size.width, self.size.height - reserved
        if not cells:  # no layout yet
            return
        for narrower in (0, 0 if self.show_vertical_scrollbar else self.styles.scrollbar_size_vertical):
            cells -= narrower
            begin = self.head.lines_at(cells)
            top = begin + self.options.lines_at(cells) + proof.styles.margin.top
            end = top + proof.lines_at(cells)
            if end <= height:
                return
        if min(end - height, top) > begin and not proof.shows_answer:
            proof.show_answer()
            end = top + proof.lines_at(cells)
        self.show_vertical_scrollbar = True
        self.virtual_size = Size(self.virtual_size.width, end + reserved)
        self.scroll_to(y=min(end - height, top), animate=False, immediate=True)

    def _scroll_to_proof(self) -> None:
        """Scroll just far enough to show the proof, but never past its first line."""
        proof = self.proof
        overhang = proof.virtual_region.bottom - self.size.height
        if overhang <= 0 or not proof.display:
            return
        top = min(overhang, proof.virtual_region.y)
        self.scroll_to(y=top, animate=False)
        if top > self.options.virtual_region.y and not proof.shows_answer:
            proof.show_answer()  # the options are out of view
            self.call_after_refresh(self._scroll_to_proof)  # the proof is one line longer now
