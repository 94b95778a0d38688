"""The signs and styles of sentences, before and after the verdict."""

from msgspec.structs import replace

from quiz.tui.widgets.article_layout import Piece
from quiz.tui.widgets.proof_marks import HIGHLIGHT, QUOTE, ProofMarks

OPEN = ProofMarks(options=("Yes.", "No.", "Yes.", "No.", "Why?"))
FOUND = replace(OPEN, answer=("Yes.", "Yes."), chosen=("Yes.",), pressed=2)
MISSED = replace(OPEN, answer=("Yes.", "Yes."), chosen=("No.",), pressed=3)


def signs(marks: ProofMarks) -> str:
    return "".join(marks.sign([number])[0] for number in range(5))


def test_signs_tell_the_cursor_then_the_proofs_and_the_sentence_that_was_taken_for_one() -> None:
    assert signs(OPEN) == "     "
    assert signs(replace(OPEN, cursor=1, hovered=3)) == " ▸   "
    assert signs(FOUND) == "✓ ✓  "
    assert signs(MISSED) == "✓ ✓✗ "
    assert signs(replace(MISSED, pressed=None)) == "✓✗✓✗ "  # in review, sentences with the same words are the same
    assert signs(replace(OPEN, answer=("Why?",))) == "    ✓"
    assert MISSED.sign([2, 3])[0] == "✓"  # of two that begin in a line
    assert MISSED.sign([])[0] == " "


def test_what_is_sought_is_brought_into_view() -> None:
    assert (OPEN.sought, replace(OPEN, cursor=4).sought) == (None, 4)
    assert (FOUND.sought, MISSED.sought, replace(OPEN, answer=("Why?",)).sought) == (2, 0, 4)


def test_the_quote_and_its_highlight_stand_out_of_the_sentence_that_holds_them() -> None:
    def style(marks: ProofMarks, number: int | None, *names: str) -> str:
        return marks.style(Piece("words", number, frozenset(names)))

    styles = [style(FOUND, 2), style(FOUND, 2, QUOTE), style(FOUND, 2, QUOTE, HIGHLIGHT), style(FOUND, 1, QUOTE)]
    assert len(set(styles)) == 4
    assert ["reverse" in one for one in styles] == [False, True, True, False]
    assert ["underline" in one for one in styles] == [False, False, True, False]
    assert style(MISSED, 3) != style(MISSED, 1)
    assert style(OPEN, 1, QUOTE) == ""  # nothing is given away before the verdict
    assert style(OPEN, None) == "dim"
    assert style(replace(OPEN, cursor=1), 1) == "reverse"
