"""What something costs, measured so that other work on the machine hardly matters."""

import time
import tracemalloc
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
_SOON = 0.5
"""Seconds of a processor within which whatever is done is done soon enough."""


def assert_in_proportion(run: Callable[[T], Any], make: Callable[[int], T], size: int, times: int = 8) -> None:
    """Assert that what is so many times as large takes about so many times as long, or no time worth speaking of.

    Seconds are those of the processor; what grows with the square takes ``times`` squared as long.
    """
    ratio = took = 0.0
    for _ in range(3):
        took = _seconds(run, make(size * times))
        if took < _SOON:
            return
        ratio = took / max(_seconds(run, make(size)), _SOON / times**2)
        if ratio < times * 3:
            return
    raise AssertionError(f"{times} times as large takes {ratio:.0f} times as long: {took:.1f} s for {size * times}")


def _seconds(run: Callable[[T], Any], made: T) -> float:
    begun = time.process_time()
    run(made)
    return time.process_time() - begun


def most_memory(work: Callable[[], object]) -> int:
    """The most bytes that were in use at once while some work was done, beyond those before."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
