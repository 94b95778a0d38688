"""Answer cues: each rule warns of cues, and is silent where there are none."""

import pytest

from quiz.bank.question import Question
from tests.bank.question_factory import asked, choice, messages, order, several, statement

SIDED = [
    "always", "never", "only", "all", "must", "entirely", "may", "might", "could", "often", "usually", "sometimes",
    "perhaps", "mostly", "some",
]  # fmt: skip
NINE = [f"Name {letter}" for letter in "ABCDEFGHI"]

FIRES: list[tuple[str, Question]] = [
    ("Q701", choice("The man who made it", "Chad", "Derek Kolstad")),
    ("Q701", choice("Bond", "Stahelski", "Kolstad")),
    ("Q701", choice("abcdefghijk", "abcdefgh", "abc")),  # 11 to 8: three more, and more than a quarter
    ("Q701", choice("a" * 21, "b" * 16, "c" * 16)),  # a quarter would be 20
    ("Q701", choice("a" * 11, "b" * 15, "c" * 15)),
    ("Q701", choice("\u200bAnna\u200b\u200b\u200b", "Chadwick", "Stahelski")),
    ("Q701", choice("Wiseman and some", "5 months", "6 months")),
    ("Q701", several(["A very long option", "Another very long one"], ["Short", "Shorter"])),
    ("Q701", several(["One", "Two"], ["Much longer", "Longer still"])),
    ("Q701", choice("Stahelski", "Bond")),
    ("Q702", choice("It is always sold", "It is kept", "It is lost")),
    ("Q702", choice("It is kept", "It is never sold", "It is lost")),
    ("Q702", choice("It may be sold", "It is kept", "It is lost")),
    ("Q702", choice("May be sold", "Is kept", "Is lost")),
    *(("Q702", choice(f"It is {word} sold", "It is kept", "It is lost")) for word in SIDED),
    ("Q702", choice("Always", "Daily", "Weekly")),
    ("Q702", choice("About a year", "Two years", "Ten days")),
    ("Q702", choice("Nearly half", "A third", "A tenth")),
    ("Q702", several(["It is kept", "It is lost"], ["All of it is sold", "It is lent"])),
    ("Q703", choice("A ballet school", "A hotel", "A theater", prompt="Where do ballet dancers train?")),
    ("Q703", choice("The killer’s school", "A hotel", "A bar", prompt="Where do KILLERS train?")),
    ("Q703", choice("Straße der Tänzer", "Weg", "Platz", prompt="Wo wohnen Tänzer?")),
    ("Q703", several(["A ballet school", "A bar"], ["A hotel"], prompt="Where do ballet dancers meet?")),
    ("Q704", choice("actor", "writer", "stunt", prompt="Len Wiseman is an")),
    ("Q704", choice("hotel", "inn", "arena", prompt="The Continental is a ...")),
    ("Q704", choice("The Director", "Winston", "Charon")),
    ("Q704", choice("Charon", "The Director", "The Elder")),
    ("Q704", choice("Old tricks", "New weapon", "Rare gift")),
    ("Q704", choice("New weapon", "Old tricks", "Rare gifts")),
    ("Q704", several(["The coin", "The ring"], ["Hotel", "Bar"])),
    ("Q706", choice("5 months", "In Prague", "At home")),
    ("Q706", choice("March 2023", "In Prague", "At home")),
    ("Q706", choice("5 percent", "7 dollars", "6 dollars")),
    ("Q706", choice("5 months", "7", "9")),
    ("Q706", choice("March 2023", "5 months", "9 months")),
    ("Q706", choice("500", "5", "7")),
    ("Q706", choice("5", "50", "70")),
    ("Q706", choice("2 years", "3 days", "one week")),
    ("Q706", choice("Paris", "prague", "rome")),
    ("Q706", choice("paris", "Prague", "Rome")),
    ("Q706", several(["100", "200"], ["1", "2"])),
    ("Q712", order("First trailer", "Second trailer", "Premiere")),
    ("Q712", order("Filming in 2022", "Trailer", "Premiere")),
    ("Q712", order("Filming", "Then the trailer", "Premiere")),
    ("Q712", order("Filming", "Trailer", "Finally the premiere")),
    ("Q712", order("Chapter 3", "Chapter 4", "Premiere")),
    ("Q712", order("Filming", "The trailer of March", "Premiere")),
    ("Q712", order("Actors, all 3", "Writers", "Composers", prompt="Order by number, the smallest first.")),
]

