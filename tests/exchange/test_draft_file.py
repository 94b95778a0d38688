"""Items become a question file that reads back as they are, with ids that are stable and nobody else's."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.author.slug import Names
from quiz.bank.pack_loader import read_pack
from quiz.bank.yaml_nodes import parse_yaml
from quiz.exchange.draft_file import named, question_file
from quiz.exchange.item import Item, NotTakenError, checked, tidy
from tests.bank.packs import PackFolder, entry, question
from tests.exchange.asking import WORDS


def item(prompt: str = "Who directs it?", **changes: object) -> Item:
    return checked(Item(**{"line": 1, "prompt": prompt, "answer": ("a",), "distractors": ("b",), **changes}))  # type: ignore[arg-type]


def drafted(items: list[Item], taken: list[str], origin: str) -> str:
    return question_file(named(items, Names(taken))[0], origin)


def ids(text: str) -> list[str | None]:
    root, problems = parse_yaml(text, "f")
    assert root is not None
    assert problems == []
    items = root.at("questions").value
    assert isinstance(items, list)
    return [one.text("id") for one in items]


def test_a_file_says_what_it_came_from_and_looks_typed() -> None:
    text = drafted(
        [
            item(topic="Film: a", difficulty="hard"),
            item("It is.", kind="true-false", answer=("True",), topic="Film: a", explanation="So."),
            item("Which?", kind="multiple", answer=("a", "b"), distractors=("c, d",), topic="Film: a"),
        ],
        [],
        "trivia\x1b.json\n(Open Trivia DB)",
    )
    assert text == (
        "# Imported from trivia␛.json (Open Trivia DB).\n"
        "# A draft has no source yet: add citations, and delete `draft: true`. `quiz --drafts` plays drafts.\n"
        'topic: "Film: a"\n'
        "questions:\n"
        "  - id: who-directs-it\n"
        "    prompt: Who directs it?\n"
        "    answer: a\n"
        "    distractors: [b]\n"
        "    difficulty: hard\n"
        "    draft: true\n"
        "\n"
        "  - id: it-is\n"
        "    kind: true-false\n"
        "    prompt: It is.\n"
        "    answer: true\n"
        "    draft: true\n"
        "    explanation: So.\n"
        "\n"
        "  - id: which\n"
        "    kind: multiple\n"
        "    prompt: Which?\n"
        "    answer: [a, b]\n"
        '    distractors: ["c, d"]\n'
        "    draft: true\n"
    )


def test_topics_that_differ_stand_with_their_questions() -> None:
    text = drafted([item(topic="A"), item(topic="B"), item()], [], "f")
    assert text.count("topic:") == 2
    assert "\ntopic:" not in text


def test_ids_are_stable_and_nobody_elses() -> None:
    items = [item(), item(), item(id="good.id_1"), item(id="bad id"), item("Кто?"), item("Кто?"), item("Где?")]
    first = ids(drafted(items, ["who-directs-it"], "f"))
    assert first[:4] == ["who-directs-it-2", "who-directs-it-3", "good.id_1", "who-directs-it-4"]
    assert first[5] == f"{first[4]}-2"
    assert first[6] != first[4]
    assert first == ids(drafted(items, ["who-directs-it"], "f"))
    assert ids(drafted([item("Где?")], [], "f")) == first[6:]


def test_an_id_that_had_to_change_is_said_and_one_that_is_made_is_not() -> None:
    items = [item(line=2, id="x"), item(line=3, id="x"), item(line=4, id="Question 1"), item(), item(id="who")]
    given, troubles = named(items, Names(["who"]))
    assert [one.id for one in given] == ["x", "x-2", "who-directs-it", "who-directs-it-2", "who-2"]
    assert [(one.line, one.taken, one.reason) for one in troubles] == [
        (3, True, "the id 'x' is taken; it is called x-2"),
        (4, True, "the id 'Question 1' is none here; it is called who-directs-it"),
        (1, True, "the id 'who' is taken; it is called who-2"),
    ]


def test_an_id_that_is_too_long_for_a_number_is_made_from_the_prompt() -> None:
    given, [trouble] = named([item(id="x" * 80), item(id="x" * 80)], Names([]))
    assert [one.id for one in given] == ["x" * 80, "who-directs-it"]
    assert trouble.reason == f"the id {'x' * 80!r} is taken; it is called who-directs-it"


def test_many_questions_that_are_the_same_are_named_as_fast_as_others() -> None:
    names = Names(["a", "a-3"])
    given = [names.give("a") for _ in range(300_000)]
    assert given[:3] == ["a-2", "a-4", "a-5"]
    assert (given[-1], len(set(given))) == ("a-300002", 300_000)
    assert names.give("a-7") == "a-7-2"


@given(st.lists(st.tuples(WORDS, WORDS, WORDS, WORDS, st.none() | WORDS), min_size=1, max_size=4))
def test_our_own_reader_reads_back_the_same_words(words: list[tuple[str, str, str, str, str | None]]) -> None:
    items: list[Item] = []
    for prompt, answer, distractor, topic, explanation in words:
        made = Item(
            line=1, prompt=prompt, answer=(answer,), distractors=(distractor,), topic=topic, explanation=explanation
        )
        try:
            items.append(checked(made))
        except NotTakenError:
            continue
    assume(items)
    with TemporaryDirectory() as folder:
        pack = PackFolder(Path(folder) / "pack")
        pack.article()
        pack.catalogue(entry())
        pack.questions(question())
        (pack.root / "questions" / "new.yaml").write_bytes(drafted(items, ["director"], "f").encode())
        read = read_pack(pack.root, drafts=True)
    troubled = {problem.question for problem in read.problems}  # options that are the same, say
    assert {problem.rule.code[:2] for problem in read.problems} <= {"Q5", "Q6"}
    came = {one.id: one for one in read.questions if one.draft}
    assert len(came) + len(troubled) == len(items)
    for one in came.values():
        assert any(
            (one.prompt, one.answer, one.distractors, one.explanation)
            == (made.prompt, made.answer, made.distractors, made.explanation)
            and one.topic == tidy(made.topic or "")
            for made in items
        )
