"""Items become a question file that reads back as they are, with ids that are stable and nobody else's."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.exchange.drafting import question_file
from quiz.bank.exchange.item import Item, NotTakenError, checked, tidy
from quiz.bank.pack import read_pack
from quiz.bank.yaml_nodes import parse_yaml
from tests.bank.exchange.asking import WORDS
from tests.bank.packs import PackFolder, entry, question


def item(prompt: str = "Who directs it?", **changes: object) -> Item:
    return checked(Item(**{"line": 1, "prompt": prompt, "answer": ("a",), "distractors": ("b",), **changes}))  # type: ignore[arg-type]


def ids(text: str) -> list[str | None]:
    root, problems = parse_yaml(text, "f")
    assert root is not None
    assert problems == []
    items = root.at("questions").value
    assert isinstance(items, list)
    return [one.text("id") for one in items]


def test_a_file_says_what_it_came_from_and_looks_typed() -> None:
    text = question_file(
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
    text = question_file([item(topic="A"), item(topic="B"), item()], [], "f")
    assert text.count("topic:") == 2
    assert "\ntopic:" not in text


def test_ids_are_stable_and_nobody_elses() -> None:
    items = [item(), item(), item(id="good.id_1"), item(id="bad id"), item("Кто?"), item("Кто?"), item("Где?")]
    first = ids(question_file(items, ["who-directs-it"], "f"))
    assert first[:4] == ["who-directs-it-2", "who-directs-it-3", "good.id_1", "who-directs-it-4"]
    assert first[5] == f"{first[4]}-2"
    assert first[6] != first[4]
    assert first == ids(question_file(items, ["who-directs-it"], "f"))
    assert ids(question_file([item("Где?")], [], "f")) == first[6:]


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
    with TemporaryDirectory() as folder:
        pack = PackFolder(Path(folder) / "pack")
        pack.article()
        pack.catalogue(entry())
        pack.questions(question())
        (pack.root / "questions" / "new.yaml").write_bytes(question_file(items, {"director"}, "f").encode())
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
