"""The explanation of a rule."""

from quiz.lint.explain import explain
from quiz.lint.registry import RULES


def test_a_rule_is_explained_with_its_sentence_and_its_example_mended() -> None:
    rule = RULES["Q109"]
    told = explain(rule)
    assert told.startswith("Q109 duplicate-key (error)\n")
    assert rule.sentence in told
    assert "Wrong:\n    answer: Len Wiseman\n    answer: Chad Stahelski\n" in told
    assert told.endswith("Right:\n    answer: Len Wiseman")
