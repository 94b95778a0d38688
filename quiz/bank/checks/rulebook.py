"""Every rule there is: importing this module imports every module that defines one."""

import quiz.bank.bank
import quiz.bank.checks.warnings  # noqa: F401
from quiz.bank.problem import RULES as RULES
