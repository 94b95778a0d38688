"""Suppressions: a warning can be suppressed by name with a reason, and is listed; an error cannot."""

import json

import pytest

from quiz.bank.load import load_bank
from quiz.bank.problem import Place, Problem, Rule
from quiz.bank.suppression import Suppression
from quiz.lint.excerpt import Excerpts
from quiz.lint.linter import Findings
from quiz.lint.registry import RULES
from quiz.lint.render import json_report
from quiz.lint.render.text_report import closing
from quiz.lint.report import Report, SuppressedProblem
from quiz.lint.suppressions import UNUSED_SUPPRESSION, split_suppressed
from tests.bank.pack_folder import PackFolder, codes, entry, question

NEAR_COPY = RULES["Q804"]
STRANGER = RULES["Q310"]
ERROR = RULES["Q601"]


def problem(rule: Rule = NEAR_COPY, name: str | None = "director", line: int = 3) -> Problem:
    return Problem(rule=rule, place=Place("questions/cast.yaml", line), message="m", hint="h", question=name)


def split(problems: list[Problem], suppressions: list[Suppression]) -> tuple[list[Problem], list[SuppressedProblem]]:
    return split_suppressed(problems, suppressions, RULES.values())


def silence(rule: str = "near-copy", name: str = "director", reason: str = "asked twice on purpose") -> Suppression:
    return Suppression(name, rule, reason, Place("questions/cast.yaml", 9, 5))


def idle(found: list[Problem]) -> Problem:
    """The one silence that sets nothing aside."""
    [one] = [one for one in found if one.rule is UNUSED_SUPPRESSION]
    assert not one.is_error
    assert one.place == Place("questions/cast.yaml", 9, 5)
    return one


def test_without_a_silence_every_problem_counts() -> None:
    found = [problem(), problem(ERROR), problem(STRANGER, None)]
    assert split(found, []) == (found, [])


def test_a_silence_sets_aside_the_warning_it_names_in_its_question_and_no_other() -> None:
    others = [problem(name="other"), problem(STRANGER), problem(NEAR_COPY, None), problem(ERROR)]
    active, suppressed = split([*others, problem()], [silence()])
    assert active == others
    assert suppressed == [SuppressedProblem(problem(), "asked twice on purpose")]


def test_it_sets_aside_every_finding_of_its_rule_in_its_question() -> None:
    active, suppressed = split([problem(), problem(line=8)], [silence()])
    assert active == []
    assert [one.problem.place.line for one in suppressed] == [3, 8]


def test_several_silences_of_one_question_hold_each_for_its_own_rule() -> None:
    silences = [silence(reason="one"), silence("not-in-catalogue", reason="two")]
    active, suppressed = split([problem(), problem(STRANGER)], silences)
    assert active == []
    assert [(one.problem.rule.name, one.reason) for one in suppressed] == [
        ("near-copy", "one"),
        ("not-in-catalogue", "two"),
    ]


def test_an_error_cannot_be_silenced() -> None:
    active, suppressed = split([problem(ERROR)], [silence("option-count")])
    assert active[0] == problem(ERROR)
    assert suppressed == []
    assert "option-count is an error, and errors cannot be silenced." in idle(active).message
    assert idle(active).question == "director"
    assert idle(active).hint == "Fix the question."


@pytest.mark.parametrize("reason", ["", "  ", "\u200b", "\u00a0\n"])
def test_a_silence_without_a_reason_silences_nothing(reason: str) -> None:
    active, suppressed = split([problem()], [silence(reason=reason)])
    assert (active[0], suppressed) == (problem(), [])
    assert idle(active).message == "The `silence:` has no reason."


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("near-copi", "Did you mean 'near-copy'?"),
        ("not-in-catalog", "Did you mean 'not-in-catalogue'?"),
        ("zzz", "`quiz check --explain all` lists the rules."),
        ("", "`quiz check --explain all` lists the rules."),
    ],
)
def test_a_name_that_no_rule_has_is_told_the_likely_one(typed: str, hint: str) -> None:
    active, suppressed = split([problem()], [silence(typed)])
    assert (active[0], suppressed) == (problem(), [])
    assert idle(active).message == f"There is no rule called {typed!r}."
    assert idle(active).hint == hint


