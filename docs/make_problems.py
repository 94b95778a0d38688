"""Writes docs/problems.md from the rules themselves, so that the page and the check say the same."""

from pathlib import Path

from quiz.bank.problem import Rule
from quiz.lint.registry import RULES

PAGE = Path(__file__).with_name("problems.md")
_HEAD = """# What `quiz check` reports

Every rule has a code and a name; `quiz check --explain Q401` (or `--explain quote-not-found`) prints it. An error
keeps its question or source out of the game, and a wrong date is not shown; an article that changed (Q303) stays,
with the questions whose quotes still stand. A warning keeps nothing out. This page is written by
`python docs/make_problems.py`.

| first digits | what the rule looks at |
|---|---|
| Q1 | the pack and its files |
| Q2 | keys and values |
| Q3 | the catalogue of sources |
| Q4 | quotes and citations |
| Q5 | the question as a whole |
| Q6 | options |
| Q7 | what gives an answer away, and wording |
| Q8 | the questions of a pack together |
"""


def page() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *map(_section, RULES.values())])


def _section(rule: Rule) -> str:
    return (
        f"## {rule.code} {rule.name}\n\n{rule.sentence} ({rule.severity.capitalize()}.)\n\n"
        f"Wrong:\n```text\n{rule.wrong}\n```\nRight:\n```text\n{rule.right}\n```\n"
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE}: {len(RULES)} rules")
