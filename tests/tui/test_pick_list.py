"""The list in which one entry or several are picked."""

from textual.app import App, ComposeResult

from quiz.tui.screens.home.pick_list import PickList

ENTRIES = [("a", "Anna [/foo]", "3"), ("b", "Bert", ""), ("c", "Cora", "1")]


class PickListApp(App[None]):
    """Shows one list and counts its ``Changed`` messages."""

    def __init__(self, *, multiple: bool) -> None:
        super().__init__()
        self.multiple = multiple
        self.changes = 0

    def compose(self) -> ComposeResult:
        yield PickList(
            "Who [/foo]", ENTRIES, multiple=self.multiple, picked=() if self.multiple else ("b",), id="who"
        )

    def on_pick_list_changed(self) -> None:
        self.changes += 1

    @property
    def who(self) -> PickList:
        return self.query_one("#who", PickList)

    @property
    def shown(self) -> str:
        return "\n".join(strip.text for strip in self.screen._compositor.render_strips())


async def test_several_are_picked_and_unpicked() -> None:
    app = PickListApp(multiple=True)
    async with app.run_test(notifications=True) as pilot:
        app.who.focus()
        await pilot.press("end", "space", "home", "enter")
        assert app.who.picked == ("a", "c")  # in the order of the list, not of the picking
        assert "■ Anna [/foo]  3" in app.shown
        assert "□ Bert" in app.shown
        await pilot.press("enter")
        assert app.who.picked == ("c",)
        assert app.changes == 3
        app.who.clear_picks()
        await pilot.pause()
        assert (app.who.picked, app.changes) == ((), 4)
        assert "■" not in app.shown


async def test_in_a_list_for_one_only_the_last_pick_stays() -> None:
    app = PickListApp(multiple=False)
    async with app.run_test(notifications=True) as pilot:
        assert app.who.picked == ("b",)
        app.who.focus()
        await pilot.press("home", "space")
        assert app.who.picked == ("a",)
        await pilot.press("space")
        assert app.who.picked == ("a",)  # there is always one
        assert app.shown.count("●") == 1
        assert "● Anna [/foo]" in app.shown


async def test_an_entry_is_picked_by_a_click() -> None:
    app = PickListApp(multiple=True)
    async with app.run_test(notifications=True) as pilot:
        await pilot.click("#who", offset=(4, 3))
        assert app.who.picked == ("c",)


async def test_the_title_is_shown_as_it_is() -> None:
    app = PickListApp(multiple=True)
    async with app.run_test(notifications=True):
        assert "Who [/foo]" in app.shown


async def test_the_first_entry_is_picked_at_once_when_the_list_is_reached_by_keyboard() -> None:
    app = PickListApp(multiple=True)
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("tab", "space")
        assert len(app.who.picked) == 1
