"""A setting that this test alone declares: every part that shows, reads or saves settings knows it from that."""

import re
import runpy
from pathlib import Path
from typing import Annotated, Any, Literal

import click
import pytest
from click.testing import CliRunner, Result

from quiz.cli.context import CliContext
from quiz.cli.settings_options import settings_options
from quiz.settings.overrides import InvalidOverrideError, apply_overrides, environment_defaults
from quiz.settings.setting import Choice, Number, Setting, Switch, declarations
from quiz.settings.settings import Settings
from quiz.settings.settings_parser import read_settings
from quiz.settings.store import FILE, Preferences, SettingsFile
from quiz.settings.validators import Validators
from quiz.tui.setting_validators import screen_validators
from tests import sample
from tests.tui.app_player import Player, bank_of, playing

ROOT = Path(__file__).resolve().parents[2]


class ToySettings(Settings, frozen=True, kw_only=True):
    """The settings of the game, and one of each kind that only this test has."""

    house_lights: Annotated[
        Literal["bright", "dim", "out"],
        Setting(
            label="House lights",
            values=Choice(("bright", "dim", "out")),
            description="How bright the house is.",
            details="They go `out` when the curtain rises.",
            example="out",
            environment="TOY_LIGHTS",
        ),
    ] = "bright"
    rows: Annotated[
        int, Setting(label="Rows", values=Number(least=1, most=40, suggested=(5, 20)), description="Rows of seats.",
                     example=20),
    ] = 5  # fmt: skip
    music: Annotated[
        bool, Setting(label="Music", values=Switch(), description="Whether an organ plays.", example=True)
    ] = False
    scent: Annotated[
        str | None, Setting(label="Scent", values=Choice(), description="What the house smells of.", example="rose")
    ] = None


VALIDATORS = Validators({"scent": ("dust", "rose")})


class Unannotated(Settings, frozen=True, kw_only=True):
    """A setting without a declaration."""

    bare: int = 1


@click.command()
@settings_options(ToySettings)
@click.pass_obj
def show(context: CliContext) -> None:
    """Print the settings of a run."""
    settings = context.preferences(VALIDATORS, ToySettings).settings
    click.echo(" ".join(f"{name}={getattr(settings, name)}" for name in ("house_lights", "rows", "music", "scent")))


def run(folder: Path, *arguments: str, **environment: str) -> Result:
    return CliRunner(env=environment).invoke(show, ["--config-dir", str(folder), *arguments], obj=CliContext())


def test_it_is_read_from_the_file() -> None:
    text = "house_lights: dim\nrows: 40\nmusic: True\nscent: dust\ntimer: false\n"
    assert read_settings(text, FILE, VALIDATORS, ToySettings()) == (
        ToySettings(house_lights="dim", rows=40, music=True, scent="dust", timer=False),
        [],
    )


def test_it_is_unknown_where_it_is_not_declared() -> None:
    [problem] = read_settings("rows: 40\n", FILE, VALIDATORS)[1]
    assert str(problem).startswith("settings.yaml:1: The key 'rows' is not known.")


def test_a_wrong_value_is_a_problem_with_its_line() -> None:
    text = "timer: false\nhouse_lights: dimm\nrows: 41\nmusic: loud\nscent: ros\nhouse_light: dim\n"
    settings, problems = read_settings(text, FILE, VALIDATORS, ToySettings())
    assert settings == ToySettings(timer=False)
    assert [str(problem) for problem in problems] == [
        "settings.yaml:2: house_lights: 'dimm' is not a known value. Did you mean 'dim'?",
        "settings.yaml:3: rows: It is '41'; write a number from 1 to 40.",
        "settings.yaml:4: music: It is 'loud'; write true or false.",
        "settings.yaml:5: scent: 'ros' is not a known value. Did you mean 'rose'?",
        "settings.yaml:6: The key 'house_light' is not known. Did you mean 'house_lights'?",
    ]


