"""What the commands say of hostile words: nothing of it acts on a terminal or is a traceback, and none is lost."""

import html
import io
import json
import re
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quiz.bank.pack_loader import read_pack
from quiz.exchange.formats import FORMATS
from quiz.exchange.lossy_export import plain
from quiz.exchange.text_decoding import decode
from quiz.records.records import Records
from tests import sample
from tests.bank.pack_folder import PackFolder, entry, question
from tests.cli.conftest import Run
from tests.cli.run_command import QUIZ, Ran, environment
from tests.hostile import ACTING, EVERY, HOSTILE, LONG, as_seen, hostile_pack, in_a_line, scalar

WORDS = (*HOSTILE, LONG)
NAMES = (*(words.replace("/", "∕").replace("\0", "")[:60] for words in HOSTILE), "a\udce9b")
"""Names of files: all but a slash and a NUL, and bytes that are no UTF-8, which Python has as lone surrogates."""
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
LOSSES = ("control characters", "white space around words", "line breaks")
ARGUMENT = f"-{''.join(WORDS)}a\udce9b".replace("\0", "")
"""All that is hostile in one argument: only a NUL cannot be typed there."""


def assert_harmless(said: str) -> None:
    """Nothing but line feeds acts."""
    found = ACTING.search(said)
    assert found is None, f"U+{ord(found[0]):04X} in {said[max(0, found.start() - 80) : found.end() + 20]!r}"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack with every hostile word in every field, and beside it the same with something wrong everywhere."""
    made = tmp_path_factory.mktemp("hostile") / "pa\x1b[31mck\u202e [b]"
    assert not hostile_pack(made, WORDS).problems
    wrong = (f"{{id: {scalar(words)}, {scalar(words)}: 1, kind: {scalar(words)}, topic: [}}" for words in WORDS)
    (made / "questions" / "wrong.yaml").write_text("questions:\n" + "".join(f"  - {one}\n" for one in wrong))
    more = (f"{{id: {scalar(words)}, prompt: a, answer: {scalar(words)}, topic: [a]}}" for words in WORDS)
    (made / "questions" / "more.yaml").write_text("questions:\n" + "".join(f"  - {one}\n" for one in more))
    return made


# What is printed of a pack


@pytest.mark.parametrize(
    ("command", "parts"),
    [
        ("list", ("{} topic", "Which {} is it?", "= The {} right", "| first {} of", "! Other {} answer", "{} title")),
        ("coverage", ("{} title",)),
        ("check", ()),
        ("check --format github", ()),
        ("check --diff", ()),
    ],
)
def test_what_is_printed_of_a_pack_is_harmless_and_shown_as_it_is(
    run: Run, root: Path, command: str, parts: tuple[str, ...]
) -> None:
    ran = run(*command.split(), "--pack", root)
    assert ran.code in (0, 1)
    assert_harmless(ran.out + ran.err)
    for words in WORDS:
        for part in parts:
            shown = as_seen(in_a_line(words) if "first" in part else words)
            assert part.format("\0").replace("\0", shown) in ran.out
    assert len(ran.out) > 1000 or command == "check --diff"


def test_json_loses_nothing_and_has_escapes_for_what_acts(run: Run, root: Path) -> None:
    said = {
        command: run(command, "--format", "json", "--pack", root).out for command in ("list", "coverage", "check")
    }
    assert_harmless("".join(said.values()))
    listed = {one["id"]: one for one in json.loads(said["list"])}
    wrong = [one["question"] for one in json.loads(said["check"])["problems"]]
    quoted = [one["words"] for source in json.loads(said["coverage"]) for one in source["sentences"]]
    for number, words in enumerate(WORDS):
        one, line = listed[f"q{number}"], in_a_line(words)
        assert (one["prompt"], one["answer"]) == (f"Which {words} is it?", [f"The {words} right"])
        assert (one["topic"], one["explanation"]) == (f"{words} topic {number}", f"Because {words} so.")
        assert one["citations"][0]["words"] == f"first {line} of"
        assert words in wrong
        assert any(line in sentence for sentence in quoted)


def test_a_hostile_game_is_played_line_by_line(root: Path, tmp_path: Path) -> None:
    command = [QUIZ, "play", "--plain", "--questions", "100", "--pack", root]
    ran = subprocess.run(command, input=b"1\n\n" * 30, env=environment(tmp_path), capture_output=True, check=False)
    said = Ran(ran)
    assert said.code == 0
    assert_harmless(said.out + said.err)
    for words in WORDS:
        seen, line = as_seen(words), as_seen(in_a_line(words))
        for part in (f"Which {seen} is it?", f"Because {seen} so.", f"first {line} of", f"Said {seen} later."):
            assert part in said.out


# What is typed

ARGUMENTS = (
    *("@", "--@", "--pack @ list", "--player @ records", "--data-dir @ records", "--theme @", "--options @"),
    *("--key @", "--key @=f1", "--key app.help=@", "play @", "play --mode @", "play --topic @", "play --source @"),
    *("play --difficulty @", "play --questions @", "play --seconds @", "play --seed @", "play --code @"),
    *("check @", "check --format @", "check --explain @", "list @", "coverage @", "records @", "schema @", "init @"),
    *("new --source @", "add-source @", "add-source @F --id @", "add-source @F --title @", "add-source @F --label @"),
    *("add-source @F --publisher @", "add-source @F --published @", "import @", "import @F --format @"),
    *("import @F --to @", "export --format @", "export --out @", "export --topic @", "export --source @"),
)


@pytest.mark.parametrize("command", ARGUMENTS)
def test_what_was_typed_is_said_again_in_a_line_that_acts_on_nothing(
    run: Run, pack: PackFolder, tmp_path: Path, command: str
) -> None:
    (tmp_path / "file").write_text("Some words.")
    words = [one.replace("@F", str(tmp_path / "file")).replace("@", ARGUMENT) for one in command.split()]
    ran = run(*(() if "--pack" in command else ("--pack", pack.root)), *words)
    assert ran.code in (1, 2)
    assert_harmless(ran.out + ran.err)
    assert ran.err.splitlines()[-1].startswith(("Error: ", "quiz needs a terminal"))
    assert len(ran.err.splitlines()) <= 4


# What files are called


@pytest.fixture
def named(tmp_path: Path) -> Path:
    """A pack in a folder of a hostile name whose files have such names too; half of its question files are wrong."""
    pack = PackFolder(tmp_path / "pa\x1b[31mck\udce9\u202e\n")
    pack.article()
    pack.write_sources_file(entry())
    for number, name in enumerate(NAMES):
        pack.questions(question(f"q{number}"), file=f"{name}.yaml")
        pack.questions(question(f"w{number}", answer=...), file=f"{name}2.yaml")
        pack.article(name=name)
    return pack.root


COMMANDS = (
    *("list", "list --format json", "coverage", "coverage --format json", "check", "check --format json"),
    *("check --format github", "check --fix --diff", "export --out csv.csv", "export --out gift.gift"),
    *("export --out aiken.aiken", "export --out anki.apkg", "export --out trivia.json"),
)


@pytest.mark.parametrize("command", COMMANDS)
def test_files_may_be_called_whatever_they_are(run: Run, named: Path, tmp_path: Path, command: str) -> None:
    ran = run(*command.split(), "--pack", named, cwd=tmp_path)
    assert ran.code in (0, 1)
    assert_harmless(ran.out + ran.err)
    assert ran.out + ran.err
    if "--out" in command:
        assert (tmp_path / command.split()[-1]).stat().st_size > 500


def test_an_import_names_its_files_and_what_stands_in_them(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    asked = [
        {"question": html.escape(words), "correct_answer": "a", "incorrect_answers": ["b"], words: 1}
        for words in EVERY
    ]
    file = tmp_path / "f\x1b[31m\udce9\n.json"
    file.write_text(json.dumps({"results": asked}))
    ran = run("import", "--pack", pack.root, "--to", "new.yaml", file)
    assert ran.code == 1
    assert_harmless(ran.out + ran.err)
    assert "half a character" in ran.out  # a question with lone surrogates is not taken
    assert "NUL" in ran.out
    taken = {one.prompt for one in read_pack(pack.root, drafts=True).questions}
    assert {re.sub("\r\n?", "\n", words).strip() for words in WORDS if "\0" not in words} <= taken


# There and back


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.read is not None])
def test_every_format_brings_hostile_words_back_or_says_what_is_lost(root: Path, name: str) -> None:
    asked = read_pack(root).questions
    form = FORMATS[name]
    written, losses = form.write(asked)
    assert isinstance(written, str)
    assert form.read is not None
    imported, _ = form.read(decode(written.encode()).text)
    lost = {what: {one for loss in losses if loss.feature == what for one in loss.ids} for what in LOSSES}
    came = {one.draft.prompt: one.draft for one in imported}
    for one in asked:
        whole = plain(one.prompt)
        assert (whole != one.prompt) <= (one.id in lost["control characters"] | lost["white space around words"])
        in_line = " ".join(whole.split("\n"))
        back = came[whole if one.id not in lost["line breaks"] else in_line]
        kept = [plain(option) for option in (*one.answer, *one.distractors)]
        if one.id not in lost["line breaks"]:
            assert [*back.answer, *back.distractors] == kept


def test_no_field_of_an_anki_card_acts(root: Path) -> None:
    written, _ = FORMATS["anki"].write(read_pack(root).questions)
    assert isinstance(written, bytes)
    with zipfile.ZipFile(io.BytesIO(written)) as package, closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(package.read("collection.anki2"))
        fields = [
            field
            for (all_of_them,) in database.execute("SELECT flds FROM notes")
            for field in all_of_them.split("\x1f")
        ]
    assert len(fields) == 5 * len(WORDS)
    for field in fields:
        assert_harmless(field)
        assert not re.search(r"(?<!&#)\[sound|\{\{|<(?!/?(p|ul|li|blockquote|br)\b)", field)


# What records and settings hold


def test_hostile_records_are_printed_as_they_are(run: Run, tmp_path: Path) -> None:
    hostile = "".join(WORDS)
    with closing(Records(tmp_path / "data", "Ana")) as records:
        for state in ("finished", "open"):
            kept = records.begin(sample.game(), NOW)
            records.add(kept, 0, sample.verdict(chosen=(hostile,)), NOW)
            if state == "finished":
                records.end(kept, "finished", NOW)
        filters = json.dumps({"topics": [hostile], "sources": [hostile]})
        values = (hostile.replace("\0", ""), hostile, filters, json.dumps([hostile]), hostile)
        records._connection.execute(
            "UPDATE games SET mode = ?, seed = ?, filters = ?, questions = ?, bank = ?", values
        )
    for form in ("text", "json"):
        ran = run("--player", "Ana", "records", "--format", form)
        assert ran.code == 0
        assert_harmless(ran.out + ran.err)
        assert len(ran.out) > 10_000


def test_hostile_settings_are_said_as_they_are(root: Path, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    words = scalar("".join(HOSTILE))
    lines = [f"{name}: {words}" for name in ("theme", "questions", "seconds", "animation", "timer", "options", words)]
    (tmp_path / "config" / "settings.yaml").write_text("\n".join([*lines, f"keys: {{{words}: {words}}}"]))
    ran = subprocess.run(
        [QUIZ, "play", "--plain", "--pack", root],
        input=b"q\n",
        env=environment(tmp_path),
        capture_output=True,
        check=False,
    )
    said = Ran(ran)
    assert said.code == 0
    assert_harmless(said.out + said.err)
    assert all(f"settings.yaml:{line}: " in said.out for line in range(2, 8))
