"""Rules about wording: what misleads players, depends on context that is not shown, or adds nothing."""

import re
from collections.abc import Iterator

from quiz.bank.kinds.option_count import MOST_OPTIONS
from quiz.bank.kinds.registry import kind_of
from quiz.bank.normalize import normalize
from quiz.bank.problem import Finding
from quiz.bank.quantity import MONTHS
from quiz.bank.question import Question
from quiz.bank.question_check import check
from quiz.bank.words import ARTICLES, cased_words, content_words, stem, without_quotations, words, words_without_names

FEWEST_NEW_WORDS = 4
"""The least number of new content words of an explanation …"""
FEWEST_OTHER_WORDS = 8
"""… or of new words of any kind: "he was doing it all, and was truly the best" is an explanation too."""

_NEGATIVES = frozenset(("not", "never", "no", "except", "neither", "cannot"))
_NO_NEGATION = re.compile(r"\b(?:whether or not|not only|not just|no\. ?(?=\d)|no sooner)\b", re.IGNORECASE)
_BLANK = re.compile(r"_{2,}|(?<!\S)(?:\.\.\.|…)(?!\S)")
_REST_OF_SENTENCE = re.compile(r"[\s\"'”’)\]»,]*(?:[.?!:]|$)")
_CLOSING = r"[\s\"'”’)\]»]*$"
_ENDS_AS_QUESTION = re.compile(rf"[?？؟]!?{_CLOSING}")
_ENDS_WITH_BLANK = re.compile(rf"(?:_{{2,}}|\.\.\.|…)[.:]?{_CLOSING}")
_ASKS = re.compile(r"[?？؟]!?[\s)\]]*$")
_LONGEST_END = 12

_REFERENCE = re.compile(
    r"\bthis (?P<this>article|text|passage|excerpt|author|report|piece)\b|\b(?:the|as) (?:mentioned )?above\b"
    r"|\bthe (?P<the>article|text|passage|excerpt|author)\b(?!['’])"
    r"(?! (?:of|by|from|about|that|titled|called|published|in|on|behind|who|whose|which)\b)",
    re.IGNORECASE,
)
_PRONOUN_FIRST = re.compile(r"^\W*(?:he|she|they)\b", re.IGNORECASE)
_PRONOUN_ASKED = re.compile(r"\b(?:did|do|does|is|are|was|were|has|have|had|will|would|can|could) (?:he|she|they)\b")
_TIME = re.compile(
    r"\b(?:recently|current|currently|now|today|nowadays|these days|so far|upcoming|at present"
    r"|(?:this|last|next) (?:year|month|week|spring|summer|fall|autumn|winter|season|decade)"
    r"|(?<!as )soon(?! (?:after|as|before|followed))|yet(?= to\b|\W*[.?!]|\W*$))\b",
    re.IGNORECASE,
)
_IN_A_PAST = re.compile(r"\b(?:would|was to|were to|had been|was then)\b[^.?!]{,80}$", re.IGNORECASE)
_MONTH = f"(?:{'|'.join(MONTHS)})"
_DATED = re.compile(
    rf"\b(?:1\d|20|21)\d\d(?:s|\b)|\b{_MONTH} \d|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\b", re.IGNORECASE
)


@check(
    "Q705",
    "unmarked-negative",
    "A negative in the prompt (not, never, no, except, neither, a word ending in -n’t) is easily overlooked. Ask "
    "for what is true, or write the negative in capitals. Quotations and titles may have negatives.",
    wrong="prompt: Who did not direct a John Wick film?",
    right="prompt: Who did NOT direct a John Wick film?",
    severity="warning",
)
def unmarked_negative(question: Question) -> Iterator[Finding]:
    """Find a negative that is not in capitals."""
    prompt = _NO_NEGATION.sub(" ", without_quotations(question.prompt))
    in_capitals = {word.casefold() for word in cased_words(prompt) if len(word) > 1 and word == word.upper()}
    for word in words_without_names(prompt):
        if (word in _NEGATIVES or word.endswith("n't")) and word not in in_capitals:
            hint = f"Ask for what is true, or write {word.upper()}."
            yield ("prompt",), f"The negative {word!r} is easily overlooked.", hint
            return


@check(
    "Q707",
    "blank-in-prompt",
    "A blank is at the end of the prompt: one in mid-sentence makes a player read it twice.",
    wrong="prompt: The film is directed by ___ and opens in June.",
    right="prompt: The film, which opens in June, is directed by ___.",
    severity="warning",
)
def blank_in_prompt(question: Question) -> Iterator[Finding]:
    """Find a blank before the end of its sentence. Dots inside a quotation are not blanks but words left out."""
    prompt = question.prompt if "__" in question.prompt else without_quotations(question.prompt)
    if any(not _REST_OF_SENTENCE.match(prompt, blank.end()) for blank in _BLANK.finditer(prompt)):
        yield ("prompt",), "A blank is in mid-sentence.", "Ask a question, or move the blank to the end."


