"""The arc of a deal: it opens easy and liked, rises, varies its kinds, and ends with a question that people like."""

import random
from collections.abc import Sequence
from itertools import groupby, pairwise, permutations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.bank import Bank
from quiz.bank.question import DIFFICULTIES, Question
from quiz.game.arc import SPAN, Profile, arranged, filling_order, profile_of, wanted_level
from quiz.game.deal import card_of, deal, deal_again, effective
from quiz.game.game import questions_of, start
from quiz.game.modes import CLASSIC, SURVIVAL
from quiz.records.recency import resting
from tests import sample

KINDS = ("choice", "choice", "choice", "true-false", "multiple", "order")
EASY, MEDIUM, HARD = range(3)


def made(name: str, *, kind: str = "choice", level: int = MEDIUM, appeal: int = 2, words: bool = False) -> Question:
    """A question of a kind, a difficulty and an appeal, which asks for words or not. It gives nothing away."""
    asked = sample.question(name, f"right {name}", f"wrong {name}", f"bad {name}", kind=kind, sources=(name,))
    prompt = f"Which word did {name} use?" if words else f"What of {name}?"
    return msgspec.structs.replace(asked, prompt=prompt, difficulty=DIFFICULTIES[level], appeal=appeal)


def varied(count: int = 120) -> Bank:
    """A bank as a careful author writes it: every kind at every level, some liked, and some questions of words."""
    chance = random.Random(1)  # noqa: S311 - a test, not a secret
    return sample.bank(
        *(
            made(
                f"q{number}",
                kind=chance.choice(KINDS),
                level=chance.choice((EASY, EASY, MEDIUM, MEDIUM, HARD)),
                appeal=chance.choice((1, 2, 3)),
                words=chance.random() < 0.2,
            )
            for number in range(count)
        )
    )


BANK = varied()


def levels(dealt: Sequence[Question]) -> list[int]:
    return [DIFFICULTIES.index(one.difficulty) for one in dealt]


def broken_rules(dealt: Sequence[Question]) -> list[str]:
    """Which rules of docs/rules.md a game of ten breaks."""
    level = levels(dealt)
    kinds = [kind for kind, run in groupby(one.kind for one in dealt) if kind != "choice" and len(list(run)) > 1]
    rules = {
        "opens easy": level[0] == EASY,
        "opens liked": dealt[0].appeal == 3,
        "rises": level[:9] == sorted(level[:9]),
        "the hardest is the eighth or the ninth": max(level) in level[7:9],
        "ends liked": dealt[9].appeal == 3,
        "kinds alternate": not kinds,
        "one question of words at most": sum(one.asks_for_words for one in dealt) <= 1,
        "ten different questions": len(set(dealt)) == 10,
    }
    return [rule for rule, kept in rules.items() if not kept]


many_games = pytest.mark.parametrize("games", [200, pytest.param(2000, marks=pytest.mark.slow)])


@many_games
def test_many_games_of_ten_break_no_rule_and_differ(games: int) -> None:
    dealt = [deal(BANK.question_summaries, str(seed), 10, BANK) for seed in range(games)]
    assert [(seed, broken) for seed, one in enumerate(dealt) if (broken := broken_rules(one))] == []
    assert len({tuple(one.key for one in game) for game in dealt}) == games
    assert {one.key for game in dealt for one in game} == set(BANK.by_key)  # every question has its turn
    liked = {one for one in BANK.questions if one.difficulty == "easy" and one.appeal == 3 and not one.asks_for_words}
    assert {game[0] for game in dealt} == liked  # any of them can open a game


