"""Every rule there is: importing this module imports every module that defines one."""

import quiz.bank.load
import quiz.lint.rules.warnings  # noqa: F401
from quiz.bank.problem import RULES as RULES
