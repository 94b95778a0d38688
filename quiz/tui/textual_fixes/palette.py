"""The command palette, as Textual makes it."""

from textual.command import CommandList, CommandPalette


class Palette(CommandPalette):
    """One that outlives two things that Textual 8.2 falls over.

    It can be closed while it looks for commands, when the list has gone, and a page can be wanted of a list that has
    no room for a line.
    """

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let nobody go on by a page where no line can be seen."""
        paging = action == "command_list" and parameters[0] in ("page_up", "page_down")
        return super().check_action(action, parameters) and not (paging and self._shows_no_line)

    @property
    def _shows_no_line(self) -> bool:
        return not any(one.scrollable_content_region for one in self.query(CommandList))

    def _watch__list_visible(self) -> None:
        if self.query(CommandList):
            super()._watch__list_visible()

    async def _watch__show_busy(self) -> None:
        if self.query(CommandList):
            await super()._watch__show_busy()
