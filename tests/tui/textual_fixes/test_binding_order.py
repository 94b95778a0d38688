"""The order of bindings of which one has a key from the keymap."""

from textual.app import App
from textual.binding import Binding

from quiz.tui.textual_fixes.binding_order import in_declared_order


class KeysApp(App[None]):
    """Two bindings."""

    BINDINGS = [Binding("f2", "first", "First", id="first"), Binding("f3", "second", "Second", id="second")]  # noqa: RUF012


async def test_textual_still_puts_a_changed_one_last() -> None:
    async with KeysApp().run_test() as pilot:
        pilot.app.set_keymap({"first": "f9"})
        await pilot.pause()
        active = pilot.app.screen.active_bindings.values()
        ours = ("first", "second")
        assert [one.binding.id for one in active if one.binding.id in ours] == ["second", "first"]
        assert [one.binding.id for one in in_declared_order(active) if one.binding.id in ours] == ["first", "second"]
