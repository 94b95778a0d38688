"""Every target by its name."""

from tests.fuzzing.games import GAMES
from tests.fuzzing.imports import IMPORTS
from tests.fuzzing.packs import PACKS

TARGETS = {one.name: one for one in (*PACKS, *IMPORTS, *GAMES)}
