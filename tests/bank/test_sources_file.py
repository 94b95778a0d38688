"""The sources file: the entry of every article, and that the articles match their entries."""

import shlex
from pathlib import Path
from typing import Any

import pytest

from quiz.bank.problem import Place
from quiz.bank.source import Span
from quiz.bank.sources_file import read_sources_file
from tests.bank.pack_folder import ARTICLE, PackFolder, codes, entry, question


def test_a_source_is_what_its_entry_and_its_file_say(pack: PackFolder) -> None:
    pack.write_sources_file(
        entry(title="A title", label="A label", publisher="A paper", published="2024-12"), pack="ballerina"
    )
    catalogue, problems = read_sources_file(pack.root, "")
    assert problems == []
    source = catalogue.sources["review"]
    assert (source.title, source.label, source.publisher, source.published) == (
        "A title",
        "A label",
        "A paper",
        "2024-12",
    )
    assert (source.text, source.file, source.pack) == (ARTICLE, "seeds/review.txt", "ballerina")
    assert catalogue.pack == "ballerina"


def test_what_is_not_known_stays_unknown_and_the_label_falls_back(pack: PackFolder) -> None:
    catalogue, _ = read_sources_file(pack.root, "")
    source = catalogue.sources["review"]
    assert (source.title, source.publisher, source.published, source.label) == (None, None, None, "review")
    assert catalogue.pack == pack.root.name


@pytest.mark.parametrize("file", ["review.txt", "./review.txt", "../seeds/review.txt", "link.txt"])
def test_an_article_is_one_source_however_it_is_named(pack: PackFolder, file: str) -> None:
    """A catalogue of many entries for one long article would fill the memory."""
    (pack.root / "seeds" / "link.txt").symlink_to("review.txt")
    pack.write_sources_file(entry(), entry("again", file=file, sha256=entry()["sha256"]))
    problem = pack.problem("Q306")
    assert problem.message == f"Another source already has the article {file}."
    assert list(read_sources_file(pack.root, "")[0].sources) == ["review"]


def test_a_source_without_a_label_is_labelled_with_its_title(pack: PackFolder) -> None:
    pack.write_sources_file(entry(title="A title"))
    assert read_sources_file(pack.root, "")[0].sources["review"].label == "A title"


@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r"])
def test_an_article_keeps_its_line_ends(pack: PackFolder, ends: str) -> None:
    text = ARTICLE.replace("\n", ends)
    pack.article(text)
    pack.write_sources_file(entry(text=text))
    assert read_sources_file(pack.root, "")[0].sources["review"].text == text
    assert pack.ids() == ["director"]


def test_a_pack_without_seeds_is_told_so(tmp_path: Path) -> None:
    catalogue, [problem] = read_sources_file(tmp_path, "here/")
    assert catalogue.sources == {}
    assert problem.rule.code == "Q102"
    assert problem.place == Place("here/seeds/sources.yaml")


def test_articles_without_a_catalogue_are_told_so(pack: PackFolder) -> None:
    (pack.root / "seeds/sources.yaml").unlink()
    assert codes(read_sources_file(pack.root, "")[1]) == ["Q102"]


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n"])
def test_an_empty_catalogue_is_told_so(pack: PackFolder, text: str) -> None:
    pack.write("seeds/sources.yaml", text)
    assert codes(read_sources_file(pack.root, "")[1]) == ["Q102"]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"sources: [\xff]", "Q105"), (b"sources: \x00", "Q107"), (b"sources: [", "Q108"), (b"source: []", "Q201")],
)
def test_a_catalogue_that_cannot_be_read_is_a_problem_of_its_own(pack: PackFolder, data: bytes, code: str) -> None:
    pack.write("seeds/sources.yaml", data)
    catalogue, problems = read_sources_file(pack.root, "")
    assert code in codes(problems)
    assert catalogue.sources == {}


def test_one_bad_entry_never_hides_another(pack: PackFolder) -> None:
    pack.write_sources_file({"id": "a"}, entry(), "word", entry("b", sha256=...))
    catalogue, problems = read_sources_file(pack.root, "")
    assert list(catalogue.sources) == ["review"]
    assert codes(problems) == ["Q202", "Q202", "Q202", "Q203"]
    assert pack.ids() == ["director"]


def test_a_missing_article_is_reported_and_its_id_stays_known(pack: PackFolder) -> None:
    pack.write_sources_file(entry(), entry("lost"))
    pack.questions(question(), question("other", citations=[{"source": "lost", "quote": "words"}]))
    assert pack.problem("Q104").place == Place("seeds/lost.txt")
    assert "could not be read" in pack.problem("Q407").message
    assert pack.ids() == ["director"]


