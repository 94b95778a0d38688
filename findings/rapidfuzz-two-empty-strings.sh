#!/usr/bin/env bash
# RapidFuzz 3.14.6, Python 3.11.
# Guess: every scorer gives two empty strings 100, as it does for any two equal strings.
# Behaviour: ratio, partial_ratio and token_sort_ratio give 100; token_set_ratio, WRatio and QRatio give 0.
#   WRatio is the default scorer of `process.extract`, so whether two missing texts count as equal depends on the scorer.
#   This is kept from FuzzyWuzzy: https://github.com/rapidfuzz/RapidFuzz/issues/110
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check rapidfuzz==3.14.6 2>"$work/pip.log" || { cat "$work/pip.log"; exit 2; }

"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from importlib.metadata import version

from rapidfuzz import fuzz

print("rapidfuzz", version("rapidfuzz"))
print("guess: every scorer gives two empty strings 100")
print("behaviour: three of them give 0")
for name in ("ratio", "partial_ratio", "token_sort_ratio", "token_set_ratio", "WRatio", "QRatio"):
    scorer = getattr(fuzz, name)
    print(f"{name:<17} empty and empty {scorer('', ''):>5}   '?' and '?' {scorer('?', '?'):>5}")
PY
diff - <(tail -n 6 "$work/seen") <<'SEEN' || { echo "The behaviour has changed."; exit 1; }
ratio             empty and empty 100.0   '?' and '?' 100.0
partial_ratio     empty and empty 100.0   '?' and '?' 100.0
token_sort_ratio  empty and empty 100.0   '?' and '?' 100.0
token_set_ratio   empty and empty   0.0   '?' and '?' 100.0
WRatio            empty and empty   0.0   '?' and '?' 100.0
QRatio            empty and empty   0.0   '?' and '?' 100.0
SEEN
