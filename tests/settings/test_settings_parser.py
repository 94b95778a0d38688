"""Reading a settings file: good lines count, each wrong one is a problem in one line, and no text raises."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.settings.setting import declarations
from quiz.settings.settings import Settings
from quiz.settings.settings_parser import read_settings
from quiz.settings.validators import Validators
from tests.hostile import ACTING, HOSTILE, scalar

FULL = """\
theme: matinee
questions: 20
seconds: 120
animation: false
timer: False
options: alphabetical
keys:
  app.help: f1
  home.play: enter,ctrl+p
"""


TWICE = "The key 'theme' is repeated. Line 1 already has it. Delete one of the two."
NAMES = ", ".join(declarations(Settings))
UNUSED = "Anchors, aliases, tags, merge keys and several documents are not supported."
CONTROL = "The character U+0007 is not allowed here. Delete it. Other lines of the file may have more."


def wrong_keys(keys: Mapping[str, str]) -> dict[str, str]:
    return {name: "There is no such binding." for name in keys if "." not in name}


VALIDATORS = Validators({"theme": ("curtain", "matinee")}, wrong_keys)


def problems_of(text: str) -> list[str]:
    return [str(problem) for problem in read_settings(text, "settings.yaml", VALIDATORS)[1]]


def test_every_setting_is_read() -> None:
    assert read_settings(FULL, "f", VALIDATORS) == (
        Settings(
            theme="matinee",
            questions=20,
            seconds=120,
            animation=False,
            timer=False,
            options="alphabetical",
            keys={"app.help": "f1", "home.play": "enter,ctrl+p"},
        ),
        [],
    )


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "theme:\nkeys:\n", "keys: {}\n", "---\n"])
def test_an_empty_file_gives_the_defaults(text: str) -> None:
    assert read_settings(text, "f", VALIDATORS) == (Settings(), [])


def test_questions_may_be_all() -> None:
    assert read_settings("questions: all", "f", VALIDATORS) == (Settings(questions="all"), [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("\ntheem: curtain", "settings.yaml:2: The key 'theem' is not known. Did you mean 'theme'?"),
        ("zzz: 1", f"settings.yaml:1: The key 'zzz' is not known. Write one of: {NAMES}."),
        ("theme: matine", "settings.yaml:1: theme: 'matine' is not a known value. Did you mean 'matinee'?"),
        ("theme: [a]", "settings.yaml:1: theme: Write one value, not a list or a mapping."),
        ("questions: 0", "settings.yaml:1: questions: It is '0'; write a number from 1 to 10000, or all."),
        ("questions: 1.5", "settings.yaml:1: questions: It is '1.5'; write a number from 1 to 10000, or all."),
        ("questions: ٣", "settings.yaml:1: questions: It is '٣'; write a number from 1 to 10000, or all."),
        ("questions: {}", "settings.yaml:1: questions: Write one value, not a list or a mapping."),
        ("seconds: 9", "settings.yaml:1: seconds: It is '9'; write a number from 10 to 3600."),
        ("seconds: 3601", "settings.yaml:1: seconds: It is '3601'; write a number from 10 to 3600."),
        ("seconds: " + "9" * 5000, f"settings.yaml:1: seconds: It is '{'9' * 40}…'; write a number from 10 to 3600."),
        ("animation: maybe", "settings.yaml:1: animation: It is 'maybe'; write true or false."),
        ("timer: 0", "settings.yaml:1: timer: It is '0'; write true or false."),
        ("options: shufled", "settings.yaml:1: options: 'shufled' is not a known value. Did you mean 'shuffled'?"),
        ("keys: f1", "settings.yaml:1: keys: Write one binding and its keys a line below it, as `app.help: f1`."),
        ("keys:\n  a.b: [f1]", "settings.yaml:2: keys: a.b: Write a key, or several with commas, as `f1, h`."),
        ("keys:\n  a.b:", "settings.yaml:2: keys: a.b: Write a key, or several with commas, as `f1, h`."),
        ("keys:\n  a.b: x\n  nope: x", "settings.yaml:3: keys: nope: There is no such binding."),
        ("theme: a\ntheme: b", f"settings.yaml:2: {TWICE}"),
        ("theme: &a curtain", f"settings.yaml:1: {UNUSED}"),
        ("just words", "settings.yaml:1: Write each setting as a key, a colon and a value."),
        ("- theme", "settings.yaml:1: Write each setting as a key, a colon and a value."),
        ("\ntheme: \x07", f"settings.yaml:2: {CONTROL}"),
    ],
)  # fmt: skip
def test_a_wrong_line_is_a_problem_in_one_line(text: str, problem: str) -> None:
    assert problems_of(text) == [problem]


def test_a_file_that_is_not_yaml_is_a_problem_with_its_line() -> None:
    [problem] = problems_of("theme: curtain\nkeys: [\n")
    assert problem.startswith("settings.yaml:2: This is not YAML: ")


def test_every_wrong_line_is_reported_and_the_good_ones_count() -> None:
    text = "seconds: 5\ntheme: matinee\nfoo: 1\nkeys:\n  app.help: f1\n  nope: x\n"
    settings, problems = read_settings(text, "f", VALIDATORS)
    assert settings == Settings(theme="matinee", keys={"app.help": "f1"})
    assert [problem.line for problem in problems] == [1, 3, 6]


def test_without_validators_any_theme_and_any_key_will_do() -> None:
    assert read_settings("theme: nobody's\nkeys:\n  no: way\n", "f", Validators()) == (
        Settings(theme="nobody's", keys={"no": "way"}),
        [],
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_is_reported_in_one_line_under_every_key(words: str) -> None:
    for text in (
        f"{scalar(words)}: 1",
        *(f"{key}: {scalar(words)}" for key in ("theme", "options", "timer", "keys")),
    ):
        [problem] = problems_of(text)
        assert "\n" not in problem
    for text in (f"keys:\n  {scalar(words)}: x", f"keys:\n  {scalar(words)}: [x]"):
        assert all("\n" not in problem for problem in problems_of(text))


@given(st.text())
def test_no_text_raises(text: str) -> None:
    settings, problems = read_settings(text, "f", VALIDATORS)
    assert isinstance(settings, Settings)
    assert all(problem.line >= 1 for problem in problems)


_WORDS = st.one_of(
    st.sampled_from(
        ["theme", "questions", "keys", "timer", "true", "1", "all", "matinee", "[", "]", "{", "}", ":", ": "]
    ),
    st.sampled_from(["\n", "\n  ", "- ", "&a ", "*a", "!!int ", "<<: ", "? ", "'", '"', "#", "---", "|", ">", "\t"]),
)


@given(st.lists(_WORDS, max_size=12).map("".join))
def test_no_yaml_raises_and_a_file_without_problems_is_settings(text: str) -> None:
    settings, problems = read_settings(text, "f", VALIDATORS)
    if not problems:
        assert settings.theme in (None, "matinee")
        assert all("." in name for name in settings.keys)
    assert not any(ACTING.search(str(problem).replace("\t", "")) for problem in problems)