@pytest.mark.parametrize("file", ["../outside.txt", "../../outside.txt", "../seeds.txt", "/etc/hosts", "a\0b"])
def test_an_article_outside_the_pack_is_never_read(pack: PackFolder, file: str) -> None:
    (pack.root / "outside.txt").write_text(ARTICLE)
    (pack.root.parent / "outside.txt").write_text(ARTICLE)
    pack.write_sources_file(entry(file=file))
    assert "is outside" in pack.problem("Q302").message
    assert pack.read().sources == ()


def test_a_link_that_leads_outside_is_never_read(pack: PackFolder) -> None:
    (pack.root.parent / "outside.txt").write_text(ARTICLE)
    (pack.root / "seeds/review.txt").unlink()
    (pack.root / "seeds/review.txt").symlink_to(pack.root.parent / "outside.txt")
    assert pack.problem("Q302").place.file == "seeds/sources.yaml"
    assert pack.read().sources == ()


def test_a_link_to_itself_is_a_problem(pack: PackFolder) -> None:
    (pack.root / "seeds/loop.txt").symlink_to(pack.root / "seeds/loop.txt")
    pack.write_sources_file(entry(), entry("loop"))
    assert len(pack.read().problems) == 1
    assert pack.ids() == ["director"]


def test_a_file_name_that_no_disk_takes_is_a_problem(pack: PackFolder) -> None:
    pack.write_sources_file(entry(), entry("long", file="x" * 5000))
    assert codes(pack.read().problems) == ["Q104"]
    assert pack.ids() == ["director"]


def test_a_changed_article_names_the_questions_that_no_longer_stand_and_keeps_the_others(pack: PackFolder) -> None:
    quotes = [{"source": "review", "quote": "June 6, 2025"}, {"source": "review", "quote": "on June 6, 2025."}]
    pack.questions(question(), question("opening", answer="June 6, 2025", citations=quotes))
    pack.article(ARTICLE.replace("June 6", "June 7"))
    problem = pack.problem("Q303")
    assert problem.place.file == "seeds/sources.yaml"
    assert problem.message.endswith("Quotes that are no longer in it: opening.")
    assert pack.ids() == ["director"]


def test_a_changed_article_whose_quotes_all_stand_says_so_and_gives_its_new_digest(pack: PackFolder) -> None:
    changed = ARTICLE + "More.\n"
    pack.article(changed)
    problem = pack.problem("Q303")
    assert problem.message.endswith("no longer in it: none.")
    assert str(entry(text=changed)["sha256"]) in problem.hint
    assert pack.ids() == ["director"]


def test_a_digest_may_be_written_in_capitals(pack: PackFolder) -> None:
    pack.write_sources_file(entry(sha256=str(entry()["sha256"]).upper()))
    assert pack.read().problems == ()


def test_the_first_of_two_sources_with_one_id_keeps_it(pack: PackFolder) -> None:
    pack.article("Other words.\n", "other")
    pack.write_sources_file(entry(), entry("other", "Other words.\n", id="review"))
    assert "'review'" in pack.problem("Q306").message
    assert [source.text for source in pack.read().sources] == [ARTICLE]


@pytest.mark.parametrize("date", ["2024", "2024-12", "2024-12-09", None])
def test_a_date_may_be_as_exact_as_it_is_known(pack: PackFolder, date: str | None) -> None:
    pack.write_sources_file(entry(published=date))
    assert pack.read().problems == ()


@pytest.mark.parametrize("date", ["9 December 2024", "2024-13", "2024-12-32", "24", "2024-1-1", "2024-12-09T00", ""])
def test_what_is_not_a_date_is_reported(pack: PackFolder, date: str) -> None:
    pack.write_sources_file(entry(published=date))
    assert pack.problem("Q307").place.line == 7
    assert codes(pack.read().problems) == ["Q307"]
    [source] = pack.read().sources
    assert (source.published, source.published_inferred) == (None, False)
    assert pack.ids() == ["director"]


def test_a_date_that_is_none_is_not_inferred_from_words_either(pack: PackFolder) -> None:
    pack.write_sources_file(entry(published="soon", published_inferred=True, inferred_from="opens in theaters"))
    assert codes(pack.read().problems) == ["Q307"]
    [source] = pack.read().sources
    assert (source.published, source.published_inferred) == (None, False)


