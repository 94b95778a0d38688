"""The lines of a question, and parsing of typed lines."""

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quiz.bank.question import Question
from quiz.game.events import Answer, LookUp, Skip, Stop
from quiz.game.game import ANSWER_DELAY, Game, advance, start
from quiz.game.modes import CLASSIC, SURVIVAL, TIMED, Mode
from quiz.plain.question_lines import hint_for, parse_line, prompt_for, question_lines
from tests import sample

TRUE_FALSE = sample.question("claim", "True", "False", kind="true-false")
KINDS = [sample.question(), TRUE_FALSE, sample.multiple(), sample.order()]


def asking(question: Question, mode: Mode = CLASSIC) -> Game:
    return start(sample.setup(mode=mode), (question, *sample.questions(2)), 0.0)


# What is asked


def test_a_question_says_its_place_topic_and_difficulty_then_the_prompt_and_the_options_from_1() -> None:
    game = asking(sample.question())
    options = [f"{number}. {option}" for number, option in enumerate(game.options, start=1)]
    assert question_lines(game) == ["", "Question 1 of 3. Crew, medium.", "What about director?", *options]


def test_a_question_says_which_source_it_follows_before_the_prompt() -> None:
    followed = msgspec.structs.replace(sample.question(), according_to=sample.source())
    assert question_lines(asking(followed))[2:4] == ["According to Article, undated", "What about director?"]


def test_a_draft_is_marked_as_one_or_as_having_no_source() -> None:
    draft = msgspec.structs.replace(sample.question(), draft=True)
    assert question_lines(asking(draft))[1] == "Question 1 of 3. Draft. Crew, medium."
    bare = msgspec.structs.replace(draft, citations=())
    assert question_lines(asking(bare))[1] == "Question 1 of 3. No source. Crew, medium."


def test_a_game_without_an_end_counts_its_questions_without_a_sum() -> None:
    assert question_lines(asking(sample.question(), TIMED))[1] == "Question 1. Crew, medium."


def test_a_question_with_a_time_limit_of_its_own_says_it() -> None:
    game = asking(sample.question(), SURVIVAL)
    assert game.allowance == 8.75
    assert question_lines(game)[1] == "Question 1. Crew, medium. 9 seconds to answer."


@pytest.mark.parametrize(
    ("question", "told", "prompt"),
    [
        (sample.question(), None, "Answer (1 to 4), s to skip, q to leave: "),
        (TRUE_FALSE, None, "Answer (1 to 2), s to skip, q to leave: "),
        (sample.multiple(), "Choose all that apply.", "Answers (1 to 5, with spaces), s to skip, q to leave: "),
        (sample.order(), "Put all of them in order.", "Order (all of 1 to 4, with spaces), s to skip, q to leave: "),
    ],
    ids=lambda one: one.kind if isinstance(one, Question) else "",
)
def test_each_kind_says_how_it_is_answered(question: Question, told: str | None, prompt: str) -> None:
    assert prompt_for(question) == prompt
    assert question_lines(asking(question))[3] == (told or f"1. {asking(question).options[0]}")


# What is meant


@pytest.mark.parametrize("line", ["2", " 2 ", "2\r", "2,", "\t2;"])
def test_one_number_chooses_one_option(line: str) -> None:
    game = asking(sample.question())
    assert parse_line(line, game) == Answer(0, (game.options[1],))


@pytest.mark.parametrize("line", ["3 1", "1 3", "1,3", "3, 1", " 1;3 "])
def test_several_numbers_choose_several_options_as_they_are_shown(line: str) -> None:
    game = asking(sample.multiple())
    assert parse_line(line, game) == Answer(0, (game.options[0], game.options[2]))


def test_all_numbers_put_the_options_in_order() -> None:
    game = asking(sample.order())
    assert parse_line("4 2 1 3", game) == Answer(0, tuple(game.options[place] for place in (3, 1, 0, 2)))


@pytest.mark.parametrize("question", KINDS, ids=lambda one: one.kind)
def test_s_skips_and_q_leaves_in_every_kind(question: Question) -> None:
    game = asking(question)
    assert [parse_line(line, game) for line in ("s", " S ", "q", "Q\r")] == [Skip(0), Skip(0), Stop(), Stop()]


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        (sample.question(), ["", " ", "0", "5", "-1", "1 2", "1 1", "1.", "one", "a", "sq"]),
        (sample.question(), ["²", "9" * 5000, "\x00", "1\n2", "\ufffd"]),
        (sample.multiple(), ["", "0", "6", "1 6", "1 1", "12", "1 s", ",", "all"]),
        (sample.order(), ["", "1", "1 2 3", "1 2 3 3", "1 2 3 4 4", "1 2 3 5", "1234", "0 1 2 3"]),
    ],
    ids=lambda one: one.kind if isinstance(one, Question) else "",
)  # fmt: skip
def test_anything_else_means_nothing(question: Question, lines: list[str]) -> None:
    assert {line: parse_line(line, asking(question)) for line in lines} == dict.fromkeys(lines)


@given(st.sampled_from(KINDS), st.text() | st.lists(st.integers(0, 6)).map(lambda some: " ".join(map(str, some))))
@example(sample.question(), "L")
def test_whatever_is_typed_the_game_takes_what_it_is_said_to_mean(question: Question, line: str) -> None:
    game = asking(question)
    event = parse_line(line, game)
    assert event in (None, Skip(0), LookUp(0), Stop()) or isinstance(event, Answer)
    if isinstance(event, Answer):
        verdict = advance(game, event, ANSWER_DELAY).verdict
        assert verdict is not None
        assert verdict.chosen == event.chosen


@pytest.mark.parametrize(
    ("question", "hint"),
    [
        (sample.question(), "Type one number from 1 to 4; s skips, q leaves."),
        (
            sample.multiple(),
            "Type the numbers of all that apply, from 1 to 5, with spaces between them; s skips, q leaves.",
        ),
        (
            sample.order(),
            "Type every number from 1 to 4 once, in the right order, with spaces between them; s skips, q leaves.",
        ),
    ],
    ids=lambda one: one.kind if isinstance(one, Question) else "",
)
def test_the_hint_says_what_can_be_typed(question: Question, hint: str) -> None:
    assert hint_for(question) == hint
