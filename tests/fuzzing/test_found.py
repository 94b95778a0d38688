"""What fuzzing found once, cut to what matters: it makes problems now, and nothing else."""

import pytest

from tests.fuzzing.targets import TARGETS

FOUND = (
    # Behind the last line there is no place for a problem
    ("yaml", b"a: b\nas"),
    ("yaml", b"a: [b"),
    ("yaml", b"["),
    # Moments and numbers that the calendar, the scheduler of reviews or the sums of a game do not take
    ("rows", b"answers.answered_at=2026-11-20T12:00:00+01:00"),
    ("rows", b"answers.answered_at=2026-11-20"),
    ("rows", b"answers.answered_at=0001-01-01T00:00:00+23:59"),
    ("rows", b"games.started_at=9999-12-31T23:59:59-23:59"),
    ("rows", b"answers.points=1e999999999"),
    ("rows", b"answers.points=" + b"9" * 400),
    ("rows", b"answers.seconds=9e999"),
    # Games of codes that could not be kept: a length that no file holds, lists in lists
    ("packed-code", b"\x94\xa3cla\xc4\x03\x01\xc0\xff\xc4\x03abc\xcf" + b"\xff" * 8),
    ("packed-code", b"\x9a\xa3cla\xc4\x02\x01\xc0\xc4\x03abc\0\0\xc4\0\0\xc4\0\xc0" + b"\x91" * 2000 + b"\xc0"),
    ("packed-code", b"\x93\xa3dai\xc4\x03\0\x1bx\xc4\x03abc"),
)


@pytest.mark.parametrize(("name", "data"), FOUND, ids=range(len(FOUND)))
def test_what_was_found_makes_nothing_but_problems_now(name: str, data: bytes) -> None:
    TARGETS[name].run(data)
