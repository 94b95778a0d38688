"""Every check that warns. A game needs none of them, so only `quiz check` and its like import this."""

import quiz.lint.rules.answer_cues
import quiz.lint.rules.balance
import quiz.lint.rules.near_copies
import quiz.lint.rules.wording  # noqa: F401
