"""Derives a question whose answer is a sentence: the one of an article that proves the answer of another question."""

from collections.abc import Callable, Collection, Iterable
from functools import cache

from msgspec.structs import replace

from quiz.bank.kinds import proof
from quiz.bank.kinds.registry import KINDS, answer_line
from quiz.bank.printable import printable
from quiz.bank.question import Question
from quiz.bank.question_index import QuestionLike
from quiz.bank.sentences import sentences
from quiz.bank.source import Paragraph, Source, Span

Split = Callable[[Source], tuple[tuple[Paragraph, Span], ...]]


def proof_questions(questions: Iterable[Question], sources: Collection[str] = ()) -> tuple[Question, ...]:
    """Derive a question from each one whose proof can be looked for, in the same order; leave out the others."""
    split = cache(sentences)  # many questions share an article
    derived = (proof_question(question, sources, split) for question in questions)
    return tuple(question for question in derived if question is not None)


def proof_question(question: Question, sources: Collection[str] = (), split: Split = sentences) -> Question | None:
    """The question whose options are the sentences of an article, and whose answers are those that hold a quote.

    The article is that of ``proving_article``. ``split`` returns the sentences of an article.

    The result is None if no single sentence can be pointed at: the question has no citation, its answer is a list, or
    the article has no sentence besides the quoted ones. Sentences with the same words are equally right.
    """
    if not may_have_proof(question):
        return None
    article = proving_article(question, sources)
    quoted = [part for one in question.citations if one.source is article for part in one.parts]
    spans = [span for _, span in split(article)]
    words = tuple(sentence_text(article, span) for span in spans)
    proving = {text for text, span in zip(words, spans, strict=True) if any(part.overlaps(span) for part in quoted)}
    answer = tuple(text for text in words if text in proving)
    others = tuple(text for text in words if text not in proving)
    if not answer or not others:
        return None
    details = (
        (proof.ARTICLE, (article.id,)),
        (proof.SENTENCES, words),
        (proof.ANSWER, (answer_line(question),)),
        (proof.OPTIONS, question.options),
    )
    return replace(question, kind=proof.NAME, answer=answer, distractors=others, details=details)


def may_have_proof(question: QuestionLike) -> bool:
    """Whether a question has one right answer and a source; then the article decides if there is a proof to find."""
    return not KINDS[question.kind].answer_is_list and bool(question.sources)


def no_proof_reason(questions: Iterable[Question]) -> str:
    """Why no proof can be looked for in these questions, in a sentence for the player."""
    questions = tuple(filter(may_have_proof, questions))
    if not questions:
        return "There is no proof to find: no question has one right answer and a source."
    split = cache(sentences)
    cited = {passage.source for question in questions for passage in question.citations}
    if cited and all(len(split(source)) == 1 for source in cited):
        return "There is no proof to find: each article has only one sentence."
    return "There is no proof to find: no article has a sentence besides the quoted ones."


def sentence_text(source: Source, span: Span) -> str:
    """A sentence as players see it: in one line, without control characters."""
    return printable(" ".join(source.words(span).split()))


def proving_article(question: Question, sources: Collection[str] = ()) -> Source:
    """The article that proves the answer: the one that a question follows, or else the first one that it cites.

    With ``sources``, which are ids, one of them comes first. The question must have a citation.
    """
    cited = [passage.source for passage in question.citations]
    wanted = [source for source in cited if source.id in sources] or cited
    return next((source for source in wanted if source is question.according_to), wanted[0])
