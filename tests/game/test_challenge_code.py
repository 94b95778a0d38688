"""A challenge code gives a friend the very same game, and a mistyped one is refused, not misread."""

import string
from contextlib import suppress
from datetime import date
from functools import cache

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.bank.bank import Bank
from quiz.bank.load import load_bank
from quiz.bank.printable import printable
from quiz.bank.question import DIFFICULTIES, Question
from quiz.bank.question_index import QuestionSummary
from quiz.game.challenge_code import _MODE_LETTERS, BadCodeError, _checksum, _to_base32, decode, encode
from quiz.game.deal import Filters
from quiz.game.game import Setup, questions_of
from quiz.game.modes import (
    CLASSIC,
    DAILY,
    MAX_QUESTIONS,
    MAX_SECONDS,
    MIN_SECONDS,
    MISSED,
    MODES,
    PRACTICE,
    RULES_VERSION,
    TIMED,
    Mode,
    daily_seed,
)
from quiz.game.option_order import arrange
from quiz.records.challenge import setup_from_code
from tests import sample

STILL = settings(database=None, deadline=None)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KEYS = [f"test/q{number}" for number in range(20)]


@cache
def builtin() -> Bank:
    return load_bank()


def some_of(names: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.integers(0, 2 ** len(names) - 1).map(
        lambda bits: tuple(name for place, name in enumerate(names) if bits >> place & 1)
    )


def in_any_order(names: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.randoms(use_true_random=False).map(lambda chance: tuple(chance.sample(names, len(names))))


@st.composite
def any_setup(draw: st.DrawFn) -> Setup:
    bank = builtin()
    mode = draw(st.sampled_from(list(MODES.values())))
    picked = some_of(sorted(bank.by_key))
    free = (
        st.text(max_size=30).map(printable)
        | st.binary(max_size=8).map(bytes.hex)
        | st.text(string.hexdigits + " ", max_size=8)
    )
    day = st.dates(date(2000, 1, 1), date(9999, 12, 31)).map(lambda day: daily_seed(day.isoformat(), bank.digest))
    return Setup(
        mode=mode,
        seed=draw(day if mode.daily else free),
        filters=Filters(
            topics=draw(some_of(sorted(bank.topics))),
            difficulties=draw(some_of(list(DIFFICULTIES))),
            sources=draw(some_of(sorted({source for one in bank.questions for source in one.sources}))),
        ),
        length=draw(st.none() | st.integers(1, 10_000)),
        seconds=draw(st.none() | st.integers(MIN_SECONDS, MAX_SECONDS)),
        bank=bank.digest,
        scored=not mode.daily,
        picked=draw(st.none() | (picked.flatmap(in_any_order) if mode.pool == "due" else picked)),
        postponed=draw(st.just(()) | picked),
        rules_version=draw(st.integers(2, 1000)),
    )


def setup(mode: Mode = CLASSIC, *, seed: str = "c0ffee", bank: Bank | None = None, **changes: object) -> Setup:
    made = Setup(mode=mode, seed=seed, length=mode.length, seconds=mode.seconds, bank=(bank or builtin()).digest)
    return msgspec.structs.replace(made, **changes)


def code(made: Setup | None = None) -> str:
    return encode(made or setup(), builtin().questions)


def read(text: str, bank: Bank | None = None) -> tuple[Setup, bool]:
    asked = bank or builtin()
    return decode(text, asked.questions, asked.digest)


# The way there and back


@STILL
@given(any_setup())
def test_whatever_a_game_was_started_with_comes_back_from_its_code(made: Setup) -> None:
    assert read(code(made)) == (made, True)


@pytest.mark.parametrize("only", [None, (), KEYS[:1], KEYS[7:8], KEYS], ids=["any", "none", "first", "eighth", "all"])
def test_questions_that_were_picked_come_back_and_none_picked_is_not_any(only: list[str] | None) -> None:
    bank = sample.bank(*sample.questions(20))
    made = setup(MISSED, bank=bank, picked=None if only is None else tuple(sorted(only)))
    assert read(encode(made, bank.questions), bank)[0].picked == made.picked


@pytest.mark.parametrize(
    "only", [None, (), KEYS[7:8], KEYS[::-1], KEYS[5:9] + KEYS[:3]], ids=["any", "none", "one", "all", "some"]
)
def test_the_questions_of_a_practice_game_come_back_in_their_order(only: list[str] | None) -> None:
    bank = sample.bank(*sample.questions(20))
    made = setup(PRACTICE, bank=bank, picked=None if only is None else tuple(only))
    assert read(encode(made, bank.questions), bank)[0].picked == made.picked


def test_a_practice_game_of_a_very_large_bank_has_a_code() -> None:
    bank = [QuestionSummary(f"test/q{number:05}", "Crew", "easy", ()) for number in range(70_000)]
    made = setup(PRACTICE, picked=("test/q69999", "test/q00001"))
    assert decode(encode(made, bank), bank, made.bank)[0].picked == made.picked


def test_a_picked_question_that_a_friends_bank_has_not_is_left_out() -> None:
    bank, friends = sample.bank(*sample.questions(3)), sample.bank(*sample.questions(2))
    made = setup(PRACTICE, bank=bank, picked=("test/q2", "test/q1", "test/q0"))
    assert read(encode(made, bank.questions), friends)[0].picked == ("test/q1", "test/q0")


def test_names_that_differ_in_case_alone_are_told_apart() -> None:
    bank = sample.bank(sample.question("Q1", sources=("Guide",)), sample.question("q1", sources=("guide",)))
    made = setup(MISSED, bank=bank, picked=("test/q1",), filters=Filters(sources=("guide",)))
    assert read(encode(made, bank.questions), bank) == (made, True)


def test_a_topic_typed_in_another_case_comes_back_as_the_bank_writes_it() -> None:
    assert read(code(setup(filters=Filters(topics=("cREW",)))))[0].filters == Filters(topics=("Crew",))


def game(made: Setup, questions: tuple[Question, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.key, arrange(one, made.seed)) for one in questions_of(made, sample.bank(*questions))]


@pytest.mark.parametrize(
    "made",
    [
        setup(),
        setup(TIMED, seed="Straße 🎲", filters=Filters(difficulties=("easy", "hard"))),
        setup(DAILY, seed=daily_seed("2026-11-20", builtin().digest)),
        setup(MISSED, picked=tuple(builtin().by_key)[::-3]),
        setup(PRACTICE, picked=tuple(builtin().by_key)[::-3]),
    ],
    ids=lambda made: made.mode.id,
)
def test_a_friend_is_asked_the_same_questions_with_the_same_options_in_the_same_order(made: Setup) -> None:
    friends, same = decode(code(made), builtin().questions[::-1], builtin().digest)
    assert same
    assert len(game(made, builtin().questions)) >= 10
    assert game(friends, builtin().questions[::-1]) == game(made, builtin().questions)


def test_the_daily_of_a_code_is_not_scored() -> None:
    made = setup(DAILY, seed=daily_seed("2026-11-20", builtin().digest))
    assert made.scored
    assert read(code(made)) == (msgspec.structs.replace(made, scored=False), True)


def test_another_bank_is_told_and_gets_a_daily_of_its_own() -> None:
    other = sample.bank(*sample.questions(3))
    assert read(code(), other) == (setup(bank=other), False)
    friends, same = read(code(setup(DAILY, seed=daily_seed("2026-11-20", builtin().digest))), other)
    assert (friends.seed, same) == (daily_seed("2026-11-20", other.digest), False)


# Postponed questions, and the version of the rules


@pytest.mark.parametrize("count", [1, 2, 5, 40, 150, 300])
def test_postponed_questions_come_back_and_take_no_more_room_than_they_need(count: int) -> None:
    bank = sample.bank(*sample.questions(300))
    keys = sorted(bank.by_key)
    made = setup(bank=bank, postponed=tuple(keys[:: len(keys) // count][:count]))
    text = encode(made, bank.questions)
    assert read(text, bank) == (made, True)
    more = len(text.replace("-", "")) - len(encode(setup(bank=bank), bank.questions).replace("-", ""))
    assert more <= 1.7 * min(2 * count, 38) + 15  # a byte or two a question, or a bit for each of the bank


def test_a_game_with_postponed_questions_is_the_same_for_a_friend() -> None:
    bank = sample.bank(*sample.questions(40))
    made = setup(bank=bank, postponed=tuple(sorted(bank.by_key))[:25])
    friends, _ = read(encode(made, bank.questions), bank)
    assert questions_of(friends, bank) == questions_of(made, bank)
    assert questions_of(made, bank) != questions_of(setup(bank=bank), bank)


def test_a_postponed_question_that_a_friends_bank_has_not_is_left_out() -> None:
    bank, friends = sample.bank(*sample.questions(9)), sample.bank(*sample.questions(2))
    made = setup(bank=bank, postponed=("test/q1", "test/q8"))
    assert read(encode(made, bank.questions), friends)[0].postponed == ("test/q1",)


OLD_CODES = {
    "5KQ75-53CDP-63H04-070FZ-VP40C-5166R-A": ("classic", None),
    "52AV6-D3DNM-Q7H04-070FZ-VP40C-5166R-00320-00640-32048-02": ("missed", ("test/q1", "test/q3")),
}
"""Codes of the time before codes named the version of the rules, for a bank of twenty questions."""


@pytest.mark.parametrize("text", OLD_CODES)
def test_a_code_of_older_rules_is_played_and_says_that_the_questions_are_others(text: str) -> None:
    bank = sample.bank(*sample.questions(20))
    made, same = read(text, bank)
    assert same  # what a bank is called has not changed
    assert (made.mode.id, made.picked, made.rules_version, made.seed) == (*OLD_CODES[text], 2, "c0ffee")
    current, warning = setup_from_code(bank, text)
    assert warning == "This code was made with another version of Quiz: the questions are not your friend's."
    assert current.rules_version == RULES_VERSION
    assert setup_from_code(bank, encode(current, bank.questions)) == (current, None)
    other = sample.bank(*sample.questions(5))
    current, warning = setup_from_code(other, text)
    assert warning == "This code was made with another bank: the questions are not your friend's."
    assert setup_from_code(other, encode(current, other.questions)) == (current, None)


# Reading it out


@pytest.mark.parametrize(
    "spoken",
    [
        str.lower,
        lambda text: text.replace("-", ""),
        lambda text: text.replace("-", " - "),
        lambda text: f"  {text.replace('-', '  ')} ",
        lambda text: text.replace("0", "O").replace("1", "I"),
        lambda text: text.lower().replace("0", "o").replace("1", "l"),
        lambda text: text.replace("1", "L"),
    ],
)
def test_a_code_can_be_typed_as_it_was_heard(spoken: object) -> None:
    for seed in ("c0ffee", "000000", "101010", "ffffff", ""):
        made = setup(seed=seed)
        assert read(spoken(code(made))) == (made, True)  # type: ignore[operator]


def test_a_code_is_groups_of_five_letters_that_cannot_be_mistaken_and_short_enough_to_read_out() -> None:
    *groups, last = code().split("-")
    assert {len(group) for group in groups} == {5}
    assert 1 <= len(last) <= 5
    assert set("".join((*groups, last))) <= set(LETTERS)
    assert len(groups) <= 7


# Mistyped


def refused(text: str) -> bool:
    """Whether a text is refused; that it is read or refused, and nothing worse, is tested by asking."""
    with suppress(BadCodeError):
        read(text)
        return False
    return True


def test_a_code_with_one_letter_wrong_missing_doubled_or_swapped_is_refused() -> None:
    right = code().replace("-", "")
    heads_tails = [(right[:place], right[place], right[place + 1 :]) for place in range(len(right))]
    changed = {head + letter + tail for head, was, tail in heads_tails for letter in LETTERS if letter != was}
    assert len(changed) == len(right) * 31
    changed |= {head + tail for head, _, tail in heads_tails}
    changed |= {head + was + was + tail for head, was, tail in heads_tails}
    changed |= {head + tail[0] + was + tail[1:] for head, was, tail in heads_tails if tail}
    assert [text for text in changed - {right} if not refused(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " - ",
        "0",
        "1",
        "O" * 50,
        "Z" * 4000,
        "A" * 4001,
        "1" * 100_000,
        "U2",
        "hello, friend",
        "🎲",
        "٣٤",
        "\0",
        "ﬁ",
    ],
    ids=repr,
)
def test_what_is_no_code_is_rejected(text: str) -> None:
    with pytest.raises(BadCodeError, match="code") as told:
        read(text)
    assert str(told.value).endswith(".")


@STILL
@given(st.text(max_size=60) | st.text(LETTERS, max_size=60))
def test_no_text_is_worse_than_a_bad_code(text: str) -> None:
    assert refused(text)


def packed(*fields: object) -> str:
    data = msgspec.msgpack.encode(fields)
    return _to_base32(_checksum(data) + data)


CL, TI = CLASSIC.id[:_MODE_LETTERS], TIMED.id[:_MODE_LETTERS]
SEED = b"\x01\xc0"


@pytest.mark.parametrize(
    "fields",
    [
        (),
        (CL,),
        ("zzzz", SEED, b"abc"),
        (CL, b"\x00\xff", b"abc"),
        (CL, SEED, "abc"),
        (CL, SEED, b"abc", "ten"),
        (CL, SEED, b"abc", -1),
        (TI, SEED, b"abc", 0, MIN_SECONDS - 1),
        (TI, SEED, b"abc", 0, MAX_SECONDS + 1),
        (CL, SEED, b"abc", 10, 0, b"", 256),
        (CL, SEED, b"abc", 10, 0, b"", -1),
        (CL, b"\x00" + b"x" * 3000, b"abc"),
        (CL, b"\x00a\x1bb", b"abc"),
        (CL, b"\x00a\xe2\x80\xaeb", b"abc"),
        (DAILY.id[:_MODE_LETTERS], b"\x00today", b"abc"),
        (CL, SEED, b"abc", MAX_QUESTIONS + 1),
        (CL, SEED, b"abc", 2**64 - 1),
        ({},),
        (f"{CL}03", SEED, b"abc"),
        (f"{CL}+3", SEED, b"abc"),
        (f"{CL}٣", SEED, b"abc"),
        (f"{CL}1000001", SEED, b"abc"),
        (f"{CL}{'9' * 2000}", SEED, b"abc"),
        (f"{CL}3", SEED, b"abc", 10, 0, b"", 0, b"", None, "q"),
    ],
    ids=lambda fields: str(fields)[:50],
)
def test_what_adds_up_but_makes_no_game_is_refused(fields: tuple[object, ...]) -> None:
    assert (
        read(packed(TI, SEED, b"abc", 10, 60, b"", 1))[0].length == 10
    )  # such a text is a code where it makes sense
    with pytest.raises(BadCodeError):
        read(packed(*fields))


def test_a_code_of_lists_in_lists_is_refused_and_exhausts_nothing() -> None:
    whole = msgspec.msgpack.encode((CL, SEED, b"abc", 0, 0, b"", 0, b"", None))
    nested = b"\x9a" + whole[1:] + b"\x91" * 2000 + b"\xc0"  # a tenth field, as a later version may have one
    with pytest.raises(BadCodeError, match="another version"):
        read(_to_base32(_checksum(nested) + nested))


def test_a_mode_that_this_version_does_not_know_is_refused_and_not_taken_for_another() -> None:
    later = Mode(id="sudden-death", name="Sudden death", summary="", lives=1, endless=True)
    with pytest.raises(BadCodeError, match="another version"):
        read(code(setup(later)))


@STILL
@given(st.binary(max_size=60))
def test_no_bytes_that_add_up_are_worse_than_a_bad_code(data: bytes) -> None:
    refused(_to_base32(_checksum(data) + data))
