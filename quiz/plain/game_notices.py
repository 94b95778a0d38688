"""What is said before the first question and when a game is left."""

from collections.abc import Sequence

from quiz.bank.bank import Bank
from quiz.game.game import Game
from quiz.game.phrases import GAMES_NOT_SAVED, counted, problems_notice, spoken_points, spoken_time
from quiz.records.models import GameRecord, mode_of
from quiz.records.session import Session
from quiz.records.summary import UNSCORED


def size_in_words(game: Game) -> str:
    """How long a game is meant to be: its clock, its lives or its questions."""
    mode = game.setup.mode
    if game.setup.seconds is not None:
        return spoken_time(game.setup.seconds)
    return counted(mode.lives, "life", "lives") if mode.lives is not None else _questions(game)


def _questions(game: Game) -> str:
    return counted(len(game.questions), "question")


def opening_lines(
    game: Game,
    bank: Bank,
    *,
    waiting: GameRecord | None,
    trouble: str | None,
    set_aside: str | None = None,
    warning: str | None,
    invalid_settings: Sequence[str] = (),
) -> list[str]:
    """The mode and the number of questions, then whatever the player should know before the first one.

    ``waiting`` is an interrupted game, ``trouble`` says why nothing is kept, ``set_aside`` what became of damaged
    records, ``warning`` what is odd about the game, ``invalid_settings`` what is wrong with the settings.
    """
    mode = game.setup.mode
    sizes = dict.fromkeys((size_in_words(game), _questions(game)))
    lines = [f"{mode.name}, {', '.join(sizes)}.", mode.summary]
    if not game.setup.scored:
        lines.append(f"{UNSCORED.capitalize()}.")
    if warning is not None:
        lines.append(warning)
    lines += invalid_settings
    if bank.summary.errors:
        lines.append(f"{problems_notice(bank.summary.errors)} Run quiz check.")
    if set_aside is not None:
        lines.append(set_aside)
    if trouble is not None:
        lines.append(f"{GAMES_NOT_SAVED} {trouble}")
    if waiting is not None:
        said = f"{mode_of(waiting.mode).name}, {len(waiting.verdicts)} of {len(waiting.questions)}"
        lines.append(f"Interrupted: {said}, {spoken_points(waiting.result.score)}. `quiz` resumes it.")
    return lines


def left_line(session: Session) -> str:
    """What becomes of a game that is left."""
    done = len(session.game.verdicts)
    after = f"after {counted(done, 'question')}"
    if session.game.complete:
        return f"The game was over {after}."
    if not done:
        return "The game was left before anything was answered."
    if session.can_wait:
        return f"The game is interrupted {after}, and saved. `quiz` resumes it."
    if session.is_kept:
        return f"The game was stopped {after}, and saved as far as it went. A game against time cannot be resumed."
    return f"The game was left {after}. {GAMES_NOT_SAVED}"
