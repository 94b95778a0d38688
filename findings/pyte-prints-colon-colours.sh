#!/usr/bin/env bash
# pyte 0.8.2, Python 3.11.
# Guess: ESC[38:2::255:0:0m, the form of ITU T.416 with colons, sets the colour as ESC[38;2;255;0;0m does.
# Behaviour: pyte knows parameters with semicolons only. It drops the start of the sequence and prints the rest as text,
#   so a test on a pyte screen sees words that no terminal with support for colons shows.
#   Reported: https://github.com/selectel/pyte/issues/179
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyte==0.8.2 wcwidth==0.9.4 2>"$work/pip.log" || { cat "$work/pip.log"; exit 2; }

"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from importlib.metadata import version

import pyte

print("pyte", version("pyte"))
print("guess: both forms set the colour and print A")
print("behaviour: the form with colons prints its parameters")
for name, sequence in (("semicolons", "\x1b[38;2;255;0;0mA"), ("colons", "\x1b[38:2::255:0:0mA")):
    screen = pyte.Screen(20, 1)
    pyte.Stream(screen).feed(sequence)
    print(f"{name:<10} shows {screen.display[0].rstrip()!r} in colour {screen.buffer[0][0].fg}")
PY
diff - <(tail -n 2 "$work/seen") <<'SEEN' || { echo "The behaviour has changed."; exit 1; }
semicolons shows 'A' in colour ff0000
colons     shows '2::255:0:0mA' in colour default
SEEN
