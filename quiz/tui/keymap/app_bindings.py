"""The bindings of the app, which work on every screen."""

from textual.binding import Binding, BindingType

APP_BINDINGS: list[BindingType] = [
    Binding("ctrl+z", "suspend_process", "Suspend", show=False, id="app.suspend"),
    Binding("question_mark", "help", "Help", key_display="?", id="app.help"),
    Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="app.quit"),
]
