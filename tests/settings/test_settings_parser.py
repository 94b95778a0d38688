"""A settings file: what is good in it counts, what is wrong is said in a line with its place, and nothing raises."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.settings.settings import Settings
from quiz.settings.settings_parser import READERS, read_settings
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


TWICE = "The key 'theme' stands here again; line 1 has it already. Keep one of the two."
UNUSED = "Anchors, aliases, tags, merge keys and several documents are not used here."
CONTROL = "The character U+0007 cannot stand here. Delete it; the file's other lines may hold more."


def wrong_keys(wanted: Mapping[str, str]) -> dict[str, str]:
    return {name: "There is no such binding." for name in wanted if "." not in name}


KNOWN = Validators(("curtain", "matinee"), wrong_keys)


def told(text: str) -> list[str]:
    return [str(flaw) for flaw in read_settings(text, "settings.yaml", KNOWN)[1]]


def test_every_key_is_read() -> None:
    assert read_settings(FULL, "f", KNOWN) == (
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
def test_what_is_not_said_is_as_it_comes(text: str) -> None:
    assert read_settings(text, "f", KNOWN) == (Settings(), [])


def test_a_game_may_have_all_questions() -> None:
    assert read_settings("questions: all", "f", KNOWN) == (Settings(questions="all"), [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\ntheem: curtain", "settings.yaml:2: The key 'theem' is not known. Did you mean 'theme'?"),
        ("zzz: 1", f"settings.yaml:1: The key 'zzz' is not known. Write one of: {', '.join(READERS)}."),
        ("theme: matine", "settings.yaml:1: theme: 'matine' is none of them. Did you mean 'matinee'?"),
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
        ("options: shufled", "settings.yaml:1: options: 'shufled' is none of them. Did you mean 'shuffled'?"),
        ("keys: f1", "settings.yaml:1: keys: Write one binding and its keys a line below it, as `app.help: f1`."),
        ("keys:\n  a.b: [f1]", "settings.yaml:2: keys: a.b: Write a key, or several with commas, as `f1, h`."),
        ("keys:\n  a.b:", "settings.yaml:2: keys: a.b: Write a key, or several with commas, as `f1, h`."),
        ("keys:\n  a.b: x\n  nope: x", "settings.yaml:3: keys: nope: There is no such binding."),
        ("theme: a\ntheme: b", f"settings.yaml:2: {TWICE}"),
        ("theme: &a curtain", f"settings.yaml:1: {UNUSED}"),
        ("just words", "settings.yaml:1: Settings are lines with a key, a colon and a value."),
        ("- theme", "settings.yaml:1: Settings are lines with a key, a colon and a value."),
        ("\ntheme: \x07", f"settings.yaml:2: {CONTROL}"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_a_line(text: str, said: str) -> None:
    assert told(text) == [said]


def test_what_is_no_yaml_is_said_with_its_line() -> None:
    [said] = told("theme: curtain\nkeys: [\n")
    assert said.startswith("settings.yaml:2: This is not YAML: ")


def test_all_that_is_wrong_is_said_and_what_is_good_counts() -> None:
    text = "seconds: 5\ntheme: matinee\nfoo: 1\nkeys:\n  app.help: f1\n  nope: x\n"
    settings, flaws = read_settings(text, "f", KNOWN)
    assert settings == Settings(theme="matinee", keys={"app.help": "f1"})
    assert [flaw.line for flaw in flaws] == [1, 3, 6]


def test_without_the_screens_any_theme_and_any_key_will_do() -> None:
    assert read_settings("theme: nobody's\nkeys:\n  no: way\n", "f", Validators()) == (
        Settings(theme="nobody's", keys={"no": "way"}),
        [],
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_told_in_one_line_whatever_key_they_stand_under(words: str) -> None:
    for text in (
        f"{scalar(words)}: 1",
        *(f"{key}: {scalar(words)}" for key in ("theme", "options", "timer", "keys")),
    ):
        [said] = told(text)
        assert "\n" not in said
    for text in (f"keys:\n  {scalar(words)}: x", f"keys:\n  {scalar(words)}: [x]"):
        assert all("\n" not in said for said in told(text))


@given(st.text())
def test_no_text_raises(text: str) -> None:
    settings, flaws = read_settings(text, "f", KNOWN)
    assert isinstance(settings, Settings)
    assert all(flaw.line >= 1 for flaw in flaws)


_WORDS = st.one_of(
    st.sampled_from(
        ["theme", "questions", "keys", "timer", "true", "1", "all", "matinee", "[", "]", "{", "}", ":", ": "]
    ),
    st.sampled_from(["\n", "\n  ", "- ", "&a ", "*a", "!!int ", "<<: ", "? ", "'", '"', "#", "---", "|", ">", "\t"]),
)


@given(st.lists(_WORDS, max_size=12).map("".join))
def test_no_yaml_raises_and_what_has_no_flaw_is_a_setting(text: str) -> None:
    settings, flaws = read_settings(text, "f", KNOWN)
    if not flaws:
        assert settings.theme in (None, "matinee")
        assert all("." in name for name in settings.keys)
    assert not any(ACTING.search(str(flaw).replace("\t", "")) for flaw in flaws)
