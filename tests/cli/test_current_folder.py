"""In the folder of a pack every command is about that pack, unless another is named."""

import json
from pathlib import Path

from quiz.bank.pack_paths import builtin_pack
from tests.bank.pack_folder import PackFolder, question
from tests.cli.conftest import Run
from tests.cli.run_command import Terminal, environment


def test_it_is_listed_exported_and_covered(run: Run, pack: PackFolder) -> None:
    pack.questions(question())
    listed = json.loads(run("list", "--format", "json", cwd=pack.root).out)
    assert [one["id"] for one in listed] == [question()["id"]]
    assert run("export", cwd=pack.root).out.count("\n") == 2  # the names of the columns, and one row
    assert "(review)" in run("coverage", cwd=pack.root).out


def test_what_is_named_outweighs_it(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    pack.questions(question())
    builtin = len(json.loads(run("list", "--format", "json", cwd=tmp_path).out))
    assert builtin > 1
    for named in (run("list", "--format", "json", "--pack", str(builtin_pack()), cwd=pack.root),
                  run("list", "--format", "json", cwd=pack.root, QUIZ_PACK=str(builtin_pack()))):  # fmt: skip
        assert len(json.loads(named.out)) == builtin


def test_it_is_what_is_played_and_the_built_in_pack_is_offered_beside_it(pack: PackFolder, tmp_path: Path) -> None:
    pack.questions(question())
    with Terminal(env=environment(tmp_path / "data"), cwd=pack.root) as terminal:
        terminal.until_shown("1 question")
        assert "ballerina" in terminal.until_shown("Packs")
        terminal.press("q")
        assert terminal.until_ended() == 0
