"""The rules of YAML syntax, for question files and sources files."""

from quiz.bank.problem import Rule

YAML_SYNTAX = Rule(
    "Q108",
    "yaml-syntax",
    "The file must be YAML. Where one question cannot be read, the others of the file still are.",
    wrong="prompt: Who said: “This is not a female John Wick”?",
    right='prompt: "Who said: “This is not a female John Wick”?"',
)
DUPLICATE_KEY = Rule(
    "Q109",
    "duplicate-key",
    "A mapping has each key only once. YAML would silently use the last value.",
    wrong="answer: Len Wiseman\nanswer: Chad Stahelski",
    right="answer: Len Wiseman",
)
YAML_FEATURE = Rule(
    "Q110",
    "yaml-feature",
    "Anchors, aliases, tags, merge keys and several documents in one file are not allowed: what a question says "
    "must be written in the question.",
    wrong="distractors: *names",
    right="distractors: [Chad Stahelski, Derek Kolstad, David Leitch]",
)
TOO_DEEP = Rule(
    "Q111",
    "too-deep",
    "A question file needs only a few levels of nesting. Deeper ones are not read.",
    wrong="questions: [[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]",
    right="questions: []",
)
