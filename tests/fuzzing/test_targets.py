"""Every target takes its valid files; of spoiled ones it makes nothing but problems, at a bounded cost."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Effort
from tests.fuzzing.cost import assert_in_proportion, most_memory
from tests.fuzzing.mutations import large, spoiled
from tests.fuzzing.run import NAMES, ROOT
from tests.fuzzing.target import Target
from tests.fuzzing.targets import TARGETS

every = pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
_LARGE = 16_000
_BYTES_FOR_A_BYTE, _BYTES_ANYWAY = 1_000, 4_000_000
"""Of memory, for each byte of a file and for everything else that reading one needs."""


def test_the_run_of_its_own_knows_every_target() -> None:
    assert tuple(TARGETS) == NAMES


@every
def test_every_sample_is_a_valid_file(target: Target) -> None:
    samples = target.samples
    assert samples
    assert [sample for sample in samples if not target.run(sample)] == []


@every
@given(data=st.data())
def test_a_spoiled_file_makes_nothing_but_problems(target: Target, data: st.DataObject) -> None:
    target.run(data.draw(spoiled(target)))


@pytest.mark.slow
@every
def test_what_is_large_takes_time_and_memory_in_proportion(target: Target, effort: Effort) -> None:
    tried = settings(max_examples=effort.of(short=2, long=300), suppress_health_check=list(HealthCheck))

    @tried
    @given(large(target))
    def try_it(make: Callable[[int], bytes]) -> None:
        assert_in_proportion(target.run, make, _LARGE // 8)
        assert most_memory(lambda: target.run(make(_LARGE))) < _BYTES_FOR_A_BYTE * _LARGE + _BYTES_ANYWAY

    try_it()


def test_what_was_found_can_be_run_once_more(tmp_path: Path) -> None:
    found = tmp_path / "crash-1"
    found.write_bytes(TARGETS["code"].samples[0])
    said = subprocess.run(
        [sys.executable, "-m", "tests.fuzzing.run", "code", "--replay", found],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert said.stdout == f"code takes {found} now.\n"