def test_an_option_overrides_the_file_for_one_run(tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.write_text("house_lights: dim\nrows: 20\n")
    assert run(tmp_path).output == "house_lights=dim rows=20 music=False scent=None\n"
    options = ("--house-lights", "out", "--rows", "7", "--music", "--scent", "rose")
    assert run(tmp_path, *options).output == "house_lights=out rows=7 music=True scent=rose\n"
    assert run(tmp_path, "--music", "--no-music").output == "house_lights=dim rows=20 music=False scent=None\n"
    assert file.read_text() == "house_lights: dim\nrows: 20\n"


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (("--house-lights", "dimm"), "'dimm' is not one of 'bright', 'dim', 'out'"),
        (("--rows", "41"), "41 is not in the range 1<=x<=40"),
        (("--scent", "ros"), "--scent: 'ros' is not a known value. Did you mean 'rose'?"),
    ],
)
def test_a_wrong_option_is_refused_in_one_line(tmp_path: Path, option: tuple[str, ...], message: str) -> None:
    ran = run(tmp_path, *option)
    assert ran.exit_code == 2
    assert message in ran.output.splitlines()[-1]


def test_help_lists_the_options() -> None:
    shown = CliRunner().invoke(show, ["--help"]).output
    for words in (
        "--house-lights [bright|dim|out]", "How bright the house is.", "--rows N", "--music / --no-music",
        "--scent NAME", "--theme NAME",
    ):  # fmt: skip
        assert words in shown


def test_an_override_is_checked_wherever_it_comes_from() -> None:
    with pytest.raises(InvalidOverrideError, match="--house-lights: 'x' is not a known value"):
        apply_overrides(ToySettings(), {"house_lights": "x"}, VALIDATORS)


def test_the_environment_gives_a_default_that_the_file_overrides(tmp_path: Path) -> None:
    assert run(tmp_path, TOY_LIGHTS="out").output.startswith("house_lights=out ")
    (tmp_path / FILE).write_text("house_lights: bright\n")
    assert run(tmp_path, TOY_LIGHTS="out").output.startswith("house_lights=bright ")
    assert run(tmp_path, "--house-lights", "dim", TOY_LIGHTS="out").output.startswith("house_lights=dim ")
    assert environment_defaults(ToySettings, {"TOY_LIGHTS": "other"}, VALIDATORS) == ToySettings()


async def test_the_settings_screen_shows_it_changes_it_and_saves_it(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("# mine\nmusic: false  # too loud\n")
    file = SettingsFile(tmp_path, screen_validators(), ToySettings())
    preferences = Preferences(*file.read(), file)
    async with playing(bank_of(sample.questions(3)), preferences=preferences) as player:
        await player.press("comma")
        assert toys(player) == ["bright", "5", "off", "not set"]
        before = len(declarations(Settings)) - 1  # lines of settings; the keys have lines of their own, below
        await player.press(*["down"] * before, "right", "down", "left", "down", "enter")
        assert toys(player) == ["dim", "20", "on", "not set"]
    assert file.path.read_text() == "# mine\nmusic: true  # too loud\nhouse_lights: dim\nrows: 20\n"
    assert file.read() == (ToySettings(house_lights="dim", rows=20, music=True), [])


def toys(player: Player) -> list[str]:
    """The values of the toy settings on the screen, in the order of their lines."""
    return re.findall(r"(?:House lights|Rows|Music|Scent) +‹ (.*?) ›", player.shown)


def test_the_docs_have_it_in_the_table_and_in_the_example() -> None:
    made: dict[str, Any] = runpy.run_path(str(ROOT / "docs" / "make_settings.py"))
    assert (
        "| `house_lights` | `bright`, `dim`, `out` | `bright` | `--house-lights NAME` | How bright the house is. "
        "They go `out` when the curtain rises. The environment variable `TOY_LIGHTS` sets another default. |\n"
        "| `rows` | a number from 1 to 40 | `5` | `--rows N` | Rows of seats. |\n"
        "| `music` | `true`, `false` | `false` | `--music`, `--no-music` | Whether an organ plays. |\n"
    ) in made["table"](ToySettings)
    lines = "house_lights: out         # bright, dim, out\nrows: 20                  # a number from 1 to 40\n"
    assert lines in made["example"](ToySettings)


def test_a_field_without_a_declaration_is_an_error_of_the_program() -> None:
    with pytest.raises(TypeError, match=r"Unannotated\.bare is not annotated with a Setting"):
        declarations(Unannotated)
