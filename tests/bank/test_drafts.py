"""Drafts: questions that are not yet proved."""

import pytest

from quiz.bank.listing import as_json, as_text
from quiz.bank.load import load_bank
from quiz.lint.render.text_report import closing
from tests.bank.pack_folder import PackFolder, citation, codes, question

DRAFT = question("draft", prompt="Who wrote it?", citations=..., draft=True)


FIRES: list[tuple[str, dict[str, object]]] = [("Q411", {"draft": True}), ("Q411", {"draft": True, "citations": []})]
SILENT: list[tuple[str, dict[str, object]]] = [("Q411", {}), ("Q411", {"draft": False}), ("Q411", {"citations": []})]


@pytest.mark.parametrize(("code", "changes"), FIRES)
def test_the_check_fires_on_drafts(pack: PackFolder, code: str, changes: dict[str, object]) -> None:
    pack.questions(question(**changes))
    [found] = [problem for problem in pack.lint().problems if problem.rule.code == code]
    assert found.question == "director"
    assert "--drafts" in found.hint
    assert pack.read().problems == ()


@pytest.mark.parametrize(("code", "changes"), SILENT)
def test_the_check_is_silent_on_all_others(pack: PackFolder, code: str, changes: dict[str, object]) -> None:
    pack.questions(question(**changes))
    assert code not in codes(pack.lint().problems)


def test_a_draft_is_played_only_where_drafts_are_asked_for(pack: PackFolder) -> None:
    pack.questions(question(), DRAFT)
    assert [one.id for one in load_bank([pack.root]).questions] == ["director"]
    asked, draft = load_bank([pack.root], drafts=True).questions
    assert (asked.draft, draft.draft, draft.citations) == (False, True, ())
    assert pack.read().problems == ()


def test_each_draft_is_counted_by_the_check_and_is_no_error(pack: PackFolder) -> None:
    pack.questions(question(), DRAFT, {**DRAFT, "id": "other", "prompt": "Who has filmed it?"})
    report = pack.report()
    assert [(one.rule.code, one.question, one.is_error) for one in report.problems] == [
        ("Q411", "draft", False),
        ("Q411", "other", False),
    ]
    assert "Q411 draft-question: 2 warnings" in closing(report)


@pytest.mark.parametrize("citations", [..., []])
def test_without_draft_a_citation_is_needed_as_ever(pack: PackFolder, citations: object) -> None:
    pack.questions(question(), question("bare", citations=citations))
    assert codes(pack.read().problems) == ["Q409"]
    assert pack.ids() == ["director"]
    pack.questions(question(), question("bare", citations=citations, draft="false"))
    assert codes(pack.read().problems) == ["Q409"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"citations": [citation("no such words")]}, "Q401"),
        ({"distractors": ["Len Wiseman"]}, "Q602"),
        ({"prompt": " "}, "Q504"),
        ({"according_to": "nobody"}, "Q407"),
        ({"draft": "perhaps"}, "Q203"),
    ],
)
def test_all_other_checks_apply(pack: PackFolder, changes: dict[str, object], code: str) -> None:
    pack.questions(question(), {**DRAFT, **changes})
    assert codes(pack.read().problems) == [code]
    assert [one.id for one in load_bank([pack.root], drafts=True).questions] == ["director"]


def test_a_draft_may_cite_without_showing_the_answer(pack: PackFolder) -> None:
    pack.questions(question(), {**DRAFT, "citations": [citation("It opens in theaters")]})
    assert pack.read().problems == ()
    pack.questions(question(), {**DRAFT, "citations": [citation("It opens in theaters")], "draft": False})
    assert codes(pack.read().problems) == ["Q408"]


def test_a_pack_of_drafts_has_no_error(pack: PackFolder) -> None:
    pack.questions(DRAFT)
    assert codes(pack.lint().problems) == ["Q411"]
    assert pack.read().questions == ()


def test_the_ids_of_a_pack_are_those_of_every_question(pack: PackFolder) -> None:
    pack.questions(question(), DRAFT, question("broken", answer=...))
    assert pack.read().ids == {"director", "draft", "broken"}


def test_the_check_measures_what_is_played(pack: PackFolder) -> None:
    copy = {**DRAFT, "prompt": "Who directed Ballerina?"}
    pack.questions(question(), copy)
    assert codes(pack.lint().problems) == ["Q411"]
    assert codes(pack.lint(drafts=True).problems) == ["Q411", "Q804"]


def test_a_list_marks_drafts(pack: PackFolder) -> None:
    pack.questions(question(), DRAFT)
    bank = load_bank([pack.root], drafts=True)
    assert "  draft · choice · medium · draft\n    Who wrote it?\n    = Len Wiseman\n    | no source" in as_text(bank)
    assert as_text(bank).count("no source") == 1
    assert as_json(bank).count('"draft": true') == 1
