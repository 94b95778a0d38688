"""What the app does for those who write questions: it opens the reader and the form, and takes up what was saved."""

from textual import on

from quiz.bank.source import Source
from quiz.tui.controllers.library_controller import BankedApp
from quiz.tui.messages import QuestionWritten, ReadSource, WriteQuestion
from quiz.tui.screens.quiz_screen import QuizScreen


class WritingApp(BankedApp):
    """An app in which questions are written."""

    @on(ReadSource)
    def read_source(self, message: ReadSource) -> None:
        """Open an article; where none was named and there are several, ask which."""
        from quiz.tui.screens.dialogs.choose_source import ChooseSourceDialog

        sources = self.bank.sources
        if message.source is not None or len(sources) == 1:
            self._read(message.source or sources[0])
        elif sources:
            self.push_screen(ChooseSourceDialog(self.bank), self._read)
        else:
            self.tell("The packs in play have no article that can be read.", "New question", "warning")

    def _read(self, source: Source | None) -> None:
        from quiz.tui.screens.article_reader.reader_screen import ArticleReaderScreen

        if source is not None:
            self.push_screen(ArticleReaderScreen(source, self.bank))

    @on(WriteQuestion)
    def write_question(self, message: WriteQuestion) -> None:
        """Open the form for a question about some sentences, or say in one line why it cannot be saved anywhere."""
        # Only who writes waits for the form and for the rules that it checks with.
        from quiz.author.draft_checker import packs_to_write, why_not_written
        from quiz.tui.screens.question_form.form_screen import QuestionFormScreen

        if isinstance(self.screen, QuestionFormScreen):  # a key pressed twice opens one form
            return
        if not message.picked:
            said = "Choose a sentence first: with the arrow keys, or with a click on it."
            self.tell(said, "New question")
            return
        source = message.source
        packs = packs_to_write(self.bank, source)
        own = self.bank.root_of(source)
        why = "Its pack is not in play." if own is None else why_not_written(own)
        if not packs:
            said = f"{why} Make one of your own: `quiz init DIR`, and `quiz add-source` with the article."
            self.tell(said, "New question", "warning")
            return
        note = "" if why is None else f"! {why} The question goes into {packs[0].name}."
        self.push_screen(QuestionFormScreen(source, message.picked, packs, note))

    @on(QuestionWritten)
    async def take_up(self, message: QuestionWritten) -> None:
        """Take the question into the bank, and show in the reader what it quotes."""
        await self.look()
        for screen in self.screen_stack:
            if isinstance(screen, QuizScreen):
                screen.take_up(self.bank)
        self.tell(f"It stands in {message.file}.", "Saved")
