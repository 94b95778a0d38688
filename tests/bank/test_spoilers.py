"""Spoilers: which questions reveal each other's answers, and which only seem to."""

from collections.abc import Sequence
from itertools import combinations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.bank import Bank
from quiz.bank.question import Dispute, Passage, Question
from quiz.bank.source import Source, Span
from quiz.bank.spoilers import SpoilerIndex, frequent_words
from tests import sample
from tests.bank.pack_folder import source_of

ARTICLE = source_of("Len Wiseman directs it. Ana de Armas is the heroine, a dancer. It opens in June.")
OTHER = source_of("Len Wiseman directs it. Ana de Armas is the heroine, a dancer. It opens in June.", name="other")


def quoted(words: str, *highlights: str, source: Source = ARTICLE) -> Passage:
    """A passage with the parts around its ``[...]``, in which some words carry the answer."""
    parts = []
    for part in words.split(" [...] "):
        start = source.text.index(part)
        parts.append(Span(start, start + len(part)))
    marked = tuple(Span(source.text.index(one), source.text.index(one) + len(one)) for one in highlights)
    whole = Span(parts[0].start, parts[-1].end)
    return Passage(source=source, span=whole, paragraph=1, parts=tuple(parts), highlights=marked)


def ask(
    prompt: str,
    answer: str | tuple[str, ...] = "Nobody",
    explanation: str | None = None,
    *citations: Passage,
    name: str = "",
    kind: str = "choice",
    distractors: tuple[str, ...] = ("Somebody else",),
    disputes: tuple[Dispute, ...] = (),
) -> Question:
    asked = sample.question(name or prompt, kind=kind)
    return msgspec.structs.replace(
        asked,
        prompt=prompt,
        answer=(answer,) if isinstance(answer, str) else answer,
        distractors=distractors,
        explanation=explanation,
        citations=citations,
        disputes=disputes,
    )


def spoil(one: Question, other: Question, *rest: Question) -> bool:
    """Whether two questions of a bank give each other away, which must not rest on which comes first."""
    questions = [one, other, *rest]
    found = spoiler_index(questions).spoil_each_other(one, other)
    assert spoiler_index(questions[::-1]).spoil_each_other(other, one) == found
    assert ((one, other) in spoiler_index(questions).pairs(questions)) == found
    return found


def spoiler_index(questions: Sequence[Question]) -> SpoilerIndex:
    return SpoilerIndex(frequent_words(questions))


DIRECTOR = ask("Who directs the new film?", "Len Wiseman")


@pytest.mark.parametrize(
    "explanation",
    [
        "Len Wiseman directs it.",
        "It was made by LEN WISEMAN, who directs seldom.",
        "This is Len Wiseman’s film.",
        "It is a film by “Len Wiseman”.",
        "The film is Len\u00a0Wiseman’s own.",
        "A first sentence. Then: the film is by Len Wiseman!",
        "Film: the new one (Len Wiseman).",
    ],
)
def test_an_explanation_with_the_answer_and_a_word_of_the_prompt_gives_it_away(explanation: str) -> None:
    assert spoil(DIRECTOR, ask("How many knives are there?", "7", explanation))


def test_a_title_with_a_colon_is_given_away_like_any_other_answer() -> None:
    last = ask("Which sequel came last?", "John Wick: Chapter 4")
    assert spoil(last, ask("How many are there?", "4", "They are sequels. The last sequel is John Wick: Chapter 4."))


@pytest.mark.parametrize(
    "explanation",
    [
        None,
        "",
        "Somebody directs the film.",
        "Len Wiseman was there.",  # but of what?
        "Len Wiseman was there. The film is long.",  # each in a sentence of its own
        "He directs the film! Len Wiseman was there.",
        "He directs the film; Len Wiseman was there.",
        "The film is by Len Wisemann.",
        "The film is by Glen Wiseman.",
        "The film is by Len-Wiseman.",
        "The film is by Wiseman, Len.",
        "The films are by Len Wiseman.",  # another word, as far as anyone can tell
        "Who is the new Len Wiseman?",  # words of three letters say nothing
    ],
)
def test_without_the_whole_answer_or_without_a_word_of_the_prompt_it_does_not(explanation: str | None) -> None:
    assert not spoil(DIRECTOR, ask("How many knives are there?", "7", explanation))


def test_a_prompt_gives_an_answer_away_too() -> None:
    assert spoil(DIRECTOR, ask("Which earlier film did Len Wiseman make?", "Underworld"))
    assert not spoil(DIRECTOR, ask("Where was Len Wiseman born?", "London"))


def test_a_prompt_is_one_text_however_many_sentences_it_has() -> None:
    assert spoil(DIRECTOR, ask("Len Wiseman smiled. Where was the film shot?", "Prague"))


