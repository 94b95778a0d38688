"""The lines of a verdict: in words, with the same proof as in the app."""

from fractions import Fraction

import msgspec
import pytest

from quiz.bank.citation import citation_line
from quiz.bank.question import Dispute, Passage, Question
from quiz.bank.source import Span
from quiz.game.events import Answer, Skip, Tick
from quiz.game.game import Game, Outcome, advance, start
from quiz.game.modes import CLASSIC, SURVIVAL, TIMED, Mode
from quiz.plain.verdict_lines import verdict_lines
from tests import sample


def begun(*asked: Question, mode: Mode = CLASSIC, seconds: int | None = None) -> Game:
    return start(sample.setup(mode=mode, seconds=seconds), asked, 0.0)


def judged(question: Question, *chosen: str) -> list[str]:
    """What is said when these options are chosen; when none is, the question is skipped."""
    event = Answer(0, chosen) if chosen else Skip(0)
    return verdict_lines(advance(begun(question), event, 1.0), None, 1.0)


PROVEN = ["Quote: The director is Len Wiseman.", "Source: Article · undated · ¶ 1"]


# The verdict and the answer


def test_a_right_answer_says_its_points_the_answer_the_proof_and_the_score() -> None:
    assert judged(sample.question(), "Len Wiseman") == [
        "Right, plus 100 points.",
        "The right answer: Len Wiseman",
        *PROVEN,
        "Score: plus 100 points, right 1, wrong 0.",
    ]


def test_a_wrong_answer_says_what_it_cost_and_which_it_was() -> None:
    lines = judged(sample.question(), "David Leitch")
    assert lines[:3] == ["Wrong, minus 33 points.", "Your answer: David Leitch", "The right answer: Len Wiseman"]
    assert lines[-1] == "Score: minus 33 points, right 0, wrong 1."


def test_a_skipped_question_says_the_right_answer() -> None:
    lines = judged(sample.question())
    assert lines[:2] == ["Skipped, 0 points.", "The right answer: Len Wiseman"]
    assert lines[-1] == "Score: 0 points, right 0, wrong 0, skipped 1."


def test_of_several_answers_it_says_which_were_missed_and_which_were_none() -> None:
    assert judged(sample.multiple(), "Reedus", "Byrne", "Huston")[:4] == [
        "Partly right, plus 17 points.",
        "The right answers: Reedus; Byrne; Moreno",
        "You missed: Moreno",
        "Not one of them: Huston",
    ]
    assert judged(sample.multiple())[1:3] == ["The right answers: Reedus; Byrne; Moreno", PROVEN[0]]


def test_an_order_is_told_in_its_places_with_those_that_were_given() -> None:
    assert judged(sample.order(), "Second", "First", "Third", "Fourth")[:6] == [
        "Partly right, plus 67 points.",
        "The right order:",
        "1. First (you: 2nd)",
        "2. Second (you: 1st)",
        "3. Third",
        "4. Fourth",
    ]
    assert judged(sample.order())[1:6] == ["The right order:", "1. First", "2. Second", "3. Third", "4. Fourth"]


def test_three_right_answers_in_a_row_are_worth_a_word() -> None:
    def third(*before: Outcome) -> str:
        game = sample.played(sample.game(3), *before)
        return verdict_lines(advance(game, sample.event(game, "right"), game.now + 1), None, game.now)[0]

    assert third("right", "right") == "Right, plus 100 points, 3 in a row."
    assert third("wrong", "right") == "Right, plus 100 points."


def test_a_game_for_lives_says_what_is_left_of_them_in_place_of_points() -> None:
    game = begun(sample.question("a"), sample.question("b"), mode=SURVIVAL)
    lost = advance(game, sample.event(game, "wrong"), 1.0)
    assert verdict_lines(lost, None, 1.0)[0] == "Wrong, 2 lives left."
    assert verdict_lines(lost, None, 1.0)[-1] == "Score: 0 right."
    won = advance(game, sample.event(game, "right"), 1.0)
    assert verdict_lines(won, None, 1.0)[0] == "Right."
    assert verdict_lines(won, None, 1.0)[-1] == "Score: 1 right."
    late = advance(game, Tick(), 1000.0)
    assert verdict_lines(late, None, 1000.0)[0] == "Time ran out, 2 lives left."


# The clock and the race


@pytest.mark.parametrize(
    ("after", "left"),
    [(1.0, "1 minute 29 seconds"), (29.5, "1 minute 1 second"), (30.0, "1 minute"), (89.9, "1 second")],
)
def test_a_game_against_the_clock_says_in_words_how_much_is_left(after: float, left: str) -> None:
    game = begun(*sample.questions(2), mode=TIMED, seconds=90)
    game = advance(game, sample.event(game, "right"), after)
    assert verdict_lines(game, None, after + 500)[-1] == f"Score: plus 100 points, right 1, wrong 0. {left} left."


@pytest.mark.parametrize(
    ("best", "said"),
    [(50, "50 ahead of your best run"), (100, "level with your best run"), (300, "200 behind your best run")],
)
def test_a_game_against_the_clock_says_how_the_race_with_the_best_run_stands(best: int, said: str) -> None:
    game = begun(*sample.questions(2), mode=TIMED, seconds=90)
    game = advance(game, sample.event(game, "right"), 10.0)
    ghost = ((0.0, Fraction(0)), (5.0, Fraction(best)), (11.0, Fraction(900)))
    assert f", {said}. " in verdict_lines(game, ghost, 10.0)[-1]


# The proof


def test_the_explanation_and_every_quote_with_its_citation_stand_in_their_order() -> None:
    article = sample.source("featurette", text="One two three. Four five.")
    parts = Passage(source=article, span=Span(0, 24), paragraph=7, parts=(Span(0, 3), Span(15, 24)))
    question = msgspec.structs.replace(
        sample.question(), explanation="As it says.", citations=(*sample.question().citations, parts)
    )
    quoted = ["Quote: One [...] Four five", f"Source: {citation_line(parts)}"]
    assert judged(question, "Len Wiseman")[2:-1] == ["As it says.", *PROVEN, *quoted]


def test_sources_that_disagree_are_told_with_their_own_quotes() -> None:
    (proof,) = sample.question(sources=("other",)).citations
    disputes = (Dispute(answer="Chad", passage=proof, note="Said before."), Dispute(answer="Derek", passage=proof))
    lines = judged(msgspec.structs.replace(sample.question(), disputes=disputes), "Len Wiseman")
    quoted = ["Quote: The director is Len Wiseman.", "Source: Other · undated · ¶ 1"]
    assert lines[4:-1] == [
        "Sources disagree: Chad", "Said before.", *quoted, "Sources disagree: Derek", *quoted,
    ]  # fmt: skip


def test_a_draft_without_a_source_says_that_nothing_proves_it() -> None:
    bare = msgspec.structs.replace(sample.question(), citations=(), draft=True)
    assert "No source: nothing here proves the answer." in judged(bare, "Len Wiseman")


def test_a_game_that_explains_nothing_says_nothing() -> None:
    assert verdict_lines(begun(sample.question()), None, 1.0) == []
