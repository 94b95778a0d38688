"""The settings file: a change leaves the rest as it is, and a broken file is never written."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.settings.setting import Choice, KeyBindings, Number, Setting, Switch, declarations
from quiz.settings.settings import Settings
from quiz.settings.settings_edit import with_key, with_value
from quiz.settings.settings_parser import read_settings
from quiz.settings.store import FILE, Preferences, SettingsFile, SettingsNotSavedError
from quiz.settings.validators import Validators
from tests.hostile import HOSTILE


def values_of(setting: Setting) -> st.SearchStrategy[Any]:
    """Any value that a setting can have."""
    values = setting.values
    if isinstance(values, Switch):
        return st.booleans()
    if isinstance(values, Number):
        numbers = st.integers(values.least, values.most)
        return st.one_of(st.just(values.word), numbers) if values.word else numbers
    assert isinstance(values, Choice)
    return st.sampled_from(values.values)


DECLARED = declarations(Settings, {"theme": ("curtain", "matinee", "ansi-dark")})
VALUES = {name: values_of(one) for name, one in DECLARED.items() if not isinstance(one.values, KeyBindings)}
CHANGES = st.one_of(
    st.one_of(*(st.tuples(st.just(key), values) for key, values in VALUES.items())),
    st.tuples(
        st.just("keys"),
        st.tuples(
            st.sampled_from(["app.help", "home.play", "option.1"]),
            st.one_of(st.none(), st.sampled_from(["f1", "x,y", "comma", "?", ",", "#", "ctrl+q, q", "[", "{"])),
        ),
    ),
)
TEXTS = (
    "",
    "# mine\n",
    "theme: curtain  # by night\nkeys:\n  # for the left hand\n  home.play: g # go\nseconds: 90",
    "keys:\ntheme:\n",
    "keys:",
    "theme: 'curtain'\r\nkeys:\r\n    app.help: \"f2\"\r\n    home.play: a\r\n",
    "keys: {app.help: f2, home.play: x}\n",
    "keys: {}\n\n\nquestions: all\n",
)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "config", Validators())


def write(file: SettingsFile, text: str) -> None:
    file.path.parent.mkdir(exist_ok=True)
    file.path.write_bytes(text.encode())


def test_without_a_file_settings_have_their_defaults_and_none_is_made(file: SettingsFile) -> None:
    assert file.read() == (Settings(), [])
    assert not file.path.parent.exists()


def test_a_change_makes_the_file_and_is_read_again(file: SettingsFile) -> None:
    file.put("theme", "matinee")
    file.put("animation", value=False)
    file.put_key("app.help", "f1")
    assert file.read() == (Settings(theme="matinee", animation=False, keys={"app.help": "f1"}), [])
    assert file.path.read_text() == "theme: matinee\nanimation: false\nkeys:\n  app.help: f1\n"
    assert [path.name for path in file.path.parent.iterdir()] == [FILE]


def test_a_change_leaves_comments_and_all_else_as_it_is(file: SettingsFile) -> None:
    write(file, TEXTS[2])
    file.put("theme", "matinee")
    file.put("timer", value=False)
    file.put_key("app.help", "f1")
    file.put_key("home.play", "h")
    assert file.path.read_text() == (
        "theme: matinee  # by night\nkeys:\n  # for the left hand\n  app.help: f1\n  home.play: h # go\nseconds: 90\n"
        "timer: false\n"
    )
    file.put_key("app.help", None)
    assert "app.help" not in file.path.read_text()


@given(st.sampled_from(TEXTS), st.lists(CHANGES, max_size=8))
def test_whatever_is_changed_is_read_again_and_nothing_else_has_changed(
    text: str, changes: list[tuple[str, Any]]
) -> None:
    wanted, problems = read_settings(text, "f", Validators())
    assert problems == []
    for key, value in changes:
        if key == "keys":
            name, keys = value
            bindings = {one: known for one, known in wanted.keys.items() if one != name}
            wanted = msgspec.structs.replace(wanted, keys=bindings if keys is None else {**bindings, name: keys})
            text = with_key(text, name, keys)
        else:
            wanted = msgspec.structs.replace(wanted, **{key: value})
            written = DECLARED[key].values
            assert not isinstance(written, KeyBindings)
            text = with_value(text, key, written.to_yaml(value))
        assert read_settings(text, "f", Validators()) == (wanted, []), text


@pytest.mark.parametrize("broken", ["theme: [\n", "sceonds: 90\n", "seconds: 9\n", "\x00", "- a\n"])
def test_a_broken_file_is_never_written_over(file: SettingsFile, broken: str) -> None:
    write(file, broken)
    settings, problems = file.read()
    assert settings == Settings()
    assert problems
    for change in (lambda: file.put("theme", "matinee"), lambda: file.put_key("app.help", "f1")):
        with pytest.raises(SettingsNotSavedError, match="The file has problems, so it was not changed") as raised:
            change()
        assert "\n" not in str(raised.value)
    assert file.path.read_text() == broken


def test_what_can_only_be_changed_by_hand_is_left_alone(file: SettingsFile) -> None:
    write(file, "{theme: curtain}\n")
    with pytest.raises(SettingsNotSavedError, match="does not allow changing it automatically: set seconds by hand"):
        file.put("seconds", 90)
    assert file.path.read_text() == "{theme: curtain}\n"


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_names_in_a_file_are_saved_as_they_are(file: SettingsFile, words: str) -> None:
    text = with_key("theme: curtain\n", words, words)
    write(file, text)
    file.put("theme", "matinee")
    assert file.read()[0] == Settings(theme="matinee", keys={words: words})


def test_a_file_that_is_not_utf_8_or_not_a_file_is_a_problem_and_left_alone(file: SettingsFile) -> None:
    write(file, "")
    file.path.write_bytes(b"theme: \xff\n")
    [problem] = file.read()[1]
    assert str(problem) == "settings.yaml:1: The byte 0xff is not UTF-8. Save the file as UTF-8."
    file.path.unlink()
    file.path.mkdir()
    [problem] = file.read()[1]
    assert "it is not a regular file" in str(problem)
    with pytest.raises(SettingsNotSavedError):
        file.put("theme", "matinee")


def test_a_folder_that_cannot_be_made_is_reported_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    file = SettingsFile(tmp_path / "file" / "config", Validators())
    assert file.read()[0] == Settings()
    with pytest.raises(SettingsNotSavedError) as raised:
        file.put("theme", "matinee")
    assert "\n" not in str(raised.value)
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_read_only_file_is_reported_in_one_line(file: SettingsFile) -> None:
    write(file, "theme: curtain\n")
    file.path.chmod(0o444)
    with pytest.raises(SettingsNotSavedError, match=r"settings\.yaml is read-only: nothing was written"):
        file.put("theme", "matinee")
    assert file.path.read_text() == "theme: curtain\n"


# The settings of this run


def test_an_override_is_not_saved_with_a_change(file: SettingsFile) -> None:
    preferences = Preferences(Settings(animation=False, keys={"app.help": "f1"}), (), file)
    preferences.put("theme", "matinee")
    preferences.put_key("home.play", "g")
    assert preferences.settings == Settings(
        theme="matinee", animation=False, keys={"app.help": "f1", "home.play": "g"}
    )
    assert file.read()[0] == Settings(theme="matinee", keys={"home.play": "g"})


def test_a_change_that_cannot_be_saved_holds_in_this_run(file: SettingsFile) -> None:
    write(file, "theme: [")
    preferences = Preferences(Settings(), (), file)
    with pytest.raises(SettingsNotSavedError):
        preferences.put("theme", "matinee")
    assert preferences.settings.theme == "matinee"
    preferences = Preferences()
    preferences.put("seconds", 90)
    preferences.put_key("app.help", "f1")
    preferences.put_key("app.help", None)
    assert preferences.settings == Settings(seconds=90)
