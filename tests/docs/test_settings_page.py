"""What the page on settings says is what a settings file can say."""

import re

from quiz.game.modes import CLASSIC, DAILY, MISSED, PRACTICE, SURVIVAL, TIMED
from quiz.settings.settings import Settings, usual_length
from quiz.settings.settings_parser import READERS, read_settings
from quiz.tui.keymap.keymap import catalogue
from quiz.tui.setting_validators import known
from tests.docs.test_docs import ROOT, blocks

PAGE = "docs/settings.md"
TEXT = (ROOT / PAGE).read_text(encoding="utf-8")


def test_the_example_is_a_good_file_that_has_every_key() -> None:
    [shown] = blocks(PAGE)
    assert read_settings(shown, "settings.yaml", known()) == (
        Settings(
            theme="matinee",
            questions=20,
            seconds=90,
            animation=False,
            timer=False,
            options="alphabetical",
            keys={"home.play": "g", "app.help": "f1, ?"},
        ),
        [],
    )
    assert re.findall(r"^(\w+):", shown, re.MULTILINE) == list(READERS)


def test_the_table_has_every_key_and_the_page_every_id() -> None:
    assert re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE) == list(READERS) == list(Settings.__struct_fields__)
    table = TEXT[TEXT.index("## The ids") :]
    assert re.findall(r"`([^`]+)`", table) == list(catalogue())


def test_the_themes_that_are_named_are_there() -> None:
    named = re.search(r"any theme of the app: (.*), …", TEXT)
    assert named is not None
    assert set(named[1].split(", ")) <= set(known().themes)


def test_the_length_counts_in_the_modes_that_are_named() -> None:
    assert "in **classic** and **practice**; the other modes have their own" in TEXT
    settled = Settings(questions=7)
    modes = (CLASSIC, TIMED, SURVIVAL, DAILY, PRACTICE, MISSED)
    assert [mode for mode in modes if usual_length(mode, settled) == 7] == [CLASSIC, PRACTICE]
