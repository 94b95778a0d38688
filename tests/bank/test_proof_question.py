"""The question that is derived from another: the sentence of an article that proves the answer."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from quiz.bank.kinds import proof
from quiz.bank.kinds.proof import proof_points
from quiz.bank.kinds.registry import answer_line, kind_of
from quiz.bank.pack_loader import read_pack
from quiz.bank.problem import Place
from quiz.bank.proof_question import may_have_proof, no_proof_reason, proof_question, proof_questions
from quiz.bank.question import Passage, Question
from quiz.bank.question_index import summarize_question
from quiz.bank.sentences import sentences
from quiz.bank.source import Source, Span
from quiz.game.grading import grade, is_answer
from quiz.game.option_order import arrange
from tests.bank.pack_folder import pack_of, question, source_of
from tests.proof_pack import proof_bank, proof_pack

TEXT = "One is first. Two is second. Three is third.\n\nFour is fourth. Two is second."
REVIEW = source_of(TEXT)


def asked(*quotes: str, source: Source = REVIEW, kind: str = "choice", right: int = 1) -> Question:
    """A question with these quotes, each at its first place in the article."""
    options = ("Right", "Wrong", "Also wrong")
    return Question(
        id="q", pack="pack", kind=kind, prompt="Which?", answer=options[:right], distractors=options[right:],
        topic="T", difficulty="easy", citations=tuple(quoted(source, quote) for quote in quotes), place=Place("q"),
    )  # fmt: skip


def quoted(source: Source, quote: str) -> Passage:
    start = source.text.index(quote)
    span = Span(start, start + len(quote))
    number = next(one.number for one in source.paragraphs if one.span.overlaps(span))
    return Passage(source=source, span=span, paragraph=number, parts=(span,))


def derived(*quotes: str, **more: object) -> Question:
    found = proof_question(asked(*quotes, **more))  # type: ignore[arg-type]
    assert found is not None
    return found


def test_the_sentences_of_the_article_are_the_options_in_reading_order() -> None:
    question = derived("Three is third")
    sentences_of = ("One is first.", "Two is second.", "Three is third.", "Four is fourth.", "Two is second.")
    assert arrange(question, "1") == arrange(question, "2", "alphabetical") == sentences_of
    assert (question.key, question.prompt, question.citations) == (
        "pack/q",
        "Which?",
        asked("Three is third").citations,
    )
    assert (question.answer, answer_line(question)) == (("Three is third.",), "Right")
    assert kind_of(question).article(question) is REVIEW


def test_every_sentence_that_holds_a_part_of_a_quote_is_right() -> None:
    assert derived("second. Three").answer == ("Two is second.", "Three is third.", "Two is second.")
    assert derived("first", "fourth").answer == ("One is first.", "Four is fourth.")


def test_a_sentence_with_the_same_words_proves_the_same() -> None:
    question = derived("Two is second")
    assert question.answer == ("Two is second.", "Two is second.")
    assert grade(question, ("Two is second.",)) == ("right", 100)


def test_a_sentence_is_shown_in_one_line_without_control_characters() -> None:
    source = source_of("One\nis\x1bfirst. Two is second.", paragraph_break="blank-line")
    assert arrange(derived("Two", source=source), "1") == ("One is␛first.", "Two is second.")


@pytest.mark.parametrize(
    ("question", "why"),
    [
        (asked("Three", kind="multiple", right=2), "several answers"),
        (asked("Three", kind="order", right=3), "an order"),
        (asked(), "no citation"),
        (asked("Only one.", source=source_of("Only one.")), "one sentence"),
        (asked("One. Two.", source=source_of("One. Two.")), "all of it quoted"),
        (asked("One.", source=source_of("One. \n\nOne.")), "the same sentence twice"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_nothing_is_derived_where_no_single_sentence_can_be_pointed_at(question: Question, why: str) -> None:
    assert proof_question(question) is None, why
    assert proof_questions([question, asked("Four")]) == (derived("Four"),)


def test_the_article_is_the_one_that_is_followed_or_filtered_for_or_cited_first() -> None:
    other = source_of("Here it is. There it is not.", name="other")
    question = replace(asked("Four"), citations=(quoted(REVIEW, "Four"), quoted(other, "Here")))

    def article(question: Question, *wanted: str) -> str:
        found = proof_question(question, wanted)
        assert found is not None
        return proof.article_of(found).id

    followed = replace(question, according_to=other)
    assert (article(question), article(question, "other"), article(followed)) == ("review", "other", "other")
    assert article(followed, "review") == "review"
    assert article(question, "elsewhere") == "review"


@pytest.mark.parametrize("chosen", [(), ("One is first.", "Four is fourth."), ("nowhere",), ("1",)])
def test_only_one_sentence_of_the_article_is_an_answer(chosen: tuple[str, ...]) -> None:
    assert not is_answer(derived("Four"), chosen)


def test_a_wrong_sentence_costs_its_share_and_is_told_where_the_right_one_is() -> None:
    question = derived("Four is fourth")
    assert grade(question, ("One is first.",)) == ("wrong", Fraction(-100, 4))
    kind = kind_of(question)
    assert kind.remarks(question, ("One is first.",)) == ("Another sentence proves it: ¶ 2.", "The answer: Right")
    assert kind.remarks(question, ("Four is fourth.",)) == kind.remarks(question, ()) == ("The answer: Right",)


@pytest.mark.parametrize(("proving", "whole"), [(0, 3), (3, 3), (4, 3), (1, 1)])
def test_points_need_a_proof_and_something_else(proving: int, whole: int) -> None:
    with pytest.raises(ValueError, match="cannot be told apart"):
        proof_points(True, proving, whole)


WORDS = st.lists(st.sampled_from(["One", "Two", "Mr.", "Fig", "3.5", "“So,”", "end."]), min_size=1, max_size=4)
ARTICLES = st.lists(st.lists(WORDS.map(" ".join), min_size=1, max_size=4), min_size=1, max_size=4).map(
    lambda paragraphs: "\n\n".join(" ".join(f"{one}." for one in paragraph) for paragraph in paragraphs)
)


@given(article=ARTICLES, data=st.data())
def test_in_every_article_pointing_blindly_gains_exactly_nothing(article: str, data: st.DataObject) -> None:
    source = source_of(article)
    spans = [span for _, span in sentences(source)]
    start = data.draw(st.integers(0, len(article) - 1))
    end = data.draw(st.integers(start + 1, len(article)))
    part = Span(start, end)
    passage = Passage(source=source, span=part, paragraph=1, parts=(part,))
    question = proof_question(replace(asked(), citations=(passage,)))
    right = {source.words(span) for span in spans if part.overlaps(span)}
    texts = [source.words(span) for span in spans]
    if question is None:
        assert not right or right == set(texts)
        return
    options = arrange(question, "1")
    grades = [grade(question, (option,)) for option in options]
    assert sum(points for _, points in grades) == 0
    assert list(options) == texts
    assert [outcome == "right" for outcome, _ in grades] == [text in right for text in texts]
    assert {points for outcome, points in grades if outcome == "right"} == {Fraction(100)}
    assert sorted(question.options) == sorted(options)


def test_every_derived_question_of_a_bank_is_right_at_its_own_quote(tmp_path: Path) -> None:
    bank = proof_bank(tmp_path / "pack")
    found = proof_questions(bank.questions)
    assert [one.id for one in found] == ["director", "city", "training"]
    assert [one.answer for one in found] == [
        ("Len Wiseman directs Ballerina.",),
        ("It was shot in Prague.", "The snow was real."),
        ("Ana de Armas trained for four months.",),
    ]
    assert [len(one.options) for one in found] == [17, 17, 17]  # the header is off limits, or has no question


def test_the_reason_why_there_is_no_proof_is_told() -> None:
    short = [asked("Only one.", source=source_of("Only one."))]
    assert no_proof_reason(short) == "There is no proof to find: each article has only one sentence."
    other = "There is no proof to find: no article has a sentence besides the quoted ones."
    assert no_proof_reason([*short, asked("One. Two.", source=source_of("One. Two."))]) == other


def test_no_author_can_write_the_kind(tmp_path: Path) -> None:
    pack = pack_of(tmp_path / "pack", question(kind="proof"))
    assert pack.problem("Q502").message == "There is no kind of question called 'proof'."
    assert pack.ids() == []


def test_the_reason_names_questions_without_one_right_answer_or_without_a_source(tmp_path: Path) -> None:
    several = question("several", kind="multiple", answer=["Len Wiseman"])
    draft = question("draft", citations=..., draft=True)
    questions = read_pack(proof_pack(tmp_path / "pack", several, draft).root, drafts=True).questions
    assert len(questions) == 2
    assert not any(map(may_have_proof, questions))
    assert not any(map(may_have_proof, map(summarize_question, questions)))
    assert no_proof_reason(questions) == "There is no proof to find: no question has one right answer and a source."
