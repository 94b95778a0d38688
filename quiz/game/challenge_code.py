"""Challenge codes: a game's setup as a short text that a player can send or read aloud to a friend.

A code holds the mode, the version of the rules, its length or clock, the filters, the picked and the postponed
questions, the seed and the first bytes of the bank's digest, which show whether the friend has the same bank. The
data is MessagePack, preceded by two bytes of its CRC-32 and written in Crockford's base 32, which has no letters that
look like digits.
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
from quiz.game.modes import MAX_QUESTIONS, MAX_SECONDS, MIN_SECONDS, MODES, Mode, daily_seed

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
"""How a typed code is read: letters as the digits they look like, hyphens and spaces not at all."""
_CHECKSUM_BYTES = 2
_DIGEST_BYTES = 3
_MODE_LETTERS = 3
"""How many letters of a mode's id a code holds. A test ensures that they identify the mode."""
_FIRST_RULES_VERSION = 2
"""The version of the rules of codes that name none."""
_MAX_RULES_VERSION = 1_000_000
_MAX_CODE_LENGTH = 4000
"""Characters; a longer text is rejected unread."""


class BadCodeError(ValueError):
    """The text is not a valid challenge code; the message says why."""


class _Packed(msgspec.Struct, array_like=True):
    """The data of a code. Sets are bit masks over the bank's sorted names; empty fields at the end are omitted."""

    mode: str
    """The first letters of its id, and the version of the rules in digits."""
    seed: bytes
    """A byte 1 and the bytes of a hexadecimal seed, or a byte 0 and any other seed in UTF-8."""
    bank: bytes
    """The first bytes of the bank's digest."""
    length: int = 0
    seconds: int = 0
    topics: bytes = b""
    difficulties: int = 0
    sources: bytes = b""
    picked: bytes | None = None
    postponed: bytes = b""
    """A byte 1 and a bit mask, or a byte 0 and the distances of the questions from each other; empty for none."""


def encode(setup: Setup, bank: Sequence[QuestionLike]) -> str:
    """Return the challenge code of a game that draws its questions from ``bank``."""
    packed = _Packed(
        mode=f"{setup.mode.id[:_MODE_LETTERS]}{setup.rules_version}",
        seed=_pack_seed(_day_digits(setup.seed) if setup.mode.daily else setup.seed),
        bank=bytes.fromhex(setup.bank)[:_DIGEST_BYTES],
        length=setup.length or 0,
        seconds=setup.seconds or 0,
        topics=_mask(setup.filters.topics, _topics(bank), str.casefold),
        difficulties=int.from_bytes(_mask(setup.filters.difficulties, DIFFICULTIES), "big"),
        sources=_mask(setup.filters.sources, _sources(bank)),
        picked=_pack_picked(setup, bank),
        postponed=_pack_postponed(setup.postponed, _keys(bank)) if setup.postponed else b"",
    )
    fields = list(msgspec.structs.astuple(packed))
    if not fields[-1]:
        fields.pop()
        if fields[-1] is None:  # an empty mask means that no question is picked, None that any may be asked
            fields.pop()
            while not fields[-1]:
                fields.pop()
    data = msgspec.msgpack.encode(fields)
    characters = _to_base32(_checksum(data) + data)
    return "-".join(characters[start : start + 5] for start in range(0, len(characters), 5))


def decode(code: str, bank: Sequence[QuestionLike], digest: str) -> tuple[Setup, bool]:
    """Return the setup of a code, and whether it was made with this bank.

    ``digest`` is the digest of ``bank``.

    Raises:
        BadCodeError: the text is mistyped or is not a code.
    """
    characters = code.upper().translate(_LOOKALIKES)
    if not characters or len(characters) > _MAX_CODE_LENGTH or not set(characters) <= set(_ALPHABET):
        raise BadCodeError("That is not a challenge code: a code is made of letters and digits in groups of five.")
    data = _from_base32(characters)
    checksum, data = data[:_CHECKSUM_BYTES], data[_CHECKSUM_BYTES:]
    if checksum != _checksum(data):
        raise BadCodeError("This code was mistyped: its letters do not add up.")
    try:
        packed = msgspec.msgpack.decode(data, type=_Packed)
        setup = _unpack(packed, bank, digest)
    except (msgspec.DecodeError, StopIteration, OverflowError, RecursionError, ValueError) as error:
        raise BadCodeError("This code is from another version of the game.") from error
    return setup, packed.bank == bytes.fromhex(digest)[:_DIGEST_BYTES]


def _unpack(packed: _Packed, bank: Sequence[QuestionLike], digest: str) -> Setup:
    timed = bool(packed.seconds)
    if not 0 <= packed.length <= MAX_QUESTIONS or (timed and not MIN_SECONDS <= packed.seconds <= MAX_SECONDS):
        raise ValueError("length or clock out of range")
    levels = packed.difficulties.to_bytes(1, "big")
    letters, version = packed.mode[:_MODE_LETTERS], packed.mode[_MODE_LETTERS:]
    mode = next(mode for mode in MODES.values() if mode.id[:_MODE_LETTERS] == letters)
    rules_version = _FIRST_RULES_VERSION if not version else int(version)
    if not version.isascii() or str(rules_version) != (version or "2") or rules_version > _MAX_RULES_VERSION:
        raise ValueError("not a version of the rules")
    seed = packed.seed[1:].hex() if packed.seed[:1] == b"\x01" else packed.seed[1:].decode()
    if printable(seed) != seed:
        raise ValueError("unprintable seed")
    return Setup(
        mode=mode,
        seed=daily_seed(_iso_date(seed), digest) if mode.daily else seed,
        filters=Filters(
            topics=_unmask(packed.topics, _topics(bank)),
            difficulties=_unmask(levels, DIFFICULTIES),
            sources=_unmask(packed.sources, _sources(bank)),
        ),
        length=packed.length or None,
        seconds=packed.seconds or None,
        bank=digest,
        scored=not mode.daily,  # only the daily of today, begun from the home screen, is scored
        picked=None if packed.picked is None else _unpack_picked(packed.picked, mode, bank),
        postponed=_unpack_postponed(packed.postponed, _keys(bank)) if packed.postponed else (),
        rules_version=rules_version,
    )


