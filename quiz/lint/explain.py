"""The explanation of a rule."""

from quiz.bank.problem import Rule


def explain(rule: Rule) -> str:
    """A rule with its sentence and its example, as ``quiz check --explain`` prints it."""
    wrong = "\n".join(f"    {line}" for line in rule.wrong.splitlines())
    right = "\n".join(f"    {line}" for line in rule.right.splitlines())
    return f"{rule.code} {rule.name} ({rule.severity})\n\n{rule.sentence}\n\nWrong:\n{wrong}\n\nRight:\n{right}"