@check(
    "Q708",
    "no-question-mark",
    "A prompt that asks a question ends with a question mark or a blank. A statement to judge and a list to put in "
    "order do not end with a question mark.",
    wrong="prompt: Who directs Ballerina",
    right="prompt: Who directs Ballerina?",
    severity="warning",
)
def no_question_mark(question: Question) -> Iterator[Finding]:
    """Find a prompt whose end does not fit its kind."""
    wrong = kind_of(question).lint.question_mark
    end = question.prompt.rstrip()[-_LONGEST_END:]
    if not words(question.prompt):
        return
    if wrong is not None:
        if _ASKS.search(end):
            yield wrong
    elif not _ENDS_AS_QUESTION.search(end) and not _ENDS_WITH_BLANK.search(end):
        yield ("prompt",), "The prompt does not end with a question mark.", "Ask a question."


@check(
    "Q709",
    "no-anchor",
    "A prompt makes sense on its own. It does not refer to an article that is not shown (the author, this text, he "
    "said), nor to the day when it is read (now, recently, next year), unless it gives a date or follows a dated "
    "source.",
    wrong="prompt: Who currently directs Ballerina?",
    right="prompt: Who directed Ballerina in December 2024?",
    severity="warning",
)
def no_anchor(question: Question) -> Iterator[Finding]:
    """Find words that refer to an article or a time that is not shown."""
    prompt = without_quotations(question.prompt)
    reference = _REFERENCE.search(prompt) or _PRONOUN_FIRST.search(prompt)
    if reference is not None and _is_introduced(reference):
        reference = None
    elif reference is None and not _names_somebody(prompt):
        reference = _PRONOUN_ASKED.search(prompt)
    if reference is not None:
        message = f"{reference[0].strip()!r} refers to something that the player does not see."
        yield ("prompt",), message, "Name the person, or the source and its date."
    source = question.according_to
    if _DATED.search(prompt) or (source is not None and source.published is not None):
        return
    for time in _TIME.finditer(prompt):
        if not _IN_A_PAST.search(prompt[max(0, time.start() - 100) : time.start()]):
            yield ("prompt",), f"{time[0]!r} depends on when it is read.", "Give the date, or follow a dated source."
            return


def _is_introduced(reference: re.Match[str]) -> bool:
    """Whether the prompt mentions the article before, as in "An article of 2024 …, and the article …"."""
    noun = (reference["this"] or reference["the"] or "") if reference.re is _REFERENCE else ""
    return noun.casefold() in words(reference.string[: reference.start()])


def _names_somebody(prompt: str) -> bool:
    """Whether a word after the first begins with a capital."""
    return any(word[0].isupper() for word in cased_words(prompt)[1:])


@check(
    "Q710",
    "option-number",
    "Three to six options are best: two are easy to guess, and more than six take long to read.",
    wrong="distractors: [Chad Stahelski]",
    right="distractors: [Chad Stahelski, Derek Kolstad]",
    severity="warning",
)
def option_number(question: Question) -> Iterator[Finding]:
    """Find a question with few or many options, but not so few or many that it is an error."""
    count, key = len(question.options), kind_of(question).lint.options_key
    if key is not None and 2 <= count <= MOST_OPTIONS and not 3 <= count <= 6:
        yield (key,), f"The question has {count} options.", "Give it three to six."


@check(
    "Q711",
    "explanation-repeats",
    "An explanation does more than repeat the answer: it has at least "
    f"{FEWEST_NEW_WORDS} content words, or {FEWEST_OTHER_WORDS} words of any kind, that are not in the prompt or the "
    "answer. It may be left out.",
    wrong="explanation: Len Wiseman directs Ballerina.",
    right="explanation: He had made the Underworld films before, and joined the project in 2019.",
    severity="warning",
)
def explanation_repeats(question: Question) -> Iterator[Finding]:
    """Find an explanation that adds nothing to the prompt and the answer."""
    if question.explanation is None or not normalize(question.explanation):
        return
    given = {stem(word) for text in (question.prompt, *question.answer) for word in words(text)}
    new = {stem(word) for word in words(question.explanation)} - given - ARTICLES
    if len(new) < FEWEST_OTHER_WORDS and len(new & content_words(question.explanation)) < FEWEST_NEW_WORDS:
        yield (
            ("explanation",),
            "The explanation adds little to prompt and answer.",
            "Say why, or how it is known, or leave it out.",
        )
