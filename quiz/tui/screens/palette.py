"""The command palette, as Textual makes it."""

from textual.command import CommandList, CommandPalette


class Palette(CommandPalette):
    """One that can be closed while it looks for commands: Textual 8.2 then falls over the list that has gone."""

    def _watch__list_visible(self) -> None:
        if self.query(CommandList):
            super()._watch__list_visible()

    async def _watch__show_busy(self) -> None:
        if self.query(CommandList):
            await super()._watch__show_busy()
