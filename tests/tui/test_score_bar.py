"""The line above a question."""

import pytest
from textual.app import App, ComposeResult

from quiz.game.events import Answer, Next, Skip
from quiz.game.game import Game, advance, start
from quiz.tui.screens.play.score_bar import ScoreBar
from tests import sample


class Scoring(App[None]):
    """Shows one line."""

    def compose(self) -> ComposeResult:
        yield ScoreBar(id="bar", markup=False)


def after_three() -> Game:
    """A game of five questions: one right, one wrong, and one skipped, whose verdict is being shown."""
    game = sample.game(5, now=0.0)
    events = [
        Answer(0, game.questions[0].answer),
        Next(0),
        Answer(1, game.questions[1].distractors[:1]),
        Next(1),
        Skip(2),
    ]
    for now, event in enumerate(events, start=1):
        game = advance(game, event, float(now))
    return game


async def drawn(game: Game, width: int, now: float = 0.0) -> str:
    app = Scoring()
    async with app.run_test(size=(width, 3), notifications=True) as pilot:
        app.query_one(ScoreBar).show(game, now)
        await pilot.pause()
        return app.screen._compositor.render_strips()[0].text


async def test_it_shows_the_mode_the_progress_and_the_score() -> None:
    line = await drawn(after_three(), 80)
    assert line.startswith("Classic   3 of 5  ")
    assert "▰▰▰▱▱ " in line
    assert line.rstrip().endswith("+67   right 1  wrong 1  skipped 1")
    assert len(line.rstrip()) <= 80


async def test_in_a_narrow_terminal_it_uses_signs() -> None:
    line = await drawn(after_three(), 36)
    assert line.startswith("3 of 5  ")
    assert line.rstrip().endswith("+67  ✓ 1  ✗ 1")


async def test_partly_right_answers_are_counted_in_words_or_in_signs() -> None:
    asked = [sample.order("first"), sample.order("second"), *sample.questions(12)]
    game = start(sample.setup(), asked, 0.0, [sample.verdict(f"test/{one}", "partly", 67) for one in ("first", "q0")])
    assert (await drawn(game, 80)).rstrip().endswith("+134   right 0  partly 2  wrong 0")
    assert (await drawn(game, 36)).rstrip().endswith("+134  ✓ 0  ◐ 2  ✗ 0")
    skipped = advance(game, Skip(2), 10.0)
    for width, told in ((90, "+134   right 0  partly 2  wrong 0  skipped 1"), (76, "+134  ✓ 0  ◐ 2  ✗ 0")):
        line = await drawn(skipped, width)
        assert line.startswith("Classic   3 of 14  ▰▰▰")
        assert line.rstrip().endswith(told)


@pytest.mark.parametrize(("questions", "cells"), [(1, 1), (14, 14), (70, 14)])
async def test_there_is_a_cell_for_each_question_up_to_fourteen(questions: int, cells: int) -> None:
    line = await drawn(sample.game(questions, now=0.0), 90)
    assert line.count("▱") == cells
    assert "▰" not in line


@pytest.mark.parametrize("width", [80, 36])
async def test_a_running_clock_warns_in_a_sign_and_a_word_when_little_time_is_left(width: int) -> None:
    game = sample.game(3, seconds=90, now=100.0)
    assert "1:30" in await drawn(game, width, now=100.0)
    late = await drawn(game, width, now=184.5)
    assert "! 0:06 left" in late
    assert "! 0:00 left" in await drawn(game, width, now=1000.0)


async def test_it_is_drawn_again_for_a_new_width() -> None:
    app = Scoring()
    async with app.run_test(size=(80, 3), notifications=True) as pilot:
        app.query_one(ScoreBar).show(after_three(), 0.0)
        await pilot.resize_terminal(36, 3)
        assert "✓ 1" in app.screen._compositor.render_strips()[0].text
        await pilot.resize_terminal(80, 3)
        assert "right 1" in app.screen._compositor.render_strips()[0].text