def _pack_seed(seed: str) -> bytes:
    """Encode a seed. The seeds that the game makes are hexadecimal and take half as many bytes."""
    try:
        data = bytes.fromhex(seed)
    except ValueError:
        data = b""
    return b"\x01" + data if data.hex() == seed else b"\x00" + seed.encode()


def _day_digits(seed: str) -> str:
    """Return the date at the beginning of a daily's seed as ``YYYYMMDD``."""
    return seed.partition("/")[0].replace("-", "")


def _iso_date(digits: str) -> str:
    if not re.fullmatch("[0-9]{8}", digits):
        raise ValueError("not a date")
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


def _topics(bank: Sequence[QuestionLike]) -> list[str]:
    return sorted({question.topic for question in bank})


def _sources(bank: Sequence[QuestionLike]) -> list[str]:
    return sorted({source for question in bank for source in question.sources})


def _keys(bank: Sequence[QuestionLike]) -> list[str]:
    return sorted(question.key for question in bank)


def _pack_picked(setup: Setup, bank: Sequence[QuestionLike]) -> bytes | None:
    """Encode the picked questions: two or three bytes each if their order matters, else a bit mask."""
    if setup.picked is None:
        return None
    keys = _keys(bank)
    if setup.mode.pool != "due":
        return _mask(setup.picked, keys)
    places = {key: place for place, key in enumerate(keys)}
    size = _index_bytes(keys)
    return b"".join(places[key].to_bytes(size, "big") for key in setup.picked if key in places)


def _unpack_picked(picked: bytes, mode: Mode, bank: Sequence[QuestionLike]) -> tuple[str, ...]:
    keys = _keys(bank)
    if mode.pool != "due":
        return _unmask(picked, keys)
    size = _index_bytes(keys)
    indexes = (int.from_bytes(picked[start : start + size], "big") for start in range(0, len(picked), size))
    return tuple(dict.fromkeys(keys[index] for index in indexes if index < len(keys)))


def _index_bytes(keys: Sequence[str]) -> int:
    """How many bytes the place of a question takes: two, in all but very large banks."""
    return 2 if len(keys) <= 1 << 16 else 3


def _pack_postponed(postponed: Iterable[str], keys: Sequence[str]) -> bytes:
    """Encode keys by a bit mask or by the distances between their places, whichever is shorter.

    A distance is a number in base 128, its last digit first; every digit but its last has the highest bit set.
    """
    chosen = frozenset(postponed)
    mask, distances, before = _mask(chosen, keys), bytearray(), -1
    for place, key in enumerate(keys):
        if key in chosen:
            distance, before = place - before, place
            while distance >= 128:
                distances.append(distance % 128 | 128)
                distance //= 128
            distances.append(distance)
    return b"\x01" + mask if len(mask) <= len(distances) else b"\x00" + bytes(distances)


def _unpack_postponed(packed: bytes, keys: Sequence[str]) -> tuple[str, ...]:
    if packed[:1] == b"\x01":
        return _unmask(packed[1:], keys)
    chosen, place, distance, weight = [], -1, 0, 1
    for digit in packed[1:]:
        distance += digit % 128 * weight
        weight *= 128
        if digit < 128:
            place, distance, weight = place + distance, 0, 1
            if 0 <= place < len(keys):
                chosen.append(keys[place])
    return tuple(dict.fromkeys(chosen))


def _mask(chosen: Iterable[str], names: Sequence[str], normalize: Callable[[str], str] = str) -> bytes:
    normalized = {normalize(name) for name in chosen}
    bits = sum(1 << index for index, name in enumerate(names) if normalize(name) in normalized)
    return bits.to_bytes((bits.bit_length() + 7) // 8, "big")


def _unmask(mask: bytes, names: Sequence[str]) -> tuple[str, ...]:
    bits = int.from_bytes(mask, "big")
    return tuple(name for index, name in enumerate(names) if bits >> index & 1)


def _checksum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(4, "big")[:_CHECKSUM_BYTES]


def _to_base32(data: bytes) -> str:
    bits = int.from_bytes(b"\x01" + data, "big")  # the leading 1 preserves zeros at the beginning
    characters = ""
    while bits:
        bits, digit = divmod(bits, 32)
        characters = _ALPHABET[digit] + characters
    return characters


def _from_base32(characters: str) -> bytes:
    bits = 0
    for character in characters:
        bits = bits * 32 + _ALPHABET.index(character)
    data = bits.to_bytes((bits.bit_length() + 7) // 8, "big")
    if data[:1] != b"\x01":
        raise BadCodeError("This code was mistyped: its letters do not add up.")
    return data[1:]