SILENT: list[tuple[str, Question]] = [
    ("Q701", asked()),
    ("Q701", choice("abcdefghij", "abcdefgh", "abc")),  # exactly a quarter
    ("Q701", choice("a" * 15, "a" * 12, "b" * 12)),
    ("Q701", choice("a" * 20, "b" * 16, "c" * 16)),
    ("Q701", choice("a" * 12, "b" * 16, "c" * 16)),
    ("Q701", choice("a" * 9, "a" * 12, "b" * 12)),
    ("Q701", choice("abcde", "abc", "abc")),  # two characters
    ("Q701", choice("abc", "abcde", "abcde")),
    ("Q701", choice("abcdef", "abcdefgh", "abcdefgh")),  # exactly a quarter shorter
    ("Q701", choice("5", "1,000,000", "20,000,000")),
    ("Q701", choice("May", "November 2023", "December 2023")),
    ("Q701", choice("About a year", "5", "6")),
    ("Q701", statement("Len Wiseman directs.")),
    ("Q701", order("A", "A much longer option", "B")),
    ("Q701", several(["A very long option", "Short"], ["Short too", "Bar"])),
    ("Q701", asked(distractors=())),
    ("Q702", choice("It is always sold", "It is never sold", "It is kept")),
    ("Q702", choice("All Quiet", "Silence", "Noise")),
    ("Q702", choice("May 2023", "June 2023", "July 2023")),
    ("Q702", choice("In May", "In June", "In July")),
    ("Q702", choice("No Time To Die", "Knives Out", "Blonde")),
    ("Q702", choice("About 5 months", "4 months", "8 months")),
    ("Q702", choice("About five months", "4 months", "8 months")),
    ("Q702", choice("A film about a dog", "A play", "A song")),
    ("Q702", choice("About a year", "About two months", "About three months")),
    ("Q702", choice("An all-star cast", "A song", "A play")),
    ("Q702", choice("The Mighty", "Mustn’t", "Sometime")),
    ("Q702", statement("It is always sold.")),
    ("Q702", order("Always", "Sold", "Kept")),
    ("Q703", choice("A ballet school", "A ballet", "A bar", prompt="Where do ballet dancers train?")),
    ("Q703", choice("A bar", "A hotel", "A spa", prompt="Which bar?")),  # three letters
    ("Q703", choice("What there is", "A hotel", "A spa", prompt="What is there?")),  # stop words
    ("Q703", choice("A school", "A bar", "A spa", prompt="Who went preschool?")),
    ("Q703", statement("It is true.")),
    ("Q703", order("Filming", "Trailer", prompt="Put filming and so on in order.")),
    ("Q704", choice("actor", "agent", "stunt", prompt="Len Wiseman is an")),
    ("Q704", choice("hour", "unit", "agent", prompt="It takes an")),
    ("Q704", choice("actor", "writer", "stunt", prompt="Len Wiseman is a(n)")),
    ("Q704", choice("actor", "writer", "stunt", prompt="What is vitamin A?")),
    ("Q704", choice("The Director", "Winston", "The Elder")),
    ("Q704", choice("About a year", "Two months", "Six weeks")),
    ("Q704", choice("A year", "Two months", "Six weeks")),
    ("Q704", choice("A tattoo", "Two coins", "Ring")),
    ("Q704", choice("Two bullets", "Empty gun", "Sharp knife")),
    ("Q704", choice("Her boss", "His virus", "Bad analysis")),
    ("Q704", choice("Old Tricks", "New weapon", "Rare gift")),
    ("Q704", choice("He works", "He left", "He died")),
    ("Q704", choice("The coin", "Ring")),  # of two options either stands alone
    ("Q704", statement("The film is a")),
    ("Q706", asked()),
    ("Q706", choice("5 months", "2 years", "9 weeks")),
    ("Q706", choice("About a year", "5 months", "9 months")),
    ("Q706", choice("300", "Blade", "Alien")),
    ("Q706", choice("Seven", "Blade", "Alien")),
    ("Q706", choice("12 Monkeys", "Blade", "Alien")),
    ("Q706", choice("Two bullets", "A knife", "Poison")),
    ("Q706", choice("3", "None", "2")),
    ("Q706", choice("50", "6", "7")),
    ("Q706", choice("500", "5", "100")),
    ("Q706", choice("0", "5", "7")),
    ("Q706", choice("-500", "5", "7")),
    ("Q706", choice("2023", "March 2022", "May 2021")),
    ("Q706", choice("Paris", "Prague", "rome")),
    ("Q706", choice("iPhone", "Phone", "Radio")),
    ("Q706", choice("“Paris”", "Prague", "Rome")),
    ("Q706", choice("500", "5")),
    ("Q706", statement("Len Wiseman directs.")),
    ("Q706", order("5 months", "In Prague", "at home")),
    ("Q712", order("Filming", "Trailer", "Premiere")),
    ("Q712", order("Chapter 3 is planned", "Filming", "Premiere")),
    ("Q712", order("The first trailer", "Filming", "Premiere")),
    ("Q712", order("Its premiere", "Ballerina’s first trailer", "Filming")),
    ("Q712", order("Filming of 2", "Trailer of 2", "Premiere of 2")),
    ("Q712", order("Actors of 2023", "Writers", "Composers", prompt="Order by number, the smallest first.")),
    ("Q712", order("The Last of Us", "First Blood", "May be filmed")),
    ("Q712", choice("First trailer", "Second trailer", "Third trailer")),
]


@pytest.mark.parametrize(("code", "question"), FIRES)
def test_a_tell_is_told(code: str, question: Question) -> None:
    assert messages(code, question)


@pytest.mark.parametrize(("code", "question"), SILENT)
def test_what_tells_nothing_is_left_alone(code: str, question: Question) -> None:
    assert messages(code, question) == []


@pytest.mark.parametrize("code", sorted({code for code, _ in FIRES}))
@pytest.mark.parametrize(
    "question",
    [
        choice("", "", ""),
        choice("", "Chad", "Derek"),
        choice("?", "!", "…"),
        choice("Name A", *NINE[1:]),
        several([], []),
        several([], ["Chad"]),
        order(),
        order(*NINE),
        choice("\x00\x1b[31m", "[b]x[/b]", "{0}%s"),
    ],
)
def test_hostile_and_empty_options_tell_nothing_of_themselves(code: str, question: Question) -> None:
    told = messages(code, question)
    assert all(isinstance(message, str) for message in told)


def test_the_words_are_named() -> None:
    [message] = messages("Q702", choice("It is always and never sold", "It is kept", "It is lost"))
    assert "'always', 'never'" in message
    assert "right" in message
    [message] = messages("Q703", choice("A ballet school", "A bar", "A spa", prompt="Where do ballet dancers train?"))
    assert "'ballet'" in message
    [message] = messages("Q701", choice("Len Wiseman’s films", "Chad", "Derek"))
    assert "19 characters to 5" in message
