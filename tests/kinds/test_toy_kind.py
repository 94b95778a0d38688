"""A new kind is loaded, checked, listed, played, recorded, written and exported like all others."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from quiz.author.json_schema import question_file
from quiz.bank.bank import Bank
from quiz.bank.cache.cached_bank import CachedBank
from quiz.bank.cache.open_packs import open_bank
from quiz.bank.cache.pack_cache import PackCache
from quiz.bank.kinds.registry import KINDS
from quiz.bank.pack_library import open_library
from quiz.bank.question import Question
from quiz.exchange.formats import FORMATS
from quiz.exchange.lossy_export import loss_line
from quiz.game.deal import Filters
from quiz.game.events import Answer
from quiz.game.game import advance, start
from quiz.game.grading import grade, is_answer
from quiz.game.option_order import arrange
from quiz.game.time_limit import question_time_limit
from quiz.plain.question_lines import hint_for, prompt_for
from quiz.records.records import Records
from quiz.tui.screens.article_reader.reader_screen import ArticleReaderScreen
from quiz.tui.screens.question_review import QuestionReviewScreen
from tests import sample
from tests.bank.pack_folder import PackFolder, codes
from tests.bank.pack_folder import question as choice
from tests.cli.run_command import Ran, environment, run_here
from tests.kinds import toy
from tests.kinds.conftest import number
from tests.plain.scripted_input import Table
from tests.tui.app_player import classic, playing
from tests.tui.test_form_screen import fill, form, on_top, turn

HARD = Filters(difficulties=("hard",))
WHY = "Its makers had hoped for an earlier season and were disappointed."


@pytest.fixture
def bank(pack: PackFolder) -> Bank:
    return Bank((pack.read(),))


@pytest.fixture
def day(bank: Bank) -> Question:
    [one] = [one for one in bank.questions if one.kind == toy.NAME]
    return one


def test_it_is_read_with_its_own_key(day: Question) -> None:
    assert (day.kind, day.answer, day.distractors, day.detail("between")) == ("closest", ("6",), (), ("1", "30"))
    [passage] = day.citations
    assert [passage.source.words(span) for span in passage.highlights] == ["6"]  # the number is seen in the quote


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"betwen": [1, 30]}, "The key 'betwen' is not known."),
        ({"between": ...}, "The key 'between' is missing or empty."),
        ({"between": "1 to 30"}, "between must be a list."),
        ({"answer": "the sixth"}, "answer is 'the sixth'; it must be a number."),
        ({"answer": 6, "between": [7, 30]}, "6 is not on the range."),
        ({"kind": "closets"}, "There is no kind of question called 'closets'."),
    ],
)
def test_its_problems_are_reported_with_their_place(
    pack: PackFolder, changes: dict[str, object], message: str
) -> None:
    pack.questions(choice(), number(**changes))
    read = pack.read()
    assert [one.id for one in read.questions] == ["director"]
    found = [one for one in read.problems if one.message == message]
    assert [one.question for one in found] == ["day"]
    assert found[0].place.file == "questions/cast.yaml"
    assert found[0].place.line > 1


def test_a_misspelt_kind_gets_a_suggestion(pack: PackFolder) -> None:
    pack.questions(number(kind="closets"))
    assert pack.problem("Q502").hint == "Did you mean 'closest'?"


def test_the_linter_checks_it(pack: PackFolder) -> None:
    assert codes(one for one in pack.lint().problems if one.question == "day") == []
    pack.questions(choice(), number(prompt="On the 6th day of the month it opens"))
    found = codes(one for one in pack.lint().problems if one.question == "day")
    assert found == ["Q708"]  # no question mark; nothing is said of options, which it has none of


def test_its_schema_follows() -> None:
    schema = Draft202012Validator(question_file())
    assert not list(schema.iter_errors({"questions": [choice(), number()]}))
    assert list(schema.iter_errors({"questions": [number(between=...)]}))
    assert list(schema.iter_errors({"questions": [number(answer="six")]}))


def test_it_has_no_options_and_a_time_limit_of_its_own(day: Question) -> None:
    assert arrange(day, "1") == arrange(day, "2", "alphabetical") == ()
    assert question_time_limit(day, 0) == 9 / 4.0 + 6.0 + 4.0


def test_guessing_blindly_gains_nothing_on_average(day: Question) -> None:
    guesses = [(str(one),) for one in range(1, 31)]
    assert all(is_answer(day, guess) for guess in guesses)
    assert sum(grade(day, guess)[1] for guess in guesses) == 0
    assert grade(day, ("6",)) == ("right", 100)
    assert [outcome for outcome, _ in (grade(day, ("7",)), grade(day, ("30",)))] == ["partly", "wrong"]


@pytest.mark.parametrize("chosen", [(), ("0",), ("31",), ("six",), ("6", "7"), ("",)])
def test_what_cannot_be_answered_changes_nothing(day: Question, chosen: tuple[str, ...]) -> None:
    game = start(sample.setup(), [day], 0.0)
    assert advance(game, Answer(0, chosen), 5.0).phase == "asking"


def test_it_is_stored_in_the_cache(pack: PackFolder, tmp_path: Path) -> None:
    cache = PackCache(tmp_path / "cache", timestamp_margin=0)
    loaded = open_bank([pack.root], cache)
    cached = open_bank([pack.root], cache)
    assert isinstance(cached, CachedBank)
    assert toy.NAME in {one.kind for one in cached.questions}
    assert list(map(repr, cached.questions)) == list(map(repr, loaded.questions))  # a source is equal to itself alone


def test_its_details_are_part_of_the_digest_of_the_bank(bank: Bank, pack: PackFolder) -> None:
    pack.questions(choice(), number(between=[1, 31]))
    assert Bank((pack.read(),)).digest != bank.digest


def quiz(folder: Path, *arguments: str | Path, typed: str = "") -> Ran:
    """Run a command with its own cache and records, since the default cache must not contain the toy kind."""
    env = environment(folder, QUIZ_CACHE_DIR=str(folder / "cache"))
    return run_here(*arguments, env=env, cwd=folder, typed=typed)


def test_it_is_listed_and_checked_from_the_command_line(pack: PackFolder, tmp_path: Path) -> None:
    ran = quiz(tmp_path, "list", "--pack", pack.root)
    assert ran.code == 0, ran.err
    assert "  day · closest · hard\n    On which day of its month does Ballerina open?\n    = 6\n" in ran.out
    ran = quiz(tmp_path, "list", "--pack", pack.root, "--format", "json")  # this time out of the cache
    assert [(one["id"], one["kind"], one["answer"], one.get("between")) for one in json.loads(ran.out)] == [
        ("director", "choice", ["Len Wiseman"], None),
        ("day", "closest", ["6"], ["1", "30"]),
    ]
    ran = quiz(tmp_path, "check", pack.root)
    assert ran.code == 0, ran.out
    pack.questions(choice(), number(between=[7, 30]))
    ran = quiz(tmp_path, "check", pack.root)
    assert ran.code == 1
    assert "Q601" in ran.out
    assert "6 is not on the range." in ran.out


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_that_cannot_carry_it_says_so_and_writes_the_others(name: str, bank: Bank, day: Question) -> None:
    content, losses = FORMATS[name].write(bank.questions)
    lost = [loss_line(one, FORMATS[name].title) for one in losses if "day" in one.ids]
    why = f"since {FORMATS[name].title} has no place for it"
    if name == "anki":  # a card has a front and a back, whatever stands there
        assert lost == [f"Not exported, {why}: further keys of their kind (1 question: day)"]
    else:
        assert lost == [f"Left out, {why}: questions of the kind closest (1 question: day)"]
        assert "Len Wiseman" in str(content)
        assert day.prompt not in str(content)


@pytest.mark.parametrize(("typed", "outcome"), [("6", "right"), ("9", "partly"), ("30", "wrong")])
async def test_it_is_played_in_the_app_and_recorded(bank: Bank, records: Records, typed: str, outcome: str) -> None:
    async with playing(bank, records, setup=classic(bank, filters=HARD)) as player:
        assert "On which day of its month does Ballerina open?" in player.prose
        assert "from 1 to 30" in player.prose
        await player.press("3", "1", "enter")  # there is no such day
        assert player.game.phase == "asking"
        await player.press("backspace", "backspace", *typed, "enter")
        assert player.game.verdicts[-1].outcome == outcome
        assert f"6 is right; you: {typed}" in player.prose
        assert "It opens in theaters on June 6, 2025" in player.prose
        await player.press("enter")
        assert player.game.phase == "over"
    [game] = records.history()
    [verdict] = game.verdicts
    assert (verdict.question, verdict.outcome, verdict.chosen) == ("pack/day", outcome, (typed,))
    assert verdict.points == grade(bank.by_key["pack/day"], (typed,))[1]
    assert isinstance(verdict.points, Fraction)


async def test_kinds_take_turns_in_one_game_and_an_answer_is_looked_at_again(bank: Bank, day: Question) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        for _ in bank.questions:
            await player.press(*(["6", "enter"] if player.question == day else player.keys_for(right=True)))
            assert player.game.verdicts[-1].outcome == "right"
            await player.press("enter")
        verdict = next(one for one in player.game.verdicts if one.question == day.key)
        player.app.push_screen(QuestionReviewScreen(day, (), verdict))
        await player.settle()
        assert "6 is right; you: 6" in player.prose


async def test_the_bank_shows_it(pack: PackFolder) -> None:
    library = open_library([pack.root])
    async with playing(library.bank, library=library, size=(200, 40)) as player:
        await player.press("e")
        await player.app.workers.wait_for_complete()
        await player.settle()
        assert "closest" in player.shown
        await player.press("down", "enter")
        assert "6 is right" in player.prose


def test_it_is_played_line_by_line(bank: Bank, records: Records, day: Question) -> None:
    table = Table(classic(bank, filters=HARD), [day], "what?", "9", "", records=records)
    assert table.outcomes == ["partly"]
    assert day.prompt in table.said
    assert prompt_for(day) == "A number from 1 to 30, s to skip, q to leave: "
    assert table.said.count(hint_for(day)) == 1
    assert {"The number: 6", "Yours: 9"} <= set(table.said)
    assert records.history()[0].verdicts[0].chosen == ("9",)


def test_its_answer_is_shown_in_the_results(pack: PackFolder, tmp_path: Path) -> None:
    ran = quiz(tmp_path, "play", "--plain", "--pack", pack.root, "--difficulty", "hard", typed="30\n")
    assert ran.code == 0, ran.err
    assert "Wrong. Right: 6" in ran.out


async def test_it_is_written_in_the_form(pack: PackFolder) -> None:
    pack.questions(choice())
    async with form(pack) as player:
        await turn(player, "kind", toy.NAME)
        assert "Between" in player.shown
        assert "Distractors" not in player.shown
        prompt = "On which day of its month does Ballerina open?"
        await fill(player, prompt=prompt, answer="6", between="1\n30", id="it", explanation=WHY)
        assert on_top(player).form.question.entry()["between"] == ("1", "30")
        await player.press("ctrl+s")
        assert isinstance(player.app.screen, ArticleReaderScreen), player.shown
    [written] = [one for one in pack.read().questions if one.id == "it"]
    assert (written.kind, written.answer, written.detail("between")) == ("closest", ("6",), ("1", "30"))


def test_without_the_kind_its_records_can_still_be_read(
    bank: Bank, records: Records, day: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    Table(classic(bank, filters=HARD), [day], "9", "", records=records)
    monkeypatch.delitem(KINDS, toy.NAME)
    assert records.history()[0].verdicts[0].chosen == ("9",)
