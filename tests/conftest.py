"""What all tests share: the bank that comes with the game, read once, a good pack, and a rarer look for garbage."""

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from quiz.bank.bank import Bank
from quiz.bank.load import load_bank
from tests.bank.pack_folder import PackFolder, pack_of, question

settings.register_profile("short", max_examples=20, deadline=None)
settings.register_profile("medium", max_examples=40, deadline=None)
settings.register_profile("long", max_examples=2000, deadline=None)


class Effort(NamedTuple):
    """How hard a test tries: every run is short, `pytest --long` is not."""

    long: bool

    def of(self, *, short: int, long: int) -> int:
        """How often something is tried."""
        return long if self.long else short


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that make a run more thorough."""
    parser.addoption("--slow", action="store_true", help="run the slow tests too, and paint every frame of a screen")
    parser.addoption(
        "--long", action="store_true", help="like --slow, and try properties, the monkey and the killer at length"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Try properties as hard as the run was asked to."""
    config.option.slow = config.option.slow or config.option.long
    settings.load_profile("long" if config.option.long else "medium" if config.option.slow else "short")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Run two workers more than there are cores: together, tests wait as long as one core works for them.

    They wait for terminals, disks, files that are watched, and the moment for which a question must have been shown.
    """
    return (os.cpu_count() or 1) + 2


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """In a run with several workers, do once what each of them would do.

    Before it collects, each worker imports all test modules, beginning at another one: so each of them compiles only
    a part, and reads the bytecode of the others for the rest. Bytecode is written whatever the environment says, as
    the commands that the tests start write it too. Meanwhile the main process makes the file with the table of all
    characters that Hypothesis needs.
    """
    config = session.config
    tests = Path(__file__).parent
    if [config.invocation_params.dir / name for name in config.args] != [tests]:
        return
    worker = getattr(config, "workerinput", None)
    if worker is None:
        if config.getoption("numprocesses"):
            st.text().validate()
        return
    sys.dont_write_bytecode = False
    modules = sorted(tests.rglob("test_*.py"))
    start = len(modules) * int(worker["workerid"].removeprefix("gw")) // worker["workercount"]
    for path in modules[start:] + modules[:start]:
        with suppress(Exception, pytest.skip.Exception):  # collection imports it again and reports the error
            import_module(".".join(path.relative_to(tests.parent).with_suffix("").parts))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the slow tests out of a default run."""
    if config.option.slow:
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    config.hook.pytest_deselected(items=slow)
    items[:] = [item for item in items if not item.get_closest_marker("slow")]


def pytest_collection_finish() -> None:
    """Look for garbage rarely, and never among what was imported: it took a fifth of the time of the screens."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.fixture(scope="session")
def effort(request: pytest.FixtureRequest) -> Effort:
    """How hard this run tries."""
    return Effort(long=request.config.getoption("long"))


@pytest.fixture(scope="session")
def builtin() -> Bank:
    """The bank of the pack that comes with the game."""
    return load_bank()


@pytest.fixture
def pack(tmp_path: Path) -> PackFolder:
    """A pack with one article and one question, and nothing wrong."""
    return pack_of(tmp_path / "pack", question())
