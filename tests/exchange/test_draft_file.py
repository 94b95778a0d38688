"""Items become a question file that reads back as they are, with ids that are stable and nobody else's."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.author.question_draft import QuestionDraft
from quiz.author.slug import UniqueIds
from quiz.bank.pack_loader import read_pack
from quiz.bank.yaml_nodes import parse_yaml
from quiz.exchange.draft_file import question_file, with_unique_ids
from quiz.exchange.importable_kinds import validated
from quiz.exchange.imported_question import CannotImportError, ImportedQuestion, trimmed
from tests.bank.pack_folder import PackFolder, entry, question
from tests.exchange.sample_questions import WORDS


def item(prompt: str = "Who directs it?", line: int = 1, **changes: object) -> ImportedQuestion:
    fields = {"prompt": prompt, "answer": ("a",), "distractors": ("b",), **changes}
    return validated(ImportedQuestion(line=line, draft=QuestionDraft(**fields)))  # type: ignore[arg-type]


def drafted(items: list[ImportedQuestion], taken: list[str], origin: str) -> str:
    return question_file([one.draft for one in with_unique_ids(items, UniqueIds(taken))[0]], origin)


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
    given, messages = with_unique_ids(items, UniqueIds(["who"]))
    assert [one.draft.id for one in given] == ["x", "x-2", "who-directs-it", "who-directs-it-2", "who-2"]
    assert [(one.line, one.is_warning, one.text) for one in messages] == [
        (3, True, "the id 'x' is already used; it becomes x-2"),
        (4, True, "the id 'Question 1' is not valid here; it becomes who-directs-it"),
        (1, True, "the id 'who' is already used; it becomes who-2"),
    ]


def test_an_id_that_is_too_long_for_a_number_is_made_from_the_prompt() -> None:
    given, [message] = with_unique_ids([item(id="x" * 80), item(id="x" * 80)], UniqueIds([]))
    assert [one.draft.id for one in given] == ["x" * 80, "who-directs-it"]
    assert message.text == f"the id {'x' * 80!r} is already used; it becomes who-directs-it"


def test_many_questions_that_are_the_same_are_named_as_fast_as_others() -> None:
    names = UniqueIds(["a", "a-3"])
    given = [names.claim("a") for _ in range(300_000)]
    assert given[:3] == ["a-2", "a-4", "a-5"]
    assert (given[-1], len(set(given))) == ("a-300002", 300_000)
    assert names.claim("a-7") == "a-7-2"


@given(st.lists(st.tuples(WORDS, WORDS, WORDS, WORDS, st.none() | WORDS), min_size=1, max_size=4))
def test_our_own_reader_reads_back_the_same_words(words: list[tuple[str, str, str, str, str | None]]) -> None:
    items: list[ImportedQuestion] = []
    for prompt, answer, distractor, topic, explanation in words:
        try:
            items.append(
                item(prompt, answer=(answer,), distractors=(distractor,), topic=topic, explanation=explanation or "")
            )
        except CannotImportError:
            continue
    assume(items)
    with TemporaryDirectory() as folder:
        pack = PackFolder(Path(folder) / "pack")
        pack.article()
        pack.write_sources_file(entry())
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
            == (made.prompt, made.answer, made.distractors, made.explanation or None)
            and one.topic == trimmed(made.topic)
            for made in (each.draft for each in items)
        )
