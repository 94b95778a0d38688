"""Every check that warns. A game needs none of them, so only `quiz check` and its like import this."""

import quiz.bank.checks.balance
import quiz.bank.checks.copies
import quiz.bank.checks.tells
import quiz.bank.checks.wording  # noqa: F401
