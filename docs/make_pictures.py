"""Generate docs/pictures/*.svg: play the real app at 80×24, in both of its own themes, and take screenshots."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from fractions import Fraction
from pathlib import Path

from make_plain_game import example
from textual.pilot import Pilot

from quiz.bank.bank import Bank
from quiz.bank.load import load_bank
from quiz.bank.question import Question
from quiz.game.game import Setup, start
from quiz.game.modes import CLASSIC, PROOF, TIMED
from quiz.records.game_setup import GameRequest
from quiz.records.session import Session
from quiz.tui.app import QuizApp
from quiz.tui.messages import RequestGame, StartGame
from quiz.tui.screens.play.play_screen import PlayScreen

FOLDER = Path(__file__).with_name("pictures")
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)  # fetched from the web; any monospaced font will do
Scene = Callable[[Pilot[None], Bank], Awaitable[None]]


class _Clock:
    """A clock that only a scene moves, so that the pictures are the same each time."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


async def home(pilot: Pilot[None], bank: Bank) -> None:
    """Show the home screen with a topic picked."""
    await pilot.press("tab", "tab", "tab", "down", "space")


async def verdict(pilot: Pilot[None], bank: Bank) -> None:
    """Show a right answer on which the sources disagree."""
    await _answer(pilot, example(bank))


async def source(pilot: Pilot[None], bank: Bank) -> None:
    """Show the article at the words that prove an answer."""
    await _answer(pilot, example(bank))
    await pilot.press("s")
    await pilot.pause()


async def proof(pilot: Pilot[None], _: Bank) -> None:
    """Show a sentence that was found in its article."""
    request = GameRequest(mode=PROOF, seed="picture", seconds=120)
    pilot.app.screen.post_message(RequestGame(request))
    await pilot.pause()
    game = pilot.app.screen.session.game
    pilot.app.clock.now += 21.0
    await pilot.press("home", *["down"] * game.options.index(game.question.answer[0]), "enter")
    await pilot.pause()


async def results(pilot: Pilot[None], bank: Bank) -> None:
    """Play a game to its end."""
    setup = Setup(mode=CLASSIC, seed="picture", length=8)
    questions = _eight(bank)
    pilot.app.screen.post_message(StartGame(setup, questions))
    await pilot.pause()
    for question in range(8):
        options = pilot.app.screen.session.game.options
        right = options.index(questions[question].answer[0])
        pilot.app.clock.now += 3.0 + question % 3
        await pilot.press(str(right + 1 if question not in (2, 5) else (right + 1) % len(options) + 1))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()


async def timed(pilot: Pilot[None], bank: Bank) -> None:
    """Show a timed game that is behind the best run by the same rules."""
    questions = _eight(bank)
    setup = Setup(mode=TIMED, seed="picture", seconds=60)
    session = Session(start(setup, questions, 0.0), None, pilot.app.clock)
    best = tuple((float(4 * number), Fraction(100 * number)) for number in range(12))
    pilot.app.push_screen(PlayScreen(session, best))
    await pilot.pause()
    for question in questions[:4]:
        pilot.app.clock.now += 5.0
        await pilot.press(str(session.game.options.index(question.answer[0]) + 1))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()


def _eight(bank: Bank) -> tuple[Question, ...]:
    """Eight questions with one right option, spread over the whole bank."""
    choices = tuple(one for one in bank.questions if one.kind == "choice")
    return choices[:: max(1, len(choices) // 8)][:8]


async def _answer(pilot: Pilot[None], question: Question) -> None:
    pilot.app.screen.post_message(StartGame(Setup(mode=CLASSIC, seed="picture", length=1), (question,)))
    await pilot.pause()
    options = pilot.app.screen.session.game.options
    pilot.app.clock.now += 4.0
    await pilot.press(str(options.index(question.answer[0]) + 1))
    await pilot.pause()
    await pilot.pause()


async def picture(name: str, scene: Scene, theme: str, size: tuple[int, int] = (80, 24)) -> None:
    """Play a scene and save its picture."""
    bank = load_bank()
    app = QuizApp(bank, clock=_Clock())
    app.theme = theme
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await scene(pilot, bank)
        await pilot.pause()
        svg = _FONTS.sub("", app.export_screenshot(title=""))
        svg = re.sub(r"terminal-\d+", f"{name}", svg).replace("<text ", '<text xml:space="preserve" ')
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")


async def main() -> None:
    """Save every picture."""
    await picture("home", home, "curtain")
    await picture("verdict", verdict, "curtain")
    await picture("source", source, "matinee")
    await picture("timed", timed, "curtain")
    await picture("proof", proof, "curtain")
    await picture("results", results, "matinee")


if __name__ == "__main__":
    asyncio.run(main())
    print(*sorted(path.name for path in FOLDER.glob("*.svg")))
