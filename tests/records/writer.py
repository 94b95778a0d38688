"""Another window: a process of its own that plays into a records folder, for tests to run and to kill.

python -m tests.records.writer FOLDER NAME GAMES ANSWERS [killed | PLAYER]
"""

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from quiz.game.game import start
from quiz.records.records import Records
from tests import sample

AT = datetime(2025, 6, 6, 20, 0, tzinfo=UTC)


def main(folder: str, name: str, games: str, answers: str, then: str = "") -> None:
    """Say "ready", wait for a line, write games; where told so, die straight after the first one's last answer."""
    killed = then == "killed"
    records = Records(Path(folder), "" if killed else then)
    print("ready", flush=True)  # noqa: T201
    sys.stdin.readline()
    for number in range(int(games)):
        game = start(sample.setup(seed=f"{name}{number}"), sample.questions(int(answers)), 0.0)
        kept = records.begin(game, AT)
        for position, question in enumerate(game.questions):
            records.add(kept, position, sample.verdict(question.key), AT)
        if killed:
            os.kill(os.getpid(), signal.SIGKILL)
        records.end(kept, "finished", AT)
    records.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
