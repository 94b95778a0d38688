"""Moving between screens."""

from textual.app import App

from quiz.tui.screens.quiz_screen import QuizScreen


def replace_screens(app: App[None], screen: QuizScreen) -> None:
    """Replace all screens above the first one by ``screen``. Textual cannot close the first one."""
    while len(app.screen_stack) > 2:
        app.pop_screen()
    if len(app.screen_stack) == 2:
        app.switch_screen(screen)
    else:
        app.push_screen(screen)


def unsaved_work(app: App[None]) -> str:
    """Return the question to ask before unsaved work is lost, or an empty string if there is none."""
    screens = (screen for screen in app.screen_stack if isinstance(screen, QuizScreen))
    return next((screen.unsaved for screen in screens if screen.unsaved), "")
