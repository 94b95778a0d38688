"""The kind "proof": the player finds the sentence of an article that proves the answer.

No author writes it. ``quiz.bank.proof_question`` derives it from a question of another kind, so it is not in schemas,
forms or other formats.
"""

from fractions import Fraction

from quiz.bank.kinds.choice import is_one_option
from quiz.bank.kinds.grade import FULL_POINTS, Grade
from quiz.bank.kinds.kind import Answer, Kind
from quiz.bank.question import Passage, Question
from quiz.bank.question_entry import QuestionEntry
from quiz.bank.source import Source

NAME = "proof"
ARTICLE, SENTENCES, ANSWER, OPTIONS = "article", "sentences", "answer", "options"
"""The keys in ``Question.details``: the id of the article, all its sentences in reading order, and the answer and the
options of the question that this one was derived from."""


def article_of(question: Question) -> Source:
    """The article in which the proof is to be found."""
    return proofs_of(question)[0].source


def proofs_of(question: Question) -> tuple[Passage, ...]:
    """The passages of the article that prove the answer; at least one."""
    (article,) = question.detail(ARTICLE)
    return tuple(passage for passage in question.citations if passage.source.id == article)


def proof_points(right: bool, proving: int, sentences: int) -> Fraction:
    """The points for pointing at one of ``sentences``, of which ``proving`` prove the answer.

    Right is +100, wrong −100 × proving / (sentences − proving), so that pointing blindly averages zero.

    Raises:
        ValueError: there is no proof, or nothing but proof.
    """
    if not 0 < proving < sentences:
        raise ValueError(f"{proving} of {sentences} sentences cannot be told apart")
    return Fraction(FULL_POINTS) if right else Fraction(-FULL_POINTS * proving, sentences - proving)


def _grade(question: Question, chosen: Answer) -> Grade:
    right = chosen[0] in question.answer
    return ("right" if right else "wrong"), proof_points(right, len(question.answer), len(question.options))


def _in_reading_order(question: Question) -> Answer:
    return question.detail(SENTENCES)


def _answer(question: Question) -> Answer:
    return question.detail(ANSWER)


def _options(question: Question) -> Answer:
    return question.detail(OPTIONS)


def _remarks(question: Question, chosen: Answer) -> tuple[str, ...]:
    answer = f"The answer: {'; '.join(question.detail(ANSWER))}"
    if not chosen or chosen[0] in question.answer:
        return (answer,)
    return f"Another sentence proves it: ¶ {proofs_of(question)[0].paragraph}.", answer


PROOF = Kind(
    name=NAME,
    entry=QuestionEntry,  # never read from a file
    is_answer=is_one_option,
    grade=_grade,
    fixed_order=_in_reading_order,
    is_single=True,
    words_reveal_answer=False,
    measured_options=_options,
    shown_answer=_answer,
    article=article_of,
    remarks=_remarks,
)
