"""Writing questions: opens the article reader and the question form, and loads saved questions."""

from collections.abc import Sequence

from textual.app import App

from quiz.bank.source import Source, Span
from quiz.tui.controllers.library_controller import LibraryController
from quiz.tui.notifications import notify_plain
from quiz.tui.screens.quiz_screen import QuizScreen


class AuthorController:
    """Handles the steps from an article to a saved question."""

    def __init__(self, app: App[None], library: LibraryController) -> None:
        """``library`` has the articles, and loads the question once it is saved."""
        self._app = app
        self._library = library

    def read_source(self, source: Source | None) -> None:
        """Open an article. If ``source`` is None and there are several, ask which one."""
        from quiz.tui.screens.dialogs.choose_source import ChooseSourceDialog

        bank = self._library.bank
        if source is not None or len(bank.sources) == 1:
            self._open(source or bank.sources[0])
        elif bank.sources:
            self._app.push_screen(ChooseSourceDialog(bank), self._open)
        else:
            reason = "The selected packs contain no article that can be read."
            notify_plain(self._app, reason, "New question", "warning")

    def _open(self, source: Source | None) -> None:
        from quiz.tui.screens.article_reader.open_article import open_article

        if source is not None:
            open_article(self._app, source, self._library.bank)

    def write_question(self, source: Source, picked: Sequence[Span]) -> None:
        """Open the form for a question about these sentences, or show why it could not be saved anywhere."""
        # Imported late: the form imports all rules, which playing does not need.
        from quiz.author.draft_checker import read_only_reason, writable_packs
        from quiz.tui.screens.question_form.form_screen import QuestionFormScreen

        if isinstance(self._app.screen, QuestionFormScreen):  # the key was pressed twice
            return
        if not picked:
            reason = "Choose a sentence first, with the arrow keys or the mouse."
            notify_plain(self._app, reason, "New question")
            return
        bank = self._library.bank
        packs = writable_packs(bank, source)
        own = bank.root_of(source)
        why = "Its pack is not selected." if own is None else read_only_reason(own)
        if not packs:
            reason = f"{why} Create your own pack with `quiz init DIR`, and add the article with `quiz add-source`."
            notify_plain(self._app, reason, "New question", "warning")
            return
        note = "" if why is None else f"! {why} The question goes into {packs[0].name}."
        self._app.push_screen(QuestionFormScreen(source, tuple(picked), packs, note))

    async def show_saved_question(self, file: str) -> None:
        """Load the question that was saved to a file, and update the open screens."""
        await self._library.refresh_bank()
        for screen in self._app.screen_stack:
            if isinstance(screen, QuizScreen):
                screen.update_bank(self._library.bank)
        notify_plain(self._app, f"Saved to {file}.", "Saved")