@pytest.mark.parametrize("date", ["2023-02-29", "2024-04-31", "٢٠٢٤"])
def test_a_day_that_no_calendar_has_is_not_a_date(pack: PackFolder, date: str) -> None:
    pack.write_sources_file(entry(published=date))
    assert codes(pack.read().problems) == ["Q307"]


@pytest.mark.parametrize("words", [..., None, "", "words that are not there", "2025"])
def test_an_inferred_date_needs_the_words_that_imply_it(pack: PackFolder, words: object) -> None:
    text = ARTICLE + "It is 2025.\n"
    pack.article(text)
    pack.write_sources_file(entry(text=text, published="2024", published_inferred=True, inferred_from=words))
    assert codes(pack.read().problems) == ["Q308"]
    [source] = pack.read().sources
    assert (source.published, source.published_inferred) == (None, False)
    assert pack.ids() == ["director"]


def test_an_inferred_date_with_its_words_is_kept(pack: PackFolder) -> None:
    words = "opens in theaters [...] 2025"
    pack.write_sources_file(entry(published="2024", published_inferred=True, inferred_from=words))
    assert pack.read().problems == ()
    [source] = pack.read().sources
    assert (source.published_inferred, source.inferred_from) == (True, words)


def test_off_limits_words_become_ranges_in_the_order_of_the_article(pack: PackFolder) -> None:
    pack.write_sources_file(
        entry(
            off_limits=[
                {"from": "Screenshot", "to": "Lionsgate", "why": "credit"},
                {"from": "date 2024-12-09", "why": "header"},
            ]
        )
    )
    [source] = pack.read().sources
    start = ARTICLE.index("Screenshot")
    assert source.off_limits == (Span(0, 15), Span(start, start + len("Screenshot via Lionsgate")))


@pytest.mark.parametrize(
    "limits",
    [
        {"from": "not there", "why": "x"},
        {"from": "Screenshot", "to": "not there", "why": "x"},
        {"from": "Screenshot", "to": "Len Wiseman", "why": "x"},
        {"from": "", "why": "x"},
        {"from": "  ", "why": "x"},
    ],
)
def test_off_limits_words_that_are_not_in_the_article_are_reported_and_keep_it_out(
    pack: PackFolder, limits: object
) -> None:
    pack.article("Other words.\n", "other")
    header = {"from": "date 2024-12-09", "why": "header"}
    pack.write_sources_file(entry(off_limits=[header, limits]), entry("other", "Other words.\n"))
    quote = {"source": "other", "quote": "Other words"}
    pack.questions(question(), question("another", answer="Other", citations=[quote]))
    assert pack.problem("Q305").place.line > 9
    assert codes(pack.read().problems) == ["Q305", "Q407"]
    assert "could not be read" in pack.problem("Q407").message
    assert [source.id for source in pack.read().sources] == ["other"]
    assert pack.ids() == ["another"]


def test_an_article_without_an_entry_is_a_warning(pack: PackFolder) -> None:
    pack.article("Words.\n", "stranger")
    problem = pack.problem("Q310")
    assert problem.place == Place("seeds/stranger.txt")
    assert not problem.is_error
    assert problem.hint == "Write one with `quiz add-source seeds/stranger.txt`."
    assert pack.ids() == ["director"]


def test_the_command_that_writes_an_entry_is_told_as_a_shell_takes_it(pack: PackFolder) -> None:
    pack.article("Words.\n", "it's new")
    [hint] = [one.hint for one in pack.read("my packs/one/").problems]
    said = shlex.split(hint.partition("`")[2].partition("`")[0])
    assert said == ["quiz", "add-source", "--pack", "my packs/one", "my packs/one/seeds/it's new.txt"]


def test_an_article_is_read_once_and_what_was_hashed_is_what_is_quoted(
    pack: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = pack.root / "seeds" / "newer"
    newer.write_text("Len Wiseman directs Ballerina, or so another article says.")
    opened = Path.open

    def saved_over(path: Path, *how: Any, **more: Any) -> Any:
        stream = opened(path, *how, **more)
        if path.name == "review.txt" and newer.exists():  # somebody saves another article in this moment
            newer.replace(path)
        return stream

    monkeypatch.setattr(Path, "open", saved_over)
    catalogue, problems = read_sources_file(pack.root, "")
    assert (catalogue.sources["review"].text, problems) == (ARTICLE, [])


def test_an_article_that_is_not_utf8_is_reported_where_it_breaks(pack: PackFolder) -> None:
    pack.article(b"one\ntwo \xff three", "latin")
    pack.write_sources_file(entry(), entry("latin"))
    assert pack.problem("Q105").place == Place("seeds/latin.txt", 2, 5)
    assert pack.ids() == ["director"]
