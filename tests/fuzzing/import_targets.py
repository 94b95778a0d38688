"""The formats that questions are taken in from: from a file's bytes to a question file that our own reader reads."""

import json
from collections.abc import Callable, Iterator

from quiz.author.slug import UniqueIds
from quiz.bank.load import load_bank
from quiz.bank.yaml_nodes import parse_yaml
from quiz.exchange.draft_file import question_file
from quiz.exchange.formats import FORMATS
from quiz.exchange.importer import ReadError, assign_ids, import_file, report_lines
from tests.fuzzing.target import Target, folder, refused, tokens

_STATEMENT = {
    "type": "boolean",
    "difficulty": "hard",
    "category": "Film",
    "question": "Is it?",
    "correct_answer": "True",
    "incorrect_answers": ["False"],
    "explanation": "So.",
}
_OTHERS = {
    "opentdb": (
        '[{"question": "Who?", "correct_answer": "A &amp; B", "incorrect_answers": ["C", "D"]}]',
        json.dumps({"response_code": 0, "results": [_STATEMENT]}),
    ),
    "gift": (
        "$CATEGORY: $course$/top/Film\n\n// no one\n::Title::[html]<b>Who?</b> {=Len\n~Kol#no\n~%-50%x####So.}\n",
        "Which? {\n~%50%one\n~%50%two\n~%-100%three\n}\n\nIs it?{T}\n",
    ),
    "aiken": ("Who?\nA. One\nB) Two\nANSWER: B\n\nIs it?\nA. True\nB. False\nanswer: a\n",),
    "csv": (
        "question;answer;wrong answers;category\nWho?;A;B|C;Film\n",
        'sep=,\r\nPrompt,Answer,Distractor 1,distractor 2,Kind,id\r\n"Who, ""then""?",A,B,C,choice,x\r\n',
        "prompt\tanswers\tdistractors\ttype\nWhich?\ta|b\tc;d\tmultiple\n",
    ),
}
"""Files as other programs write them, which ours does not."""

_TOKENS = {
    "opentdb": tokens(
        *("{", "}", "[", "]", ",", ":", '"', '\\"', "\\u0000", "\\ud800", "\\u001b", "null", "true", "1e999", "NaN"),
        *('"results": [', '"type": ', '"boolean"', '"multiple"', '"question": "', '"correct_answer": "', "&amp;"),
        *('"incorrect_answers": [', '"category": "', '"difficulty": "', '"explanation": "', "&#x110000;", "&#0;"),
    ),
    "gift": tokens(
        *("{", "}", "=", "~", "#", "####", "\\", "::", "%50%", "%-50%", "%0%", "->", "{T}", "{FALSE#no#yes}", "\n\n"),
        *("//", "$CATEGORY: ", "$course$/", "[html]", "[markdown]", "[plain]", "<b>", "<br>", "</p>", "<!--", "&lt;"),
        *("\\n", "\r"),
    ),
    "aiken": tokens("\nA. ", "\nB) ", "\nANSWER: ", "A", "\n\n", "\r\n", "\r", "answer:", "\t", ".", ")"),
    "csv": tokens(
        *('"', '""', ",", ";", "\t", "|", "\n", "\r\n", "\r", "sep=;", "prompt", "answer", "distractors", "kind"),
        *("order", "topic", "difficulty", "true-false", "wrong answer 2", "id", "\x0b", "\x1c", "True"),
    ),
}
_EVERYWHERE = (
    *tokens("\x00", "\x1b", "\x9b", "\u202e", "\u2028", "\ud800", "\ufeff", "é", "日本語", "a" * 90),
    *(b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xe9", b"\x92", b"\x83\x41", b"a\0b\0"),
)


def _run(name: str | None) -> Callable[[bytes], int]:
    def run(data: bytes) -> int:
        path = folder("imports") / "file"
        path.write_bytes(data)
        try:
            result = import_file(path, name)
        except ReadError as error:
            return refused(error)
        result = assign_ids(result, UniqueIds(["taken"]))
        assert len(report_lines(result)) > len(result.messages)
        assert all(one.line >= 1 and one.text for one in result.messages)
        assert result.questions or result.messages
        drafts = [one.draft for one in result.questions]
        assert len(drafts) <= len(data)
        if drafts:
            root, problems = parse_yaml(question_file(drafts, "f"), "f")
            assert root is not None
            assert not problems
            written = root.at("questions").value
            assert isinstance(written, list)
            assert [node.text("prompt") for node in written] == [one.prompt for one in drafts]
        return len(drafts)

    return run


def _samples(name: str) -> Callable[[], Iterator[bytes]]:
    def samples() -> Iterator[bytes]:
        yield from (one.encode() for one in _OTHERS[name])
        asked = load_bank().questions
        by_kind = {one.kind: one for one in asked}
        written, _ = FORMATS[name].write([*by_kind.values(), *asked[:2]])
        assert isinstance(written, str)
        yield written.encode()
        yield written.encode("cp1252", "ignore")
        yield written.encode("utf-16")

    return samples


def _of_all() -> Iterator[bytes]:
    for name in _OTHERS:
        yield from _samples(name)()


IMPORTS = (
    *(Target(name, _run(name), _samples(name), _TOKENS[name] + _EVERYWHERE) for name in _OTHERS),
    Target("any-format", _run(None), _of_all, tuple(one for some in _TOKENS.values() for one in some) + _EVERYWHERE),
)