def test_nobody_is_sent_from_a_misspelt_name_to_an_error() -> None:
    active, _ = split([], [silence("option-coun")])
    assert "'option-count'" not in idle(active).hint


@pytest.mark.parametrize("found", [[], [problem(name="other")], [problem(STRANGER)]], ids=len)
def test_a_silence_that_sets_nothing_aside_is_told(found: list[Problem]) -> None:
    active, suppressed = split(found, [silence()])
    assert (active[:-1], suppressed) == (found, [])
    assert idle(active).message == "The question has no warning near-copy."
    assert idle(active).hint == "Delete the `silence:`."


def test_one_question_needs_the_silence_that_another_does_without() -> None:
    active, suppressed = split([problem()], [silence(), silence(name="other")])
    assert [one.question for one in active] == ["other"]
    assert len(suppressed) == 1


def test_an_idle_silence_cannot_be_silenced() -> None:
    active, suppressed = split([], [silence(UNUSED_SUPPRESSION.name)])
    assert idle(active).message == "The question has no warning idle-silence."
    assert suppressed == []


def test_a_silence_is_not_judged_before_the_errors_of_its_question_are_mended() -> None:
    """Checks of the whole pack see only questions that can be played, so they may yet find what is silenced."""
    active, _ = split([problem(ERROR)], [silence(), silence(name="other"), silence("zzz"), silence(reason="")])
    assert [(one.question, one.message) for one in active[1:]] == [
        ("other", "The question has no warning near-copy."),
        ("director", "There is no rule called 'zzz'."),
        ("director", "The `silence:` has no reason."),
    ]


def test_a_question_whose_id_is_empty_silences_nothing_of_the_whole_pack() -> None:
    active, suppressed = split([problem(NEAR_COPY, None)], [silence(name="")])
    assert suppressed == []
    assert active[0] == problem(NEAR_COPY, None)


# In a pack


REASON = "the second is about another Ballerina"
COPIES = (
    question("first", prompt="Who directs the film Ballerina?"),
    question("second", prompt="Who directs Ballerina, the film?"),
)


def silenced_pack(pack: PackFolder, *silences: dict[str, object]) -> Report:
    """The report on a pack whose second question is nearly the first, and what it says of that."""
    pack.questions(COPIES[0], {**COPIES[1], "silence": list(silences)})
    return pack.report()


def test_a_warning_of_the_whole_pack_is_silenced_where_it_stands(pack: PackFolder) -> None:
    loud = silenced_pack(pack)
    assert [one.question for one in loud.problems if one.rule is NEAR_COPY] == ["second"]
    assert loud.suppressed == ()
    quiet = silenced_pack(pack, {"rule": "near-copy", "reason": REASON})
    assert "Q804" not in codes(quiet.problems)
    assert "Q206" not in codes(quiet.problems)
    assert [(one.problem.rule.name, one.problem.question, one.reason) for one in quiet.suppressed] == [
        ("near-copy", "second", REASON)
    ]
    assert loud.problems_per_hundred - quiet.problems_per_hundred == 100 / 2


def test_what_is_silenced_is_listed_in_text_and_in_json(pack: PackFolder) -> None:
    quiet = silenced_pack(pack, {"rule": "near-copy", "reason": REASON})
    [one] = quiet.suppressed
    assert f"silenced: {one.problem.place}: near-copy: {REASON}" in closing(quiet)
    assert "Q804 near-copy: 0 warnings, 1 silenced" in closing(quiet)
    assert (NEAR_COPY, 0, 1) in quiet.rules
    told = json.loads(json_report.render(quiet, Excerpts(())))
    assert [(one["code"], one["question"], one["reason"]) for one in told["silenced"]] == [("Q804", "second", REASON)]
    assert {"code": "Q804", "name": "near-copy", "severity": "warning", "problems": 0, "silenced": 1} in told["rules"]
    assert "Q804" not in [one["code"] for one in told["problems"]]


def test_a_reason_lets_no_character_through_that_acts(pack: PackFolder) -> None:
    quiet = silenced_pack(pack, {"rule": "near-copy", "reason": "r\x1b[31m\u202e\nsilenced: more"})
    [line] = [line for line in closing(quiet) if line.startswith("silenced: ")]
    assert line.endswith("near-copy: r␛[31m\ufffd silenced: more")
    assert not {"\x1b", "\u202e"} & set(json_report.render(quiet, Excerpts(())))


