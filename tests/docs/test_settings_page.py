"""What the page on settings says is what a settings file can say."""

import re
import runpy

from quiz.game.modes import CLASSIC, DAILY, MISSED, PRACTICE, SURVIVAL, TIMED
from quiz.settings.setting import declarations
from quiz.settings.settings import Settings, usual_length
from quiz.settings.settings_parser import read_settings
from quiz.tui.setting_validators import screen_validators
from tests.docs.test_docs import ROOT, blocks

PAGE = "docs/settings.md"
TEXT = (ROOT / PAGE).read_text(encoding="utf-8")


def test_the_page_is_the_one_that_the_declarations_make() -> None:
    page = runpy.run_path(str(ROOT / "docs" / "make_settings.py"))["page"]
    assert page(TEXT) == TEXT, "run python docs/make_settings.py"
    assert re.findall(r"<!-- begin (\w+)", TEXT) == ["example", "table", "ids"]


def test_the_example_is_a_good_file_that_has_every_setting() -> None:
    [shown] = blocks(PAGE)
    examples = {name: setting.example for name, setting in declarations(Settings).items()}
    assert read_settings(shown, "settings.yaml", screen_validators()) == (Settings(**examples), [])
    assert all(getattr(Settings(), name) != example for name, example in examples.items())


def test_the_table_has_a_row_for_every_setting() -> None:
    assert re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE) == list(Settings.__struct_fields__)


def test_the_themes_that_are_named_are_there() -> None:
    theme = declarations(Settings)["theme"]
    named = re.search(r"such as (\S+), (\S+) or (\S+)\.", theme.description)
    assert named is not None
    assert {*named.groups(), *re.findall(r"`([\w-]+)`", theme.details)} <= set(screen_validators().choices["theme"])


def test_the_length_counts_in_the_modes_that_are_named() -> None:
    assert "In **classic** and **practice**; the other modes have their own." in TEXT
    settings = Settings(questions=7)
    modes = (CLASSIC, TIMED, SURVIVAL, DAILY, PRACTICE, MISSED)
    assert [mode for mode in modes if usual_length(mode, settings) == 7] == [CLASSIC, PRACTICE]
