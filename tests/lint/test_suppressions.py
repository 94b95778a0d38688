"""Silence: a warning is set aside by its name with a reason, and listed; nothing else can be silenced."""

import json

import pytest

import quiz.lint.rules.all_rules  # noqa: F401  defines every rule
from quiz.bank.bank import Bank
from quiz.bank.load import load_bank
from quiz.bank.problem import RULES, Place, Problem, Rule, SuppressedProblem
from quiz.lint.report import Report, as_json, by_rule, closing, per_hundred, report_on
from quiz.lint.suppressions import UNUSED_SUPPRESSION, Suppression, set_aside
from tests.bank.packs import PackFolder, codes, entry, question

NEAR_COPY = RULES["Q804"]
STRANGER = RULES["Q310"]
ERROR = RULES["Q601"]


def problem(rule: Rule = NEAR_COPY, name: str | None = "director", line: int = 3) -> Problem:
    return Problem(rule=rule, place=Place("questions/cast.yaml", line), message="m", hint="h", question=name)


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
    assert set_aside(found, []) == (found, [])


def test_a_silence_sets_aside_the_warning_it_names_in_its_question_and_no_other() -> None:
    others = [problem(name="other"), problem(STRANGER), problem(NEAR_COPY, None), problem(ERROR)]
    kept, silenced = set_aside([*others, problem()], [silence()])
    assert kept == others
    assert silenced == [SuppressedProblem(problem(), "asked twice on purpose")]


def test_it_sets_aside_every_finding_of_its_rule_in_its_question() -> None:
    kept, silenced = set_aside([problem(), problem(line=8)], [silence()])
    assert kept == []
    assert [one.problem.place.line for one in silenced] == [3, 8]


def test_several_silences_of_one_question_hold_each_for_its_own_rule() -> None:
    silences = [silence(reason="one"), silence("not-in-catalogue", reason="two")]
    kept, silenced = set_aside([problem(), problem(STRANGER)], silences)
    assert kept == []
    assert [(one.problem.rule.name, one.reason) for one in silenced] == [
        ("near-copy", "one"),
        ("not-in-catalogue", "two"),
    ]


def test_an_error_cannot_be_silenced() -> None:
    kept, silenced = set_aside([problem(ERROR)], [silence("option-count")])
    assert kept[0] == problem(ERROR)
    assert silenced == []
    assert "option-count is an error, and errors cannot be silenced." in idle(kept).message
    assert idle(kept).question == "director"
    assert idle(kept).hint == "Mend the question."


@pytest.mark.parametrize("reason", ["", "  ", "\u200b", "\u00a0\n"])
def test_a_silence_without_a_reason_silences_nothing(reason: str) -> None:
    kept, silenced = set_aside([problem()], [silence(reason=reason)])
    assert (kept[0], silenced) == (problem(), [])
    assert idle(kept).message == "The silence gives no reason."


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
    kept, silenced = set_aside([problem()], [silence(typed)])
    assert (kept[0], silenced) == (problem(), [])
    assert idle(kept).message == f"There is no rule called {typed!r}."
    assert idle(kept).hint == hint


def test_nobody_is_sent_from_a_misspelt_name_to_an_error() -> None:
    kept, _ = set_aside([], [silence("option-coun")])
    assert "'option-count'" not in idle(kept).hint


@pytest.mark.parametrize("found", [[], [problem(name="other")], [problem(STRANGER)]], ids=len)
def test_a_silence_that_sets_nothing_aside_is_told(found: list[Problem]) -> None:
    kept, silenced = set_aside(found, [silence()])
    assert (kept[:-1], silenced) == (found, [])
    assert idle(kept).message == "The question has no warning near-copy."
    assert idle(kept).hint == "Delete the silence."


def test_one_question_needs_the_silence_that_another_does_without() -> None:
    kept, silenced = set_aside([problem()], [silence(), silence(name="other")])
    assert [one.question for one in kept] == ["other"]
    assert len(silenced) == 1


def test_an_idle_silence_cannot_be_silenced() -> None:
    kept, silenced = set_aside([], [silence(UNUSED_SUPPRESSION.name)])
    assert idle(kept).message == "The question has no warning idle-silence."
    assert silenced == []


def test_a_silence_is_not_judged_before_the_errors_of_its_question_are_mended() -> None:
    """Checks of the whole pack see only questions that can be played, so they may yet find what is silenced."""
    kept, _ = set_aside([problem(ERROR)], [silence(), silence(name="other"), silence("zzz"), silence(reason="")])
    assert [(one.question, one.message) for one in kept[1:]] == [
        ("other", "The question has no warning near-copy."),
        ("director", "There is no rule called 'zzz'."),
        ("director", "The silence gives no reason."),
    ]


def test_a_question_whose_id_is_empty_silences_nothing_of_the_whole_pack() -> None:
    kept, silenced = set_aside([problem(NEAR_COPY, None)], [silence(name="")])
    assert silenced == []
    assert kept[0] == problem(NEAR_COPY, None)


# In a pack


REASON = "the second is about another Ballerina"
COPIES = (
    question("first", prompt="Who directs the film Ballerina?"),
    question("second", prompt="Who directs Ballerina, the film?"),
)


