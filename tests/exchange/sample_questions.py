"""What the tests of the formats share: words of every sort, questions made of them, and what comes back."""

from collections.abc import Sequence

from hypothesis import strategies as st

from quiz.bank.question import Question
from quiz.exchange.imported_question import ImportedQuestion
from quiz.exchange.lossy_export import plain
from tests.bank.question_factory import asked

SPECIAL = [
    "&quot;",
    "&amp;amp;",
    "&#039;",
    "&copy",
    "&lt;b&gt;",
    "<b>",
    "~",
    "=",
    "#",
    "{",
    "}",
    ":",
    "::",
    "\\",
    "\\n",
    "\\~",
    "\\\\",
    "//x",
    "//",
    "$CATEGORY:",
    "%50%",
    "%-50%x",
    "->",
    "####",
    "A.",
    "B)",
    "ANSWER:",
    "ANSWER:A",
    "T",
    "TRUE",
    "False",
    ",",
    ";",
    "|",
    "\t",
    '"',
    '""',
    "'",
    "[html]",
    "[plain]x",
    "[[",
    "]]",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\x0b",
    "\x85",
    "\u2028",
    "\ufeff",
    "é",
    "🩰",
    "—",
    "“x”",
    "null",
    "\\u0041",
    "sep=;",
    "=",
    "+",
    "@",
    "-",
    "[sound:x.mp3]",
    "{{x}}",
    "\x00",
    "\x1b[31m",
    "\x9b",
]
WORDS = (
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
    | st.text("\\~=#{}:%/$n\n \t&;\"',|.)AB", min_size=1, max_size=30)
    | st.lists(st.sampled_from(SPECIAL), min_size=1, max_size=6).map(" ".join)
    | st.lists(st.sampled_from(SPECIAL), min_size=1, max_size=6).map("".join)
).filter(plain)
"""Any words that can be seen at all."""


@st.composite
def questions(draw: st.DrawFn, *kinds: str) -> Question:
    """A question of one of the kinds, of any words, without the proof that no format carries."""
    kind = draw(st.sampled_from(kinds))
    if kind == "true-false":
        right = draw(st.booleans())
        answer, distractors = (str(right),), (str(not right),)
    else:
        options = draw(st.lists(WORDS, min_size=4, max_size=7, unique_by=lambda words: plain(words).casefold()))
        cut = {"choice": 1, "multiple": 2}.get(kind, len(options))
        answer, distractors = tuple(options[:cut]), tuple(options[cut:])
    return asked(
        id=draw(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,20}", fullmatch=True)),
        kind=kind,
        prompt=draw(WORDS),
        answer=answer,
        distractors=distractors,
        topic=draw(WORDS),
        difficulty=draw(st.sampled_from(["easy", "medium", "hard"])),
        explanation=draw(st.none() | WORDS),
        citations=(),
    )


def several(*kinds: str) -> st.SearchStrategy[list[Question]]:
    """A few questions with ids of their own."""
    return st.lists(questions(*kinds), min_size=1, max_size=4, unique_by=lambda one: one.id)


def carried(question: Question, *parts: str) -> dict[str, object]:
    """A question as it should come back from a format that carries these parts beside prompt, answer and kind."""
    always = {
        "kind": question.kind,
        "prompt": plain(question.prompt),
        "answer": tuple(map(plain, question.answer)),
        "distractors": tuple(map(plain, question.distractors)),
    }
    optional = {
        "topic": plain(question.topic),
        "difficulty": question.difficulty,
        "explanation": plain(question.explanation or ""),
        "id": question.id,
    }
    return always | {part: optional[part] for part in parts}


def came(imported: Sequence[ImportedQuestion], *parts: str) -> list[dict[str, object]]:
    """Imported questions in the form that ``carried`` gives."""
    names = ("kind", "prompt", "answer", "distractors", *parts)
    return [{name: getattr(one.draft, name) for name in names} for one in imported]
