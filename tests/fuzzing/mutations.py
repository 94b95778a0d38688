"""Spoiling a valid file: what is tried first are the neighbours of files that are right."""

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

from tests.fuzzing.target import Target

Change = tuple[str, int, int, bytes]
"""What is done, where, over how many bytes, and with what."""

_WAYS = ("put", "instead", "delete", "twice", "flip", "swap", "cut", "many")


def spoiled(target: Target) -> st.SearchStrategy[bytes]:
    """A valid file with a few changes, two halves of valid files, or bytes that are nothing at all."""
    samples = target.samples
    change = st.tuples(
        st.sampled_from(_WAYS), st.integers(0, 1 << 16), st.integers(0, 40), st.sampled_from(target.tokens)
    )
    sample = st.sampled_from(samples)
    changed = st.tuples(sample, st.lists(change, min_size=1, max_size=5)).map(lambda drawn: spoil(*drawn))
    halves = st.tuples(sample, sample, st.integers(0, 1 << 16), st.integers(0, 1 << 16)).map(_joined)
    anything = st.binary(max_size=80) | st.lists(st.sampled_from(target.tokens), max_size=12).map(b"".join)
    return changed | changed | halves | anything


def large(target: Target) -> st.SearchStrategy[Callable[[int], bytes]]:
    """Files of any size: a valid one, cut somewhere, in which the same few tokens stand again and again."""
    unit = st.lists(st.sampled_from(target.tokens), min_size=1, max_size=3).map(b"".join)
    sample = st.sampled_from(target.samples)
    return st.tuples(sample, st.integers(0, 1 << 16), unit).map(lambda drawn: _filled(*drawn))


def _filled(sample: bytes, where: int, unit: bytes) -> Callable[[int], bytes]:
    at = where % (len(sample) + 1)
    return lambda size: sample[:at] + unit * (size // len(unit)) + sample[at:]


def spoil(data: bytes, changes: Sequence[Change]) -> bytes:
    """A file with some changes, one after the other."""
    for way, where, length, token in changes:
        at = where % (len(data) + 1)
        before, span, after = data[:at], data[at : at + length], data[at + length :]
        data = before + _changed(way, span, token) + (b"" if way == "cut" else after)
    return data


def _changed(way: str, span: bytes, token: bytes) -> bytes:
    match way:
        case "put":
            return token + span
        case "instead" | "cut":
            return token
        case "delete":
            return b""
        case "twice":
            return span + span
        case "many":
            return span + token * 50
        case "flip":
            return bytes([span[0] ^ 1 << len(span) % 8]) + span[1:] if span else b"\x80"
        case _:
            return span[::-1]


def _joined(drawn: tuple[bytes, bytes, int, int]) -> bytes:
    one, other, end, start = drawn
    return one[: end % (len(one) + 1)] + other[start % (len(other) + 1) :]
