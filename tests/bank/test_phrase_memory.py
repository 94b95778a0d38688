"""Which questions ask for the words that somebody used, and which only quote somebody."""

import pytest

from quiz.bank.bank import Bank
from quiz.bank.phrase_memory import asks_for_words

OPTIONS = ("Torch", "Baton", "Reins")


@pytest.mark.parametrize(
    "prompt",
    [
        "Which word did the guide use for the film?",
        "With which word did the report greet it?",
        "What two words does the guide use of Wick?",
        "“We shot it,” he said. Which of these words did she also use?",
        "In whose words was it a new shoot?",
        "What did McShane call the additional filming?",
        "She saw the trailer. What did she call it?",
        "What does the guide say of the delays?",
        "To what did she liken the set, and what did she compare it with?",
        "How did the director describe the heroine?",
        "How did the actor put it?",
        "What was she being handed, as the report put it?",
        "Which metaphor closes the guide?",
    ],
)
def test_asking_for_words(prompt: str) -> None:
    assert asks_for_words(prompt, OPTIONS)


@pytest.mark.parametrize(
    "prompt",
    [
        "Who directs the film?",
        "“I’m in pain,” said the star. How much of the shoot was behind her?",
        "Which relative did Reeves say had been killed?",
        "What did the actor say the makers had to protect?",
        "What is the heroine called?",
        "When was the film announced? The word was out.",
        "How did the heroine escape?",
        "The director described a scene. Where is it set?",
        "Whose sword is it?",
    ],
)
def test_asking_for_a_fact(prompt: str) -> None:
    assert not asks_for_words(prompt, OPTIONS)


@pytest.mark.parametrize(
    ("options", "asks"),
    [
        (("“one”", "“two”"), True),
        (("„eins“", "„zwei“"), True),
        (("«un»", "«deux»"), True),
        (("「一」", "「二」"), True),
        (('"one"', "'two'"), True),
        (("“one”", "two"), False),
        (("“One” and more", "“Two” and more"), False),
        ((), False),
    ],
)
def test_options_in_quotation_marks_ask_for_words_in_any_language(options: tuple[str, ...], asks: bool) -> None:
    assert asks_for_words("Was sagte er?", options) is asks


def test_in_the_built_in_bank_such_questions_are_a_minority(builtin: Bank) -> None:
    share = sum(one.asks_for_words for one in builtin.questions) / len(builtin.questions)
    assert share < 0.25
    assert [one.asks_for_words for one in builtin.question_summaries] == [
        one.asks_for_words for one in builtin.questions
    ]
