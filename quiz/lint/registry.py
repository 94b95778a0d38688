"""Lists every rule that `quiz check` can report, also those of loading."""

from quiz.bank.load_rules import LOAD_RULES
from quiz.bank.problem import Rule
from quiz.lint.difficulty_rule import DIFFICULTY_FAR_FROM_PLAYERS
from quiz.lint.rules import PACK_CHECKS, QUESTION_CHECKS
from quiz.lint.suppressions import UNUSED_SUPPRESSION

_ALL_RULES = (
    *LOAD_RULES,
    UNUSED_SUPPRESSION,
    DIFFICULTY_FAR_FROM_PLAYERS,
    *(check.rule for check in QUESTION_CHECKS),
    *(check.rule for check in PACK_CHECKS),
)
RULES: dict[str, Rule] = {rule.code: rule for rule in sorted(_ALL_RULES, key=lambda rule: rule.code)}
"""The rules by their codes, sorted."""


def find_rule(word: str) -> Rule | None:
    """The rule with a code or a name, ignoring case; None if there is none."""
    key = word.strip().casefold()
    return next((rule for rule in RULES.values() if key in (rule.code.casefold(), rule.name)), None)