@many_games
def test_many_games_in_a_row_break_no_rule_and_bring_nothing_back_that_was_met_lately(games: int) -> None:
    met: list[str] = []
    for seed in map(str, range(games)):
        late = resting(BANK.question_summaries, met, {})
        dealt = deal(BANK.question_summaries, seed, 10, BANK, late)
        asked = [one.key for one in dealt]
        assert broken_rules(dealt) == []
        assert not set(asked) & set(met[: len(BANK.questions) // 2])
        met = [*asked[::-1], *(key for key in met if key not in asked)]


def test_a_game_is_no_longer_a_shuffle() -> None:
    """What the rules are for: as many shuffles break them nearly always."""
    chance, broken = random.Random(1), 0  # noqa: S311 - a test, not a secret
    for _ in range(200):
        broken += bool(broken_rules(chance.sample(BANK.questions, 10)))
    assert broken > 195


def test_a_long_game_rises_and_eases_in_each_ten() -> None:
    dealt = deal(BANK.question_summaries, "1", 40, BANK)
    for start_of_ten in range(0, 40, SPAN):
        assert broken_rules(dealt[start_of_ten : start_of_ten + SPAN]) == []
    kinds = [one.kind for one in dealt]
    assert not [one for one, other in pairwise(kinds) if one == other != "choice"]


@pytest.mark.parametrize("length", range(1, 10))
def test_a_short_game_has_the_same_arc(length: int) -> None:
    for seed in map(str, range(30)):
        dealt = deal(BANK.question_summaries, seed, length, BANK)
        level = levels(dealt)
        assert (level[0], dealt[0].appeal) == (EASY, 3)
        assert level[:-1] == sorted(level[:-1])
        if length > 1:
            assert dealt[-1].appeal == 3
        if length > 2:
            assert level[-2] == HARD


def test_ten_places_ask_for_three_easy_four_medium_and_two_hard_questions() -> None:
    assert [wanted_level(place, 10) for place in range(9)] == [EASY] * 3 + [MEDIUM] * 4 + [HARD] * 2
    assert filling_order(10) == [0, 9, 8, 1, 2, 3, 4, 5, 6, 7]
    assert [filling_order(length) for length in (1, 2, 3)] == [[0], [0, 1], [0, 2, 1]]


# Bad input: each deal is still a game


@pytest.mark.parametrize(
    "questions",
    [
        [made(f"q{number}") for number in range(3)],
        [made(f"q{number}", level=HARD, appeal=1) for number in range(12)],
        [made(f"q{number}", kind="true-false") for number in range(12)],
        [made(f"q{number}", words=True) for number in range(12)],
        [made(f"q{number}", kind="order", level=EASY, words=True) for number in range(25)],
        [msgspec.structs.replace(made(f"q{number}"), draft=True, citations=()) for number in range(11)],
    ],
    ids=["three", "only hard", "one kind", "only words", "all alike", "only drafts"],
)
def test_what_a_bank_does_not_have_is_replaced(questions: list[Question]) -> None:
    bank = sample.bank(*questions)
    dealt = deal(bank.question_summaries, "7", 10, bank)
    assert len(set(dealt)) == len(dealt) == min(10, len(questions))
    assert set(deal(bank.question_summaries, "7", None, bank)) == set(questions)


def test_an_empty_bank_deals_nothing() -> None:
    assert deal((), "7", 10, sample.bank()) == ()


def test_without_an_easy_question_the_easiest_opens_and_without_a_liked_one_the_most_liked() -> None:
    bank = sample.bank(
        made("hard", level=HARD, appeal=3), made("plain", appeal=1), made("nicer", appeal=2), made("more", level=HARD)
    )
    for seed in map(str, range(20)):
        dealt = deal(bank.question_summaries, seed, 4, bank)
        assert (dealt[0].id, dealt[-1].id) == ("nicer", "hard")


profiles = st.builds(Profile, st.integers(0, 2), st.sampled_from(KINDS), st.integers(1, 3), st.booleans())


@given(st.lists(profiles, min_size=1, max_size=30), st.integers(0, 30), st.integers())
def test_any_bank_gives_a_game_of_the_length_that_is_asked_for(listed: list[Profile], length: int, seed: int) -> None:
    questions = [
        made(f"q{number}", kind=one.kind, level=one.level, appeal=one.appeal, words=one.asks_for_words)
        for number, one in enumerate(listed)
    ]
    bank = sample.bank(*questions)
    dealt = deal(bank.question_summaries, str(seed), length, bank)
    assert len(set(dealt)) == len(dealt) == min(length, len(questions))
    for first in range(0, len(dealt), SPAN):
        span = dealt[first : first + SPAN]
        others = sum(not one.asks_for_words for one in questions)
        if sum(one.asks_for_words for one in span) > 1:  # only where nothing else was left
            assert sum(not one.asks_for_words for one in dealt[: first + len(span)]) == others
    if dealt and length >= len(questions):
        assert dealt[0].difficulty == DIFFICULTIES[min(one.level for one in listed)] or len(listed) > 1


@given(st.lists(profiles, min_size=1, max_size=5), st.sampled_from(("", *KINDS)))
def test_an_order_is_changed_only_for_the_better(listed: list[Profile], before: str) -> None:
    order = arranged(listed, before)
    assert sorted(order) == list(range(len(listed)))
    assert clashes([listed[index] for index in order], before) <= clashes(listed, before)


@given(st.lists(profiles, min_size=2, max_size=5))
def test_kinds_alternate_wherever_they_can_in_a_short_span(listed: list[Profile]) -> None:
    least = min(clashes(order, "") for order in permutations(listed))
    found = clashes([listed[index] for index in arranged(listed)], "")
    assert found == least


def clashes(listed: Sequence[Profile], before: str) -> int:
    kinds = [before, *(one.kind for one in listed)]
    return sum(one == other != "choice" for one, other in pairwise(kinds))


# Postponed: asked when all others have been


def test_what_is_postponed_comes_only_when_all_others_have_been_asked() -> None:
    late = {one.key for one in BANK.questions[:60]}
    for seed in map(str, range(20)):
        dealt = [one.key for one in deal(BANK.question_summaries, seed, None, BANK, late)]
        assert not late & set(dealt[:60])
        assert set(dealt[60:]) == late
    assert broken_rules(deal(BANK.question_summaries, "1", 10, BANK, late)) == []


def test_who_knows_the_whole_bank_is_still_asked() -> None:
    late = set(BANK.by_key)
    assert deal(BANK.question_summaries, "1", 10, BANK, late) == deal(BANK.question_summaries, "1", 10, BANK)


@pytest.mark.parametrize("length", [5, 10, 20, None])
@pytest.mark.parametrize("count", [1, 30, 60, 115, 120])
def test_those_that_make_a_difference_give_the_same_game(count: int, length: int | None) -> None:
    late = set(random.Random(count).sample(sorted(BANK.by_key), count))  # noqa: S311 - a test, not a secret
    for seed in map(str, range(3)):
        kept = effective(late, BANK.question_summaries, seed, length, BANK)
        assert set(kept) <= late
        dealt = deal(BANK.question_summaries, seed, length, BANK, kept)
        others = (len(BANK.questions) - count) // SPAN * SPAN  # the last ten of the others may have some of the late
        assert not late.intersection(one.key for one in dealt[:others])
        if len(dealt) <= others:
            assert dealt == deal(BANK.question_summaries, seed, length, BANK, late)


def test_few_of_those_that_are_postponed_make_a_difference() -> None:
    late = {one.key for one in BANK.questions[:60]}
    assert len(effective(late, BANK.question_summaries, "1", 10, BANK)) < 30
    assert effective((), BANK.question_summaries, "1", 10, BANK) == ()


# Rounds of endless games


def test_later_rounds_follow_the_same_rules_and_do_not_begin_with_the_last_question() -> None:
    game = start(sample.setup(mode=SURVIVAL), questions_of(sample.setup(mode=SURVIVAL), BANK), 0.0)
    count = len(BANK.questions)
    for number in range(1, 4):
        dealt = [game.question_at(index) for index in range(number * count, (number + 1) * count)]
        assert set(dealt) == set(BANK.questions)
        assert dealt[0] != game.question_at(number * count - 1)
        assert broken_rules(dealt[:SPAN]) == []


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_tiny_bank_has_rounds_too(count: int) -> None:
    cards = tuple(card_of(made(f"q{number}")) for number in range(count))
    for seed in map(str, range(20)):
        dealt = deal_again(cards, seed, cards[-1])
        assert sorted(dealt) == sorted(cards)
        assert count == 1 or dealt[0] != cards[-1]


def test_a_profile_has_what_the_deal_looks_at() -> None:
    question = made("q", kind="multiple", level=HARD, appeal=3, words=True)
    assert profile_of(question) == Profile(HARD, "multiple", 3, asks_for_words=True)
    assert profile_of(BANK.question_summaries[0]) == profile_of(BANK.questions[0])
    assert CLASSIC.length == SPAN
