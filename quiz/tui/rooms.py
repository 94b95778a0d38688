"""Every screen of the app with what can have the focus on it: where each key works."""

from typing import NamedTuple

from textual.dom import DOMNode
from textual.widgets import Button, Input

from quiz.tui.app import QuizApp
from quiz.tui.screens.ask import AskScreen
from quiz.tui.screens.asked import AskedScreen
from quiz.tui.screens.bank import BankScreen
from quiz.tui.screens.choose_source import ChooseSourceScreen
from quiz.tui.screens.entry import EntryScreen
from quiz.tui.screens.help import HelpScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.leave import LeaveScreen
from quiz.tui.screens.play import PlayScreen
from quiz.tui.screens.press_key import PressKeyScreen
from quiz.tui.screens.records import RecordsScreen
from quiz.tui.screens.results import ResultsScreen
from quiz.tui.screens.review import ReviewScreen
from quiz.tui.screens.settings import SettingsScreen
from quiz.tui.screens.source import SourceScreen
from quiz.tui.screens.sure import SureScreen
from quiz.tui.screens.writing import WriteScreen
from quiz.tui.widgets.article import Article
from quiz.tui.widgets.choice import Choice
from quiz.tui.widgets.entry_table import EntryTable
from quiz.tui.widgets.field import Field
from quiz.tui.widgets.moving import MovingList, MovingScroll
from quiz.tui.widgets.options import Options
from quiz.tui.widgets.order_options import OrderOptions
from quiz.tui.widgets.pick_list import PickList
from quiz.tui.widgets.question_view import QuestionView
from quiz.tui.widgets.settings_list import SettingsList
from quiz.tui.widgets.several_options import SeveralOptions


class Room(NamedTuple):
    """A screen, and what can have the focus on it."""

    name: str
    screen: type[DOMNode]
    focused: tuple[type[DOMNode], ...]
    typed: bool = False
    """Whether it is for typing, so that a key that writes something cannot be one for anything else."""


EVERYWHERE = Room("Everywhere", QuizApp, ())
"""The app, which hears what no screen does."""

ROOMS = (
    Room("Home", HomeScreen, (PickList, Button)),
    Room("Game", PlayScreen, (Options, SeveralOptions, OrderOptions, QuestionView)),
    Room("Leaving a game", LeaveScreen, (Button,)),
    Room("Results", ResultsScreen, (MovingList, MovingScroll)),
    Room("A question again", ReviewScreen, (QuestionView,)),
    Room("Records", RecordsScreen, (MovingList, MovingScroll)),
    Room("A game or a topic", AskedScreen, (MovingList,)),
    Room("Source", SourceScreen, (Article,)),
    Room("Bank", BankScreen, (EntryTable, Input, QuestionView, MovingScroll)),
    Room("An entry of the bank", EntryScreen, (QuestionView, MovingScroll)),
    Room("Writing", WriteScreen, (Field, Choice, Button), typed=True),
    Room("Settings", SettingsScreen, (SettingsList,)),
    Room("Pressing a key", PressKeyScreen, ()),
    Room("Asking", AskScreen, (Input, MovingList), typed=True),
    Room("Which article", ChooseSourceScreen, (MovingList,)),
    Room("Making sure", SureScreen, (Button, MovingScroll)),
    Room("Help", HelpScreen, (MovingScroll,)),
)
