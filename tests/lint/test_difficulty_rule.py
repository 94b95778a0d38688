"""The rule about difficulty as players find it: it reads the records, and is silenced like any other."""

from pathlib import Path

from quiz.bank.load import load
from quiz.bank.measured_difficulty import Share
from quiz.lint.difficulty_rule import with_players_share
from quiz.lint.linter import lint_packs
from quiz.lint.report import Report
from tests.bank.pack_folder import PackFolder, pack_of, question

NAME = "difficulty-far-from-players"
GOOD = {"explanation": "He made Underworld."}


def report(pack: PackFolder, right: int, answers: int) -> Report:
    loaded = load([pack.root])
    return with_players_share(lint_packs(loaded), loaded.bank.questions, {"pack/director": Share(right, answers)})


def found(told: Report) -> list[str]:
    return [problem.message for problem in told.problems if problem.rule.name == NAME]


def test_it_warns_where_label_and_players_are_far_apart(tmp_path: Path) -> None:
    pack = pack_of(tmp_path / "pack", question(difficulty="easy", **GOOD))
    assert found(report(pack, 3, 12)) == ["It is called easy, but 3 of 12 answers were right: hard."]
    for right, answers in ((8, 12), (12, 12), (2, 9), (0, 0)):  # nearer, right, or too few to tell
        assert found(report(pack, right, answers)) == []
    told = next(problem for problem in report(pack, 0, 12).problems if problem.rule.name == NAME)
    assert (told.question, told.place.line, told.is_error) == ("director", 3, False)


def test_it_is_silenced_with_a_reason_and_is_never_idle(tmp_path: Path) -> None:
    silence = [{"rule": NAME, "reason": "only friends have played"}]
    pack = pack_of(tmp_path / "pack", question(difficulty="hard", silence=silence, **GOOD))
    far, near = report(pack, 12, 12), report(pack, 5, 12)
    assert found(far) == found(near) == []
    assert [one.reason for one in far.suppressed if one.problem.rule.name == NAME] == ["only friends have played"]
    assert not [problem for problem in (*far.problems, *near.problems) if problem.rule.name == "idle-silence"]


def test_a_silence_of_another_question_of_that_name_is_not_its_own(tmp_path: Path) -> None:
    silence = [{"rule": NAME, "reason": "only friends have played"}]
    quiet = pack_of(tmp_path / "quiet", question(difficulty="hard", silence=silence, **GOOD))
    pack = pack_of(tmp_path / "pack", question(difficulty="hard", **GOOD))
    loaded = load([quiet.root, pack.root])
    shares = {"quiet/director": Share(12, 12), "pack/director": Share(12, 12)}
    told = with_players_share(lint_packs(loaded), loaded.bank.questions, shares)
    assert [problem.place.file for problem in told.problems if problem.rule.name == NAME] == [
        str(pack.root / "questions" / "cast.yaml")
    ]
