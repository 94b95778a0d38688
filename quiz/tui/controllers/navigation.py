"""Moving between screens."""

from textual.app import App

from quiz.tui.screens.quiz_screen import QuizScreen


def replace_screens(app: App[None], screen: QuizScreen) -> None:
    """Close every screen above the first one and show another in their place; the first one cannot be closed."""
    while len(app.screen_stack) > 2:
        app.pop_screen()
    if len(app.screen_stack) == 2:
        app.switch_screen(screen)
    else:
        app.push_screen(screen)


def unsaved_work(app: App[None]) -> str:
    """What would be lost if the app ended now, as a question to the player; empty where nothing would."""
    return next((one.unsaved for one in app.screen_stack if isinstance(one, QuizScreen) and one.unsaved), "")
