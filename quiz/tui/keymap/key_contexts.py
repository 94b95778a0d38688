"""The contexts in which keys work: every screen, and its focusable widgets. A new screen is one line here."""

from textual.app import App
from textual.widgets import Button, Input

from quiz.tui.keymap.app_bindings import APP_BINDINGS
from quiz.tui.keymap.key_binding import KeyContext
from quiz.tui.screens.article_reader.article import Article
from quiz.tui.screens.article_reader.reader_screen import ArticleReaderScreen
from quiz.tui.screens.article_reader.reading_screen import ReadingScreen
from quiz.tui.screens.bank_browser.browser_screen import BankBrowserScreen
from quiz.tui.screens.bank_browser.entry_table import EntryTable
from quiz.tui.screens.bank_browser.question_detail import QuestionDetailScreen
from quiz.tui.screens.dialogs.choose_source import ChooseSourceDialog
from quiz.tui.screens.dialogs.confirm import ConfirmDialog
from quiz.tui.screens.dialogs.help import HelpDialog
from quiz.tui.screens.dialogs.leave_game import LeaveGameDialog
from quiz.tui.screens.dialogs.press_key import PressKeyDialog
from quiz.tui.screens.dialogs.prompt import PromptDialog
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.home.pick_list import PickList
from quiz.tui.screens.play.look_up_screen import LookUpScreen
from quiz.tui.screens.play.play_screen import PlayScreen
from quiz.tui.screens.question_form.cycle_select import CycleSelect
from quiz.tui.screens.question_form.form_screen import QuestionFormScreen
from quiz.tui.screens.question_form.text_field import TextField
from quiz.tui.screens.question_review import QuestionReviewScreen
from quiz.tui.screens.records.game_detail import GameDetailScreen
from quiz.tui.screens.records.records_screen import RecordsScreen
from quiz.tui.screens.results.results_screen import ResultsScreen
from quiz.tui.screens.settings.settings_list import SettingsList
from quiz.tui.screens.settings.settings_screen import SettingsScreen
from quiz.tui.widgets.kind_widgets import KIND_WIDGETS
from quiz.tui.widgets.question_view import QuestionView
from quiz.tui.widgets.vi_navigation import ViList, ViScroll

EVERYWHERE = KeyContext("Everywhere", App, (), extra=tuple(APP_BINDINGS))
"""The app, which handles the keys that no screen handles."""

KEY_CONTEXTS = (
    KeyContext("Home", HomeScreen, (PickList, Button)),
    KeyContext("Game", PlayScreen, (*dict.fromkeys(KIND_WIDGETS.values()), QuestionView)),
    KeyContext("Leave game", LeaveGameDialog, (Button,)),
    KeyContext("Results", ResultsScreen, (ViList, ViScroll)),
    KeyContext("Answered question", QuestionReviewScreen, (QuestionView,)),
    KeyContext("Records", RecordsScreen, (ViList, ViScroll)),
    KeyContext("Game or topic", GameDetailScreen, (ViList,)),
    KeyContext("Article", ReadingScreen, (Article,)),
    KeyContext("Look it up", LookUpScreen, (Article,)),
    KeyContext("Source", ArticleReaderScreen, (Article,)),
    KeyContext("Bank", BankBrowserScreen, (EntryTable, Input, QuestionView, ViScroll)),
    KeyContext("Bank entry", QuestionDetailScreen, (QuestionView, ViScroll)),
    KeyContext("Question form", QuestionFormScreen, (TextField, CycleSelect, Button), typed=True),
    KeyContext("Settings", SettingsScreen, (SettingsList,)),
    KeyContext("Press a key", PressKeyDialog, ()),
    KeyContext("Prompt", PromptDialog, (Input, ViList), typed=True),
    KeyContext("Choose article", ChooseSourceDialog, (ViList,)),
    KeyContext("Confirm", ConfirmDialog, (Button, ViScroll)),
    KeyContext("Help", HelpDialog, (ViScroll,)),
)
