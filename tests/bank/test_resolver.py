"""Resolving: citations become passages, ids become sources, and unproved questions are not played."""

import pytest

from quiz.bank.problem import Place
from tests.bank.pack_folder import ARTICLE, PackFolder, citation, codes, entry, question


def spans(pack: PackFolder) -> list[str]:
    """The highlighted words of the first question's first citation."""
    passage = pack.read().questions[0].citations[0]
    return [passage.source.words(span) for span in passage.highlights]


def test_a_question_has_all_that_its_author_wrote(pack: PackFolder) -> None:
    dispute = {"answer": "Ian McShane", "citation": citation("Ian McShane said"), "note": "A guess."}
    pack.questions(
        question(
            difficulty="hard",
            topic="Makers",
            explanation="So it says.",
            according_to="review",
            disputes=[dispute],
        )
    )
    read = pack.read()
    assert read.problems == ()
    [one] = read.questions
    assert (one.difficulty, one.topic, one.explanation, one.prompt) == (
        "hard",
        "Makers",
        "So it says.",
        "Who directs Ballerina?",
    )
    assert one.according_to is one.citations[0].source
    assert (one.disputes[0].answer, one.disputes[0].note) == ("Ian McShane", "A guess.")
    assert one.disputes[0].passage.words == "Ian McShane said"
    assert one.place == Place("questions/cast.yaml", 3, 3)


def test_the_answer_is_highlighted_in_the_quote_in_any_case(pack: PackFolder) -> None:
    pack.questions(question(answer="len  wiseman"))
    assert spans(pack) == ["Len Wiseman"]


def test_an_author_may_say_which_words_carry_the_answer(pack: PackFolder) -> None:
    pack.questions(question(citations=[citation(highlight="directs")]))
    assert spans(pack) == ["directs"]


def test_a_dispute_highlights_its_own_answer(pack: PackFolder) -> None:
    shown = {"answer": "Ian McShane", "citation": citation("Ian McShane said")}
    pack.questions(question(disputes=[shown]))
    passage = pack.read().questions[0].disputes[0].passage
    assert [passage.source.words(span) for span in passage.highlights] == ["Ian McShane"]


@pytest.mark.parametrize("highlight", ["Chad Stahelski", "direct", ""])
def test_highlighted_words_must_stand_whole_in_the_quote(pack: PackFolder, highlight: str) -> None:
    pack.questions(question(citations=[citation(highlight=highlight)]), question("other"))
    assert pack.problem("Q406").question == "director"
    assert pack.ids() == ["other"]


@pytest.mark.parametrize("where", ["citation", "according_to", "dispute"])
@pytest.mark.parametrize(
    ("name", "hint"),
    [("reveiw", "Did you mean 'review'?"), ("zzz", "Add it to seeds/sources.yaml.")],
)
def test_a_source_must_be_in_the_catalogue(pack: PackFolder, where: str, name: str, hint: str) -> None:
    wrong = citation(source=name)
    changes: dict[str, dict[str, object]] = {
        "citation": {"citations": [citation(), wrong]},
        "according_to": {"according_to": name},
        "dispute": {"disputes": [{"answer": "Nobody", "citation": wrong}]},
    }
    pack.questions(question(**changes[where]), question("other"))
    problem = pack.problem("Q407")
    assert problem.hint == hint
    line = (pack.root / "questions/cast.yaml").read_text().splitlines()[problem.place.line - 1]
    assert line[problem.place.column - 1 :].startswith(f'"{name}"')
    assert pack.ids() == ["other"]


@pytest.mark.parametrize("where", ["citation", "dispute"])
def test_a_quote_that_does_not_stand_keeps_its_question_out(pack: PackFolder, where: str) -> None:
    wrong = citation("words that are not there")
    changes: dict[str, dict[str, object]] = {
        "citation": {"citations": [citation(), wrong]},
        "dispute": {"disputes": [{"answer": "Nobody", "citation": wrong}]},
    }
    pack.questions(question(**changes[where]), question("other"))
    problem = pack.problem("Q401")
    assert problem.question == "director"
    line = (pack.root / "questions/cast.yaml").read_text().splitlines()[problem.place.line - 1]
    assert line[problem.place.column - 1 :] == '"words that are not there"'
    assert pack.ids() == ["other"]


def test_a_quote_that_does_not_stand_is_not_reported_in_other_words_too(pack: PackFolder) -> None:
    pack.questions(question(citations=[citation("words that are not there")]), question("other"))
    assert codes(pack.read().problems) == ["Q401"]


def test_the_quotes_of_a_question_that_cannot_be_read_are_reload_if_changed_all_the_same(pack: PackFolder) -> None:
    wrong = [citation("words that are not there"), citation(source="zzz"), "word"]
    pack.questions(question(prompt=..., citations=wrong), question("other"))
    assert codes(pack.read().problems) == ["Q202", "Q203", "Q401", "Q407"]


def test_options_are_checked_though_a_quote_does_not_stand(pack: PackFolder) -> None:
    pack.questions(question(distractors=[], citations=[citation("words that are not there")]), question("other"))
    assert codes(pack.read().problems) == ["Q401", "Q601"]


def test_after_is_heeded(pack: PackFolder) -> None:
    text = ARTICLE + "A guest: Len Wiseman directs Ballerina.\n"
    pack.article(text)
    pack.write_sources_file(entry(text=text))
    assert codes(pack.read().problems) == ["Q103", "Q402"]
    pack.questions(question(citations=[citation(after="A guest:")]))
    assert pack.read().questions[0].citations[0].paragraph == 5


@pytest.mark.parametrize("name", ["director", "9", "a.b-c_d", "A" * 80])
def test_an_id_may_have_letters_digits_and_some_signs(pack: PackFolder, name: str) -> None:
    pack.questions(question(name))
    assert pack.ids() == [name]


@pytest.mark.parametrize("name", ["Who directs it?", "-a", ".a", "a/b", "é", "A" * 81, "a\n", ""])
def test_what_is_no_id_is_reported(pack: PackFolder, name: str) -> None:
    pack.questions(question(name), question("other"))
    assert pack.problem("Q503").place == Place("questions/cast.yaml", 4, 10)
    assert pack.ids() == ["other"]


def test_several_faults_of_one_question_are_all_reported(pack: PackFolder) -> None:
    wrong = [citation("not there"), citation(source="zzz"), citation(highlight="nothing")]
    pack.questions(question("bad id", citations=wrong, according_to="yyy"), question("other"))
    assert codes(pack.read().problems) == ["Q401", "Q406", "Q407", "Q407", "Q503"]