def silenced_pack(pack: PackFolder, *silences: dict[str, object]) -> Report:
    """The report on a pack whose second question is nearly the first, and what it says of that."""
    pack.questions(COPIES[0], {**COPIES[1], "silence": list(silences)})
    return report_on(load_bank([pack.root], thorough=True))


def test_a_warning_of_the_whole_pack_is_silenced_where_it_stands(pack: PackFolder) -> None:
    loud = silenced_pack(pack)
    assert [one.question for one in loud.problems if one.rule is NEAR_COPY] == ["second"]
    assert loud.silenced == ()
    quiet = silenced_pack(pack, {"rule": "near-copy", "reason": REASON})
    assert "Q804" not in codes(quiet.problems)
    assert "Q206" not in codes(quiet.problems)
    assert [(one.problem.rule.name, one.problem.question, one.reason) for one in quiet.silenced] == [
        ("near-copy", "second", REASON)
    ]
    assert per_hundred(loud) - per_hundred(quiet) == 100 / 2


def test_what_is_silenced_is_listed_in_text_and_in_json(pack: PackFolder) -> None:
    quiet = silenced_pack(pack, {"rule": "near-copy", "reason": REASON})
    [one] = quiet.silenced
    assert f"silenced: {one.problem.place}: near-copy: {REASON}" in closing(quiet)
    assert "Q804 near-copy: 0 warnings, 1 silenced" in closing(quiet)
    assert (NEAR_COPY, 0, 1) in by_rule(quiet)
    told = json.loads(as_json(quiet))
    assert [(one["code"], one["question"], one["reason"]) for one in told["silenced"]] == [("Q804", "second", REASON)]
    assert {"code": "Q804", "name": "near-copy", "severity": "warning", "problems": 0, "silenced": 1} in told["rules"]
    assert "Q804" not in [one["code"] for one in told["problems"]]


def test_a_reason_lets_no_character_through_that_acts(pack: PackFolder) -> None:
    quiet = silenced_pack(pack, {"rule": "near-copy", "reason": "r\x1b[31m\u202e\nsilenced: more"})
    [line] = [line for line in closing(quiet) if line.startswith("silenced: ")]
    assert line.endswith("near-copy: r␛[31m\ufffd silenced: more")
    assert not {"\x1b", "\u202e"} & set(as_json(quiet))


def test_an_error_that_is_silenced_still_keeps_its_question_out(pack: PackFolder) -> None:
    pack.questions(
        question("good"), question("bad", distractors=[], silence=[{"rule": "option-count", "reason": "r"}])
    )
    read = pack.read(thorough=True)
    assert {"Q601", "Q206"} <= set(codes(read.problems))
    assert [one.id for one in read.questions] == ["good"]
    assert read.silenced == ()


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
    assert {"Q206", "Q804"} <= set(codes(pack.read(thorough=True).problems))


def test_where_warnings_are_not_looked_for_no_silence_is_idle(pack: PackFolder) -> None:
    silences = [{"rule": "near-copy", "reason": REASON}, {"rule": "zzz", "reason": ""}]
    pack.questions(COPIES[0], {**COPIES[1], "silence": silences})
    read = pack.read()
    assert (read.problems, read.silenced) == ((), ())
    assert len(read.questions) == 2


@pytest.mark.parametrize(
    "silence", [{"rule": "near-copy"}, {"reason": "r"}, "near-copy", {"rule": "near-copy", "reason": "r", "why": "w"}]
)
def test_a_silence_is_a_rule_and_a_reason(pack: PackFolder, silence: object) -> None:
    pack.questions(question(silence=[silence]))
    assert set(codes(pack.read().problems)) & {"Q201", "Q202", "Q203"}


def stray(pack: PackFolder, *silences: object) -> Bank:
    """A pack with an article that nobody catalogued: a warning that belongs to no question."""
    pack.write("seeds/stray.txt", "Words.")
    pack.catalogue(entry(), **({"silence": list(silences)} if silences else {}))
    return load_bank([pack.root], thorough=True)


def test_what_is_about_the_pack_is_silenced_in_its_catalogue(pack: PackFolder) -> None:
    assert "Q310" in codes(stray(pack).problems)
    quiet = stray(pack, {"rule": "not-in-catalogue", "reason": REASON})
    assert codes(quiet.problems) == []
    assert [(one.problem.rule.code, one.reason) for one in quiet.silenced] == [("Q310", REASON)]


def test_the_catalogues_silence_does_not_reach_into_a_question(pack: PackFolder) -> None:
    pack.catalogue(entry(), silence=[{"rule": "near-copy", "reason": REASON}])
    pack.questions(question(), question("second"))
    found = codes(load_bank([pack.root], thorough=True).problems)
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
    pack.catalogue(entry(), silence=silence)
    told = load_bank([pack.root]).problems
    assert [(one.rule.code, one.message) for one in told] == [("Q203", "silence must be a list.")]
    assert load_bank([pack.root]).questions


def test_a_code_in_place_of_a_name_is_told_the_name() -> None:
    assert "'near-copy'" in idle(set_aside([problem()], [silence("Q804")])[0]).hint
