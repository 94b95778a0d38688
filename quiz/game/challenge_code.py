"""Challenge codes: everything that makes a game, in a few letters that can be read out to a friend.

A code carries the mode, its length or clock, the filters and the questions picked, the seed, and enough of the bank's
digest to tell whether the friend's bank is the same. Letters and digits are Crockford's base 32, in which nothing is
mistaken for something else; the last two check the others.
"""

import re
import zlib
from collections.abc import Callable, Iterable, Sequence

import msgspec

from quiz.bank.printable import printable
from quiz.bank.question import DIFFICULTIES
from quiz.bank.question_index import QuestionLike
from quiz.game.deal import Filters
from quiz.game.game import Setup
from quiz.game.modes import LEAST_SECONDS, MODES, MOST_QUESTIONS, MOST_SECONDS, Mode, daily_seed

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
_CHECK_BYTES = 2
_DIGEST_BYTES = 3
_MODE_LETTERS = 3
"""So many letters of a mode's id tell it from every other; a test holds this."""
_LONGEST = 4000


class BadCodeError(ValueError):
    """The text is no challenge code; the message says why."""


class _Packed(msgspec.Struct, array_like=True):
    """What a code holds. Sets are bit masks over the sorted names of the bank; what is last and empty is left out."""

    mode: str
    seed: bytes
    """A 1 and the bytes of hexadecimal digits, or a 0 and any other seed in UTF-8."""
    bank: bytes
    length: int = 0
    seconds: int = 0
    topics: bytes = b""
    difficulties: int = 0
    sources: bytes = b""
    only: bytes | None = None


def encode(setup: Setup, bank: Sequence[QuestionLike]) -> str:
    """The code of a game drawn from a bank's questions."""
    packed = _Packed(
        mode=setup.mode.id[:_MODE_LETTERS],
        seed=_shortened(_day(setup.seed) if setup.mode.daily else setup.seed),
        bank=bytes.fromhex(setup.bank)[:_DIGEST_BYTES],
        length=setup.length or 0,
        seconds=setup.seconds or 0,
        topics=_mask(setup.filters.topics, _topics(bank), str.casefold),
        difficulties=int.from_bytes(_mask(setup.filters.difficulties, DIFFICULTIES), "big"),
        sources=_mask(setup.filters.sources, _sources(bank)),
        only=_picked(setup, bank),
    )
    fields = list(msgspec.structs.astuple(packed))
    if fields[-1] is None:  # an empty mask of picked questions is not the same as none
        fields.pop()
        while not fields[-1]:
            fields.pop()
    data = msgspec.msgpack.encode(fields)
    letters = _to_letters(_check(data) + data)
    return "-".join(letters[start : start + 5] for start in range(0, len(letters), 5))


def decode(code: str, bank: Sequence[QuestionLike], digest: str) -> tuple[Setup, bool]:
    """The setup that a code stands for, and whether ``bank``, whose digest is given, is the one it was made with.

    Raises:
        BadCodeError: the code was mistyped, or is none.
    """
    letters = code.upper().translate(_READ_AS)
    if not letters or len(letters) > _LONGEST or not set(letters) <= set(_ALPHABET):
        raise BadCodeError("That is not a challenge code: a code is made of letters and digits in groups of five.")
    data = _from_letters(letters)
    check, data = data[:_CHECK_BYTES], data[_CHECK_BYTES:]
    if check != _check(data):
        raise BadCodeError("This code was mistyped: its letters do not add up.")
    try:
        packed = msgspec.msgpack.decode(data, type=_Packed)
        setup = _unpacked(packed, bank, digest)
    except (msgspec.DecodeError, StopIteration, OverflowError, RecursionError, ValueError) as error:
        raise BadCodeError("This code is from another version of the game.") from error
    return setup, packed.bank == bytes.fromhex(digest)[:_DIGEST_BYTES]


