"""Every target by its name."""

from tests.fuzzing.game_targets import GAMES
from tests.fuzzing.import_targets import IMPORTS
from tests.fuzzing.pack_targets import PACKS

TARGETS = {one.name: one for one in (*PACKS, *IMPORTS, *GAMES)}
