"""Our own themes: all text has enough contrast."""

import pytest
from textual.color import Color
from textual.theme import Theme

from quiz.bank.bank import Bank
from quiz.records.records import Records
from quiz.settings.settings import Settings
from quiz.settings.store import Preferences
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.themes import THEMES
from tests import sample
from tests.tui.app_player import bank_of, classic, playing

LEAST = 4.5
"""The minimum contrast by WCAG 2.2, success criterion 1.4.3, for text of ordinary size."""


def luminance(colour: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def seen(theme: Theme, name: str, ground: Color) -> Color:
    """Return a colour of a theme on a background: ``auto`` and transparent ones are blended with it."""
    value = theme.to_color_system().generate()[name]
    if value.startswith("auto"):
        share = float(value.split()[1].rstrip("%")) / 100
        return ground.blend(ground.get_contrast_text(1.0), share, 1.0)
    colour = Color.parse(value)
    return ground.blend(colour, colour.a, 1.0)


def test_the_formula_gives_the_known_ratios() -> None:
    assert contrast(Color.parse("black"), Color.parse("white")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["background", "surface", "panel"])
@pytest.mark.parametrize(
    "name", ["foreground", "text-success", "text-error", "text-warning", "text-accent", "text-primary"]
)
def test_text_stands_out_from_what_is_behind_it(theme: Theme, name: str, ground: str) -> None:
    behind = Color.parse(theme.to_color_system().generate()[ground])
    assert contrast(seen(theme, name, behind), behind) >= LEAST


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", ["success", "error", "accent", "warning"])
def test_signal_colours_stand_out_from_the_background(theme: Theme, name: str) -> None:
    behind = Color.parse(theme.to_color_system().generate()["background"])
    assert contrast(seen(theme, name, behind), behind) >= LEAST


async def shown_contrasts(bank: Bank, theme: str) -> dict[str, float]:
    """Measure the contrast of each text on a screen with a verdict, as it is painted."""
    async with playing(bank, setup=classic(bank)) as player:
        player.app.theme = theme
        await player.settle()
        await player.answer(right=False)
        found = {}
        for strip in player.app.screen._compositor.render_strips():
            for text, style, _ in strip:
                if style and any(letter.isalnum() for letter in text) and style.color and style.bgcolor:
                    fore, back = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
                    found[text.strip()] = contrast(fore, back)
        return found


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_all_text_on_a_screen_with_a_verdict_has_enough_contrast(theme: str) -> None:
    found = await shown_contrasts(bank_of(sample.questions(2)), theme)
    assert len(found) > 8
    assert {text: round(ratio, 2) for text, ratio in found.items() if ratio < LEAST} == {}


async def test_the_app_starts_with_our_first_theme_and_has_both() -> None:
    async with playing(bank_of(sample.questions(1))) as player:
        assert player.app.theme == THEMES[0].name
        assert {theme.name for theme in THEMES} <= set(player.app.available_themes)
        assert [theme.dark for theme in THEMES] == [True, False]


@pytest.mark.parametrize(
    ("term", "settled", "name"),
    [
        ("xterm-256color", None, "curtain"),
        ("xterm", None, "ansi-dark"),
        ("linux", None, "ansi-dark"),
        ("xterm", "matinee", "matinee"),
    ],
)
async def test_with_16_colours_the_default_is_the_terminals_theme(
    monkeypatch: pytest.MonkeyPatch, term: str, settled: str | None, name: str
) -> None:
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", term)
    preferences = Preferences(Settings(theme=settled))
    async with playing(bank_of(sample.questions(1)), preferences=preferences) as player:
        assert player.app.theme == name
        assert preferences.settings.theme == settled  # what was not chosen is not kept


@pytest.mark.usefixtures("parsed_anew")
@pytest.mark.parametrize("opens", ["p", "b", "comma"])
async def test_a_screen_that_is_first_opened_with_another_theme_is_styled_completely(
    builtin: Bank, records: Records, opens: str
) -> None:
    async with playing(builtin, records) as player:
        player.app.theme = "matinee"
        await player.settle()
        await player.press(opens)
        assert not isinstance(player.app.screen, HomeScreen)
        assert [rack.styles.dock for rack in player.app.screen.query("ToastRack")] == ["bottom"]
