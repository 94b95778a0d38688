"""Near copies: no two prompts of a pack are nearly the same, whatever the order of their words."""

import msgspec
import pytest
from rapidfuzz import fuzz

from quiz.bank.problem import Place
from quiz.bank.question import Question
from quiz.lint.rules.near_copies import NEARLY_THE_SAME, find_near_copies, near_copy
from tests import sample
from tests.bank.pack_folder import PackFolder, codes, question


def ask(*prompts: str) -> list[Question]:
    asked = [msgspec.structs.replace(sample.question(f"q{number}"), prompt=one) for number, one in enumerate(prompts)]
    return [msgspec.structs.replace(one, place=Place("questions/a.yaml", 3 + n)) for n, one in enumerate(asked)]


def order(prompt: str, *options: str, name: str) -> Question:
    asked = sample.question(name, *options, kind="order", right=len(options))
    return msgspec.structs.replace(asked, prompt=prompt)


def copies(*asked: Question, **how: int) -> list[str]:
    """The ids of the questions that copy an earlier one."""
    found = list(find_near_copies(asked, **how) if how else near_copy.find(asked, ()))
    assert all(message and hint for _, message, hint in found)
    return [one.id for one, _, _ in found if one is not None]


@pytest.mark.parametrize(
    "prompt",
    [
        "Who is the director of Ballerina?",
        "who is the director of ballerina?",
        "Who is the director of  “Ballerina”?",
        "Of Ballerina, who is the director?",
        "Who is a director of Ballerina?",
        "Is the director of Ballerina who?",
    ],
)
def test_a_prompt_in_nearly_the_same_words_is_a_copy(prompt: str) -> None:
    assert copies(*ask("Who is the director of Ballerina?", prompt)) == ["q1"]


@pytest.mark.parametrize(
    "prompt",
    [
        "For which film series is that director known?",
        "Who is the writer of the first John Wick film?",
        "Who directs it?",
        "",
    ],
)
def test_a_prompt_that_asks_for_something_else_is_none(prompt: str) -> None:
    assert copies(*ask("Who is the director of Ballerina?", prompt)) == []


def test_the_threshold_is_eighty_five_of_a_hundred() -> None:
    """Ratios worked by hand: 2 × the letters in common ÷ all letters."""
    assert NEARLY_THE_SAME == 85
    first, just, below = "a" * 100, "a" * 85 + "b" * 15, "a" * 84 + "b" * 16
    assert fuzz.ratio(first, just) == 85.0
    assert copies(*ask(first, just)) == ["q1"]
    assert copies(*ask(first, below)) == []


def test_it_is_the_later_that_is_told_with_the_earlier_that_is_most_alike() -> None:
    asked = ask("Who directs Ballerina, the film?", "Who wrote it?", "Who directed Ballerina, the film?")
    [(one, message, hint)] = near_copy.find([*asked, *ask("How long is it?")], ())
    assert one is asked[2]
    assert message == "The prompt is nearly the same as that of 'q0' at questions/a.yaml:3:1."
    assert hint
    closer = ask("Who directs Ballerina, the film?", "Who directed Ballerina, the film", asked[2].prompt)
    [*_, (_, message, _)] = near_copy.find(closer, ())
    assert "'q1'" in message


def test_of_three_copies_two_are_told() -> None:
    assert copies(*ask(*["Who directs Ballerina?"] * 3)) == ["q1", "q2"]


@pytest.mark.parametrize("count", [0, 1])
def test_a_question_alone_is_no_copy(count: int) -> None:
    assert copies(*ask(*["Who directs Ballerina?"] * count)) == []


def test_what_is_to_be_put_in_order_belongs_to_what_is_asked() -> None:
    prompt = "Put these films in the order in which they were made."
    films = order(prompt, "John Wick", "Underworld", "Ballerina", name="films")
    others = order(prompt, "Knives Out", "Blonde", "Deep Water", "No Time to Die", name="others")
    again = order(prompt, "Ballerina", "John Wick", "Underworld", name="again")
    assert copies(films, others) == []
    assert copies(films, others, again) == ["again"]


def test_the_options_of_other_kinds_do_not() -> None:
    one, other = ask("Who directs Ballerina?", "Who directs Ballerina?")
    different = msgspec.structs.replace(other, answer=("A wholly different answer",), distractors=("More", "words"))
    assert copies(one, different) == ["q1"]


def test_a_copy_is_a_warning_that_stands_at_its_question_and_keeps_nothing_out(pack: PackFolder) -> None:
    pack.questions(question("a"), question("b"), question("c", prompt="When does Ballerina open in theaters?"))
    read = pack.read()
    [told] = [one for one in pack.lint().problems if one.rule.code == "Q804"]
    assert (told.question, told.is_error) == ("b", False)
    assert told.place == read.questions[1].place
    assert str(read.questions[0].place) in told.message
    assert len(read.questions) == 3
    assert "Q804" not in codes(read.problems)


def test_in_a_large_pack_copies_are_found_by_a_rare_word() -> None:
    prompts = [f"Who built the old harbour of town{number}?" for number in range(9)]
    asked = ask(*prompts, "Who built the new harbour of town3?")
    in_full = copies(*asked)
    assert in_full == [f"q{number}" for number in range(1, 10)]  # all differ in few letters
    large = len(asked) - 1
    assert copies(*asked, all_compared=large, rare=2) == ["q9"]
    [(_, message, _)] = find_near_copies(asked, all_compared=large, rare=2)
    assert "'q3'" in message
    assert copies(*asked, all_compared=large, rare=len(asked)) == in_full