def test_neither_an_answer_nor_a_distractor_nor_its_words_alone_give_anything_away() -> None:
    assert not spoil(DIRECTOR, ask("Which film is the first?", "Underworld", distractors=("Len Wiseman",)))
    assert not spoil(DIRECTOR, ask("Who saw the film?", "Len Wiseman"))


def test_the_words_of_the_answer_itself_do_not_relate_two_questions() -> None:
    statement = ask("Was it Wiseman who directed, or Stahelski?", "Wiseman")
    assert not spoil(statement, ask("How many knives are there?", "7", "Wiseman counted them."))


def test_a_possessive_is_the_name_itself() -> None:
    owner = ask("Which heroine does Ruska’s house train?", "The dancer")
    assert spoil(owner, ask("Where is it?", "Prague", "Ruska trains the dancer’s sister."))


def test_words_that_many_prompts_have_do_not_relate_two_questions() -> None:
    giver = ask("How many knives are there?", "7", "The film has Len Wiseman to thank.")
    about = [ask(f"Which film has scene {number}?", "None", name=f"q{number}") for number in range(30)]
    others = [ask(f"Where is scene {number}?", "None", name=f"r{number}") for number in range(30)]
    assert spoil(DIRECTOR, giver, *others)
    assert not spoil(DIRECTOR, giver, *about, *others)


def test_in_a_small_pack_words_still_relate_two_questions() -> None:
    """Each word is a large share of few prompts, which is no reason to let one question tell another's answer."""
    giver = ask("How many knives are there?", "7", "Len Wiseman directs it.")
    for count in range(10):
        assert spoil(DIRECTOR, giver, *sample.questions(count))


# By what is quoted


CARRIED = ask("Who makes it?", "Len Wiseman", None, quoted("Len Wiseman directs it", "Len Wiseman"))


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (quoted("Len Wiseman directs"), True),
        (quoted("Len Wiseman"), True),
        (quoted("Len Wiseman directs it. Ana de Armas is"), True),
        (quoted("Len Wiseman [...] a dancer"), True),
        (quoted("Wiseman directs it"), False),
        (quoted("Len [...] directs it"), False),  # its parts must hold it, not what lies between them
        (quoted("directs it. Ana de Armas"), False),
        (quoted("It opens in June"), False),
        (quoted("Len Wiseman directs", source=OTHER), False),
    ],
    ids=["more", "just", "over", "part", "half", "gap", "after", "elsewhere", "other source"],
)
def test_a_quote_that_holds_the_words_that_carry_the_answer_gives_it_away(shown: Passage, told: bool) -> None:
    giver = ask("How many are there?", "7", None, shown)
    assert spoil(CARRIED, giver) == told


def test_the_quote_of_a_dispute_is_shown_too_but_carries_no_answer() -> None:
    dispute = Dispute(answer="Len Wiseman", passage=quoted("Len Wiseman directs", "Len Wiseman"))
    disputed = ask("How many are there?", "7", disputes=(dispute,))
    assert spoil(CARRIED, disputed)
    shows_the_same = ask("Where is it?", "Prague", None, quoted("Len Wiseman"))
    assert not spoil(disputed, shows_the_same)


def test_one_of_several_words_that_carry_the_answer_is_enough() -> None:
    both = ask("Who?", ("Len Wiseman", "June"), None, quoted(ARTICLE.text, "Len Wiseman", "June"), kind="multiple")
    assert spoil(both, ask("When?", "Soon", None, quoted("It opens in June")))
    assert not spoil(both, ask("What is she?", "Soon", None, quoted("Ana de Armas")))


# Kinds


def test_each_right_option_of_several_can_be_given_away_and_none_of_the_wrong() -> None:
    several = ask("Who joined the cast?", ("Reedus", "Byrne"), kind="multiple", distractors=("Huston",))
    assert spoil(several, ask("How many?", "7", "Byrne joined late."))
    assert not spoil(several, ask("How many?", "7", "Huston joined late."))


def test_names_in_an_order_and_words_true_and_false_tell_nothing() -> None:
    order = ask("Put these films in order.", ("Ballerina", "Underworld"), kind="order", distractors=())
    assert not spoil(order, ask("How many?", "7", "These films are Ballerina and Underworld."))
    statement = ask("It is a film by Wiseman.", "True", kind="true-false", distractors=("False",))
    assert not spoil(statement, ask("How many?", "7", "That film by Wiseman, true or false, is long."))


@pytest.mark.parametrize("kind", ["order", "true-false", "multiple"])
def test_but_the_words_that_carry_the_answer_do_in_every_kind(kind: str) -> None:
    asked = ask("Made when?", ("True", "No"), None, quoted("It opens in June", "June"), kind=kind)
    assert spoil(asked, ask("How many?", "7", None, quoted("opens in June")))
    assert not spoil(asked, ask("How many?", "7", None, quoted("It opens")))


def test_every_kind_can_give_away() -> None:
    for kind in ("order", "true-false", "multiple"):
        giver = ask("Is Len Wiseman the one who made the film?", "True", kind=kind)
        assert spoil(DIRECTOR, giver)