def test_an_error_that_is_silenced_still_keeps_its_question_out(pack: PackFolder) -> None:
    pack.questions(
        question("good"), question("bad", distractors=[], silence=[{"rule": "option-count", "reason": "r"}])
    )
    found = pack.lint()
    assert {"Q601", "Q206"} <= set(codes(found.problems))
    assert found.suppressed == ()
    assert pack.ids() == ["good"]


def test_an_idle_silence_stands_where_it_is_written(pack: PackFolder) -> None:
    first = {"rule": "near-copy", "reason": REASON}
    read = silenced_pack(pack, first, {"rule": "near-copie", "reason": "r"})
    [told] = [one for one in read.problems if one.rule is UNUSED_SUPPRESSION]
    lines = (pack.root / "questions/cast.yaml").read_text().splitlines()
    assert lines[told.place.line].strip() == '"rule": "near-copie",'
    assert told.question == "second"
    assert read.questions == 2  # a warning keeps nothing out


def test_a_silence_for_the_other_of_two_copies_is_idle(pack: PackFolder) -> None:
    pack.questions({**COPIES[0], "silence": [{"rule": "near-copy", "reason": REASON}]}, COPIES[1])
    assert {"Q206", "Q804"} <= set(codes(pack.lint().problems))


def test_loading_alone_does_not_judge_a_suppression(pack: PackFolder) -> None:
    silences = [{"rule": "near-copy", "reason": REASON}, {"rule": "zzz", "reason": ""}]
    pack.questions(COPIES[0], {**COPIES[1], "silence": silences})
    read = pack.read()
    assert read.problems == ()
    assert len(read.questions) == 2


@pytest.mark.parametrize(
    "silence", [{"rule": "near-copy"}, {"reason": "r"}, "near-copy", {"rule": "near-copy", "reason": "r", "why": "w"}]
)
def test_a_silence_is_a_rule_and_a_reason(pack: PackFolder, silence: object) -> None:
    pack.questions(question(silence=[silence]))
    assert set(codes(pack.read().problems)) & {"Q201", "Q202", "Q203"}


def stray(pack: PackFolder, *silences: object) -> Findings:
    """A pack with an article that nobody catalogued: a warning that belongs to no question."""
    pack.write("seeds/stray.txt", "Words.")
    pack.write_sources_file(entry(), **({"silence": list(silences)} if silences else {}))
    return pack.lint()


def test_what_is_about_the_pack_is_silenced_in_its_catalogue(pack: PackFolder) -> None:
    assert "Q310" in codes(stray(pack).problems)
    quiet = stray(pack, {"rule": "not-in-catalogue", "reason": REASON})
    assert codes(quiet.problems) == []
    assert [(one.problem.rule.code, one.reason) for one in quiet.suppressed] == [("Q310", REASON)]


def test_the_catalogues_silence_does_not_reach_into_a_question(pack: PackFolder) -> None:
    pack.write_sources_file(entry(), silence=[{"rule": "near-copy", "reason": REASON}])
    pack.questions(question(), question("second"))
    found = codes(pack.lint().problems)
    assert "Q804" in found
    assert "Q206" in found


def test_an_idle_silence_of_the_catalogue_is_told_where_it_stands(pack: PackFolder) -> None:
    [told] = stray(
        pack, {"rule": "uneven-places", "reason": REASON}, {"rule": "not-in-catalogue", "reason": REASON}
    ).problems
    assert (told.rule, told.place.file.endswith("seeds/sources.yaml")) == (UNUSED_SUPPRESSION, True)
    assert "pack as a whole" in told.message


@pytest.mark.parametrize("silence", ["not-in-catalogue", {"rule": "not-in-catalogue", "reason": REASON}, None])
def test_the_catalogues_silence_is_a_list(pack: PackFolder, silence: object) -> None:
    pack.write_sources_file(entry(), silence=silence)
    told = load_bank([pack.root]).problems
    assert [(one.rule.code, one.message) for one in told] == [("Q203", "silence must be a list.")]
    assert load_bank([pack.root]).questions


def test_a_code_in_place_of_a_name_is_told_the_name() -> None:
    assert "'near-copy'" in idle(split([problem()], [silence("Q804")])[0]).hint
