"""Every rule that `quiz check` can report, those of loading included."""

from quiz.bank.load_rules import LOAD_RULES
from quiz.bank.problem import Rule
from quiz.lint.rules import PACK_CHECKS, QUESTION_CHECKS
from quiz.lint.suppressions import UNUSED_SUPPRESSION

_ALL_RULES = (
    *LOAD_RULES,
    UNUSED_SUPPRESSION,
    *(check.rule for check in QUESTION_CHECKS),
    *(check.rule for check in PACK_CHECKS),
)
RULES: dict[str, Rule] = {rule.code: rule for rule in sorted(_ALL_RULES, key=lambda rule: rule.code)}
"""The rules by their codes."""


def find_rule(word: str) -> Rule | None:
    """The rule with a code or a name, in any case."""
    wanted = word.strip().casefold()
    return next((one for one in RULES.values() if wanted in (one.code.casefold(), one.name)), None)