# Quotes are read like explanations, and common measures tell each other


def test_a_quote_of_another_article_with_the_answer_and_a_word_of_the_prompt_gives_it_away() -> None:
    other = ask("How many knives?", "7", None, quoted("Len Wiseman directs it", source=OTHER))
    assert spoil(DIRECTOR, other)
    dispute = Dispute(answer="8", passage=quoted("Len Wiseman directs it", source=OTHER))
    assert spoil(DIRECTOR, ask("How many knives?", "7", disputes=(dispute,)))
    assert not spoil(
        DIRECTOR, ask("How many knives?", "7", None, quoted("Ana de Armas is the heroine", source=OTHER))
    )


SHOOT = source_of(
    "“We filmed for four months, with one more month to go,” she said in January 2023. "
    "The shoot took about five total months. It has 3 knives. The 2023 plan had 12 knives. Two of the three went."
)


def counting(words: str, shown: str, source: Source = SHOOT) -> Question:
    return ask(f"What of {shown}?", f"Answer {shown}", None, quoted(words, shown, source=source), name=shown)


TOTAL = counting("The shoot took about five total months", "five total months")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (TOTAL, counting("We filmed for four months", "filmed for four months"), True),
        (TOTAL, counting("with one more month to go", "one more month"), True),
        (counting("It has 3 knives", "3 knives"), counting("had 12 knives", "12 knives"), True),
        (TOTAL, counting("It has 3 knives", "3 knives"), False),
        (TOTAL, counting("she said in January 2023", "January 2023"), False),
        (counting("The 2023 plan", "2023 plan"), counting("she said in January 2023", "January 2023"), False),
        (TOTAL, counting("We filmed for four months", "We filmed"), False),  # the answer counts nothing
        (counting("Two of the three", "Two of the three"), counting("It has 3 knives", "3 knives"), False),
    ],
    ids=lambda one: one.id if isinstance(one, Question) else str(one),
)
def test_answers_that_count_the_same_thing_in_one_article_tell_each_other(
    one: Question, other: Question, told: bool
) -> None:
    assert spoil(one, other) is told


def test_the_same_measure_in_another_article_tells_nothing() -> None:
    other = source_of(SHOOT.text.replace("four months", "nine months"), name="another")
    assert not spoil(TOTAL, counting("We filmed for nine months", "filmed for nine months", other))


def test_it_does_not_connect_everything_with_everything(builtin: Bank) -> None:
    """A measurement: few pairs of the built-in bank, and most of it can be asked without giving anything away."""
    pairs = builtin.spoilers.pairs(builtin.questions)
    count = len(builtin.questions)
    assert 0 < len(pairs) < 0.04 * count * (count - 1) / 2
    group = builtin.spoilers.group()
    for question in builtin.questions:
        if group.is_spoiler_free_with(question):
            group.add(question)
    assert len(group.questions) > count / 2


# Of a whole bank


def test_pairs_are_each_told_once_in_the_banks_order(builtin: Bank) -> None:
    found = SpoilerIndex(builtin.frequent_words)
    pairs = found.pairs(builtin.questions)
    expected = [
        (one, other) for one, other in combinations(builtin.questions, 2) if found.spoil_each_other(one, other)
    ]
    assert list(pairs) == expected
    assert len({frozenset((one.key, other.key)) for one, other in pairs}) == len(pairs)


def test_no_questions_no_pairs() -> None:
    assert spoiler_index([]).pairs([]) == ()
    assert spoiler_index([DIRECTOR]).pairs([DIRECTOR]) == ()


WORDS = ["Len", "Wiseman", "Wiseman’s", "directs", "film", "the", "dancer", ".", "?", ""]
texts = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
cuts = st.tuples(st.integers(0, 40), st.integers(1, 40)).map(
    lambda cut: Passage(
        source=ARTICLE,
        span=Span(cut[0], sum(cut)),
        paragraph=1,
        parts=(Span(cut[0], sum(cut)),),
        highlights=(Span(cut[0], cut[0] + 1),),
    )
)
asked = st.builds(ask, texts, texts, st.none() | texts, cuts)


@given(st.lists(asked, min_size=2, max_size=5))
def test_giving_away_is_symmetrical_and_rests_on_no_order(made: list[Question]) -> None:
    questions = [msgspec.structs.replace(one, id=f"q{index}") for index, one in enumerate(made)]
    forth, back = spoiler_index(questions), spoiler_index(questions[::-1])
    for one, other in combinations(questions, 2):
        assert (
            forth.spoil_each_other(one, other)
            == forth.spoil_each_other(other, one)
            == back.spoil_each_other(one, other)
        )
    assert {frozenset((one.id, other.id)) for one, other in forth.pairs(questions)} == {
        frozenset((one.id, other.id)) for one, other in back.pairs(questions)
    }
