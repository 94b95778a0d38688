"""The lines before the first question and when the player leaves a game."""

from collections.abc import Sequence

from quiz.bank.bank import Bank
from quiz.game.game import Game
from quiz.game.phrases import GAMES_NOT_SAVED, counted, mode_name, problems_notice, spoken_points, spoken_time
from quiz.records.models import GameRecord, mode_of
from quiz.records.session import Session
from quiz.records.summary import UNSCORED


def spoken_size(game: Game) -> str:
    """Return the clock, lives or number of questions of a game, in words."""
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
    note: str = "",
    interrupted: GameRecord | None,
    unsaved_reason: str | None,
    damage_notice: str | None = None,
    warning: str | None,
    invalid_settings: Sequence[str] = (),
) -> list[str]:
    """Return the lines before the first question: the mode and size of the game, then any notices.

    ``note`` is a sentence about the game, ``interrupted`` is an interrupted game that can be resumed,
    ``unsaved_reason`` says why games are not saved, ``damage_notice`` that damaged records
    were replaced, ``warning`` what is unusual about the game, and
    ``invalid_settings`` what is invalid in the settings, a line each.
    """
    mode = game.setup.mode
    sizes = dict.fromkeys((spoken_size(game), _questions(game)))
    lines = [f"{mode.name}, {', '.join(sizes)}.", mode.summary]
    if not game.setup.scored:
        lines.append(f"{UNSCORED.capitalize()}.")
    if note:
        lines.append(note)
    if warning is not None:
        lines.append(warning)
    if game.can_look_up:
        lines.append("l looks a question up in its article, for half the points.")
    lines += invalid_settings
    if bank.summary.errors:
        lines.append(f"{problems_notice(bank.summary.errors)} Run quiz check.")
    if damage_notice is not None:
        lines.append(damage_notice)
    if unsaved_reason is not None:
        lines.append(f"{GAMES_NOT_SAVED} {unsaved_reason}")
    if interrupted is not None:
        name = mode_name(mode_of(interrupted.mode), scored=interrupted.scored)
        progress = f"{name}, {len(interrupted.verdicts)} of {len(interrupted.questions)}"
        lines.append(f"Interrupted: {progress}, {spoken_points(interrupted.result.score)}. `quiz` resumes it.")
    return lines


def leave_notice(session: Session) -> str:
    """Return the line that is printed when the player leaves a game: whether it can be resumed."""
    answered = len(session.game.verdicts)
    after = f"after {counted(answered, 'question')}"
    if session.game.complete:
        return f"The game was over {after}."
    if session.is_worth_resuming:
        return f"The game is interrupted {after}, and saved. `quiz` resumes it."
    if not answered:
        return "The game was left before anything was answered."
    if session.is_saved:
        return f"The game was stopped {after}, and saved as far as it went. A game against time cannot be resumed."
    return f"The game was left {after}. {GAMES_NOT_SAVED}"
