"""Helpers for tests of the screens: setups of every mode, and ways to play them."""

from datetime import UTC, datetime
from typing import cast

from quiz.bank.bank import Bank
from quiz.game.deal import Filters
from quiz.game.events import Next, Stop
from quiz.game.game import Outcome, Setup, questions_of, start
from quiz.game.modes import MODES
from quiz.records.records import Records
from quiz.records.session import Session
from quiz.tui.screens.play.play_screen import PlayScreen
from tests import sample
from tests.tui.app_player import Clock, Player


def setup_of(
    mode: str, bank: Bank, *, seconds: int | None = None, seed: str = "7", filters: Filters | None = None
) -> Setup:
    """Return the setup of a game of a mode, by default with the mode's own length and clock."""
    chosen = MODES[mode]
    return Setup(
        mode=chosen,
        seed=seed,
        length=chosen.length,
        seconds=seconds or chosen.seconds,
        bank=bank.digest,
        filters=filters or Filters(),
    )


async def tick(player: Player, *, after: float = 0.0) -> None:
    """Move the clock and wait until the screen's timer has run."""
    player.clock.now += after
    bar = play_screen(player).bar
    for _ in range(50 if after else 8):  # the screen looks every 0.1 s; where the clock was moved, one sees when
        await player.pilot.pause(0.02)
        if after and bar._now == player.clock.now:
            break
    await player.settle()


async def give(player: Player, *outcomes: str, after: float = 1.0) -> None:
    """Play questions to the given outcomes, each after so many seconds, and go on from each verdict at once."""
    for outcome in outcomes:
        if outcome == "skipped":
            await player.press("x", after=after)
        elif outcome == "timed out":
            assert player.game.deadline is not None
            await player.press("x", after=player.game.deadline - player.clock.now)
        else:
            await player.answer(right=outcome == "right", after=after)
        assert player.game.verdicts[-1].outcome == outcome
        await player.press("enter", after=0)


async def to_the_end(player: Player) -> None:
    """Let the time of the open question run out, and go to the results."""
    await give(player, "timed out")


def play_screen(player: Player) -> PlayScreen:
    """Return the play screen, even if a dialog is on top of it."""
    return next(screen for screen in player.app.screen_stack if isinstance(screen, PlayScreen))


def outcomes(player: Player) -> list[str]:
    """Return the outcomes of the game so far, even if another screen is on top of it."""
    return [verdict.outcome for verdict in play_screen(player).session.game.verdicts]


def keep(
    records: Records, bank: Bank, setup: Setup, *results: str, seconds: float = 2.0, at: datetime | None = None
) -> None:
    """Save a game with these outcomes. It is stopped after them, unless it is over."""
    clock, when = Clock(), at or datetime.now(UTC)
    session = Session(start(setup, questions_of(setup, bank), 0.0), records, clock, now=lambda: when)
    for outcome in results:
        late = session.game.deadline if outcome == "timed out" else None
        clock.now = session.game.opened_at + seconds if late is None else late
        session.send(sample.event(session.game, cast(Outcome, outcome)))
        assert session.game.verdicts[-1].outcome == outcome
        session.send(Next(session.game.index))
    if session.game.phase != "over":
        session.send(Stop())


def is_lit(player: Player, words: str) -> bool:
    """Return whether the verdict is highlighted: its background differs from that of the prompt."""
    backs = [player.segments_of(one)[0].style for one in (words, player.question.prompt)]
    return backs[0].bgcolor != backs[1].bgcolor  # type: ignore[union-attr]
