"""Every rule there is: importing this module imports every module that defines one."""

import quiz.bank.checks.warnings
import quiz.bank.loading  # noqa: F401
from quiz.bank.problem import RULES as RULES