def _unpacked(packed: _Packed, bank: Sequence[QuestionLike], digest: str) -> Setup:
    timed = bool(packed.seconds)
    if not 0 <= packed.length <= MOST_QUESTIONS or (timed and not LEAST_SECONDS <= packed.seconds <= MOST_SECONDS):
        raise ValueError("no game is that long")
    levels = packed.difficulties.to_bytes(1, "big")
    mode = next(mode for mode in MODES.values() if mode.id[:_MODE_LETTERS] == packed.mode)
    seed = packed.seed[1:].hex() if packed.seed[:1] == b"\x01" else packed.seed[1:].decode()
    if printable(seed) != seed:
        raise ValueError("no seed holds what cannot be seen")
    return Setup(
        mode=mode,
        seed=daily_seed(_dashed(seed), digest) if mode.daily else seed,
        filters=Filters(
            topics=_unmask(packed.topics, _topics(bank)),
            difficulties=_unmask(levels, DIFFICULTIES),
            sources=_unmask(packed.sources, _sources(bank)),
        ),
        length=packed.length or None,
        seconds=packed.seconds or None,
        bank=digest,
        scored=not mode.daily,  # a daily is scored on its own day, from the home screen
        only=None if packed.only is None else _unpicked(packed.only, mode, bank),
    )


def _shortened(seed: str) -> bytes:
    """Seeds made by the game are hexadecimal digits and fit in half the room."""
    try:
        data = bytes.fromhex(seed)
    except ValueError:
        data = b""
    return b"\x01" + data if data.hex() == seed else b"\x00" + seed.encode()


def _day(seed: str) -> str:
    """The digits of the day that a daily's seed begins with."""
    return seed.partition("/")[0].replace("-", "")


def _dashed(digits: str) -> str:
    if not re.fullmatch("[0-9]{8}", digits):
        raise ValueError("a daily is of a day")
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


def _topics(bank: Sequence[QuestionLike]) -> list[str]:
    return sorted({question.topic for question in bank})


def _sources(bank: Sequence[QuestionLike]) -> list[str]:
    return sorted({source for question in bank for source in question.sources})


def _keys(bank: Sequence[QuestionLike]) -> list[str]:
    return sorted(question.key for question in bank)


def _picked(setup: Setup, bank: Sequence[QuestionLike]) -> bytes | None:
    """The picked questions: two bytes each where their order counts, else a mask."""
    if setup.only is None:
        return None
    keys = _keys(bank)
    if setup.mode.pool != "due":
        return _mask(setup.only, keys)
    return b"".join(keys.index(key).to_bytes(2, "big") for key in setup.only if key in keys)


def _unpicked(picked: bytes, mode: Mode, bank: Sequence[QuestionLike]) -> tuple[str, ...]:
    keys = _keys(bank)
    if mode.pool != "due":
        return _unmask(picked, keys)
    places = (int.from_bytes(picked[start : start + 2], "big") for start in range(0, len(picked), 2))
    return tuple(dict.fromkeys(keys[place] for place in places if place < len(keys)))


def _mask(chosen: Iterable[str], names: Sequence[str], read: Callable[[str], str] = str) -> bytes:
    wanted = {read(name) for name in chosen}
    bits = sum(1 << place for place, name in enumerate(names) if read(name) in wanted)
    return bits.to_bytes((bits.bit_length() + 7) // 8, "big")


def _unmask(mask: bytes, names: Sequence[str]) -> tuple[str, ...]:
    bits = int.from_bytes(mask, "big")
    return tuple(name for place, name in enumerate(names) if bits >> place & 1)


def _check(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(4, "big")[:_CHECK_BYTES]


def _to_letters(data: bytes) -> str:
    bits = int.from_bytes(b"\x01" + data, "big")  # the leading 1 keeps zeros at the beginning
    letters = ""
    while bits:
        bits, place = divmod(bits, 32)
        letters = _ALPHABET[place] + letters
    return letters


def _from_letters(letters: str) -> bytes:
    bits = 0
    for letter in letters:
        bits = bits * 32 + _ALPHABET.index(letter)
    data = bits.to_bytes((bits.bit_length() + 7) // 8, "big")
    if data[:1] != b"\x01":
        raise BadCodeError("This code was mistyped: its letters do not add up.")
    return data[1:]
