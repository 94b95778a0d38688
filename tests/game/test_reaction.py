"""What a player thinks of a question: what each key and each typed line makes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.game.phrases import reaction_text
from quiz.game.reaction import DISLIKES, LIKES, REASONS, Reaction, Sign, parse_reaction, pressed

WRONG, UNCLEAR, DULL = (Reaction(likes=False, reason=reason) for reason in REASONS)


@pytest.mark.parametrize(
    ("keys", "stages"),
    [
        ("++", [LIKES, None]),
        ("-----", [DISLIKES, WRONG, UNCLEAR, DULL, None]),
        ("------", [DISLIKES, WRONG, UNCLEAR, DULL, None, DISLIKES]),
        ("+-+", [LIKES, DISLIKES, LIKES]),
        ("--+-", [DISLIKES, WRONG, LIKES, DISLIKES]),
    ],
)
def test_each_key_leads_on_and_the_last_one_back(keys: str, stages: list[Reaction | None]) -> None:
    reaction, found = None, []
    for key in keys:
        reaction = pressed(reaction, "+" if key == "+" else "-")
        found.append(reaction)
    assert found == stages


@given(st.lists(st.sampled_from(["+", "-"])))
def test_whatever_is_pressed_one_plus_more_likes_or_takes_back(signs: list[Sign]) -> None:
    reaction: Reaction | None = None
    for sign in signs:
        reaction = pressed(reaction, sign)
    assert pressed(reaction, "+") in (LIKES, None)
    assert pressed(reaction, "-") != LIKES


@pytest.mark.parametrize(
    ("line", "reaction"),
    [
        ("+", LIKES), (" + ", LIKES), ("-", DISLIKES), ("−", DISLIKES), ("- dull", DULL), ("-wrong", WRONG),
        ("-   unclear ", UNCLEAR), ("+ dull", None), ("- dull wrong", None), ("- boring", None), ("", None),
        ("1", None), ("q", None), ("++", None), ("--", None),
    ],
)  # fmt: skip
def test_a_typed_line_says_it_too(line: str, reaction: Reaction | None) -> None:
    assert parse_reaction(line) == reaction


def test_each_reaction_is_told_in_words() -> None:
    told = [reaction_text(one) for one in (None, LIKES, DISLIKES, DULL)]
    assert told == ["", "You like this question.", "You dislike this question.", "You dislike this question: dull."]
