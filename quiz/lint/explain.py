"""Explains a rule, for ``quiz check --explain``."""

from quiz.bank.problem import Rule


def explain(rule: Rule) -> str:
    """The sentence and the example of a rule, as text."""
    wrong = "\n".join(f"    {line}" for line in rule.wrong.splitlines())
    right = "\n".join(f"    {line}" for line in rule.right.splitlines())
    return f"{rule.code} {rule.name} ({rule.severity})\n\n{rule.sentence}\n\nWrong:\n{wrong}\n\nRight:\n{right}"
