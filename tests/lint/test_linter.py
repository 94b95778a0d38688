"""The linter runs on loaded packs, and playing does not import it."""

import subprocess
import sys

from quiz.bank.load import load
from quiz.lint.linter import lint, lint_question
from tests.bank.pack_folder import PackFolder, codes, question

LONG = "Len Wiseman, who directs Ballerina as nobody else ever could"


def test_loading_finds_errors_and_linting_adds_warnings(pack: PackFolder) -> None:
    pack.questions(question("long", answer=LONG, explanation="He does."), question("bad", distractors=[]))
    [loaded] = load([pack.root]).packs
    assert codes(loaded.pack.problems) == ["Q601"]
    found = codes(lint(loaded).problems)
    assert {"Q601", "Q701", "Q711"} <= set(found)


def test_a_question_that_cannot_be_played_is_linted_as_far_as_it_can_be_read(pack: PackFolder) -> None:
    pack.questions(question("twice"), question("twice", prompt="Who directs it now"), question("none", answer=...))
    [loaded] = load([pack.root]).packs
    assert [codes(lint_question(one)) for one in loaded.written] == [[], ["Q708", "Q709"], []]


def test_rules_of_a_pack_see_the_questions_that_can_be_played(pack: PackFolder) -> None:
    pack.questions(question("one"), question("two", draft=True), question("three", distractors=[]))
    assert "Q804" not in codes(pack.lint().problems)
    assert codes(pack.lint(drafts=True).problems).count("Q804") == 1


def test_a_pack_whose_name_is_taken_is_linted_all_the_same(pack: PackFolder) -> None:
    other = PackFolder(pack.root.parent / "other")
    other.article()
    other.write(
        "seeds/sources.yaml", (pack.root / "seeds/sources.yaml").read_text().replace("{", '{"pack": "pack",', 1)
    )
    other.questions(question("one"), question("two"))
    first, second = load([pack.root, other.root]).packs
    assert (len(first.pack.questions), second.pack.questions) == (1, ())
    assert {"Q112", "Q804"} <= set(codes(lint(second).problems))


PLAYING = {
    "loading a pack": "from quiz.bank.load import load_bank; assert load_bank().questions",
    "the home screen": "import quiz.cli.main, quiz.tui.app; from quiz.bank.pack_library import open_library; "
    "assert open_library().bank.questions",
    "a game in plain mode": "from quiz.cli.main import quiz; "
    "quiz(['play', '--plain', '--topic', 'Crew'], standalone_mode=False)",
    "a list": "from quiz.cli.main import quiz; quiz(['list'], standalone_mode=False)",
}


def test_playing_imports_no_rule(tmp_path: object) -> None:
    look = "print('after {}:', [name for name in sys.modules if name.startswith('quiz.lint')])"
    program = "\n".join(f"{program}\n{look.format(name)}" for name, program in PLAYING.items())
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys\n{program}"],
        env={"QUIZ_CACHE_DIR": f"{tmp_path}/cache", "QUIZ_DATA_DIR": f"{tmp_path}/data", "HOME": str(tmp_path)},
        capture_output=True, input="", text=True, check=True,
    )  # fmt: skip
    assert [line for line in ran.stdout.splitlines() if line.startswith("after ")] == [
        f"after {name}: []" for name in PLAYING
    ]
