"""The declarations of all settings, and the length and clock that they give a game."""

from typing import Annotated, Literal, get_args

import msgspec

from quiz.game.modes import CLASSIC, MAX_QUESTIONS, MAX_SECONDS, MIN_SECONDS, TIMED, Mode
from quiz.game.option_order import Order
from quiz.settings.setting import Choice, KeyBindings, Number, Setting, Switch

Length = int | Literal["all"]
LENGTHS = Number(least=1, most=MAX_QUESTIONS, suggested=(5, 10, 20), word="all")
CLOCKS = Number(least=MIN_SECONDS, most=MAX_SECONDS, suggested=TIMED.suggested_seconds, unit="s")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The values of all settings. Each field declares one setting and its default.

    To add a setting, add a field here, run ``python docs/make_settings.py``, and use its value.
    """

    theme: Annotated[
        str | None,
        Setting(
            label="Theme",
            values=Choice(),
            description="The colour theme, such as curtain, matinee or ansi-dark.",
            details="The default is `curtain`, or `ansi-dark` where a terminal has only 16 colours.",
            example="matinee",
            environment="TEXTUAL_THEME",
        ),
    ] = None
    questions: Annotated[
        Length | None,
        Setting(
            label="Questions",
            values=LENGTHS,
            description="How many questions a game has.",
            details="In **classic** and **practice**; the other modes have their own.",
            example=20,
            usual=CLASSIC.length,
            per_game=True,
        ),
    ] = None
    seconds: Annotated[
        int | None,
        Setting(
            label="Clock",
            values=CLOCKS,
            description="The clock of a timed game, in seconds.",
            details="In **timed**; **proof** has its own.",
            example=90,
            usual=TIMED.seconds,
            per_game=True,
        ),
    ] = None
    animation: Annotated[
        bool,
        Setting(
            label="Animation",
            values=Switch(),
            description="Whether anything on the screen moves or lights up by itself.",
            example=False,
        ),
    ] = True
    timer: Annotated[
        bool,
        Setting(
            label="Timer",
            values=Switch(),
            description="Whether the time is shown; it runs in any case.",
            details="`false` also hides the race against your best run.",
            example=False,
        ),
    ] = True
    options: Annotated[
        Order,
        Setting(
            label="Order of options",
            values=Choice(get_args(Order)),
            description="The order of a question's options.",
            details="`shuffled` goes by the game's seed, `alphabetical` is the same each time.",
            example="alphabetical",
        ),
    ] = "shuffled"
    keys: Annotated[
        dict[str, str],
        Setting(
            label="Keys",
            values=KeyBindings(),
            description="Another key for a binding, such as app.help=f1; may be repeated.",
            example={"app.help": "f1, ?", "home.play": "g"},
            details="In the file, a mapping from ids to keys.",
            option="--key",
        ),
    ] = {}


def usual_length(mode: Mode, settings: Settings) -> int | None:
    """How many questions a game of a mode has unless the player selects a number; None for all questions."""
    if mode.length is None or mode.daily or settings.questions is None:
        return mode.length
    return None if settings.questions == "all" else settings.questions


def usual_seconds(mode: Mode, settings: Settings) -> int | None:
    """The clock of a game of a mode, in seconds, unless the player selects one; None if the mode has no clock."""
    if mode.seconds is None or mode.find_proof:  # an article takes longer to read than options
        return mode.seconds
    return settings.seconds or mode.seconds
