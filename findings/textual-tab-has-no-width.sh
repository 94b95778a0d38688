#!/usr/bin/env bash
# Textual 8.2.8, Python 3.11.
# Guess: a label with the text "a<tab>b" is at least 3 cells wide and shows everything in one line.
# Behaviour: `Content.cell_length` counts a tab as 0 cells. A label as wide as its content gets 2 cells, and breaks at the
#   tab: "a" and "b" are in two lines. An article with tabs is measured too narrow; replace tabs with spaces first.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check textual==8.2.8 2>"$work/pip.log" || { cat "$work/pip.log"; exit 2; }

"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import asyncio
from importlib.metadata import version

from textual.app import App
from textual.content import Content
from textual.widgets import Label

TEXTS = {"tab": "a\tb", "spaces": "a   b"}


class Labels(App):
    def compose(self):
        for name, text in TEXTS.items():
            yield Label(Content(text), id=name)


async def main():
    app = Labels()
    async with app.run_test(size=(40, 6)):
        for name, text in TEXTS.items():
            label = app.query_one(f"#{name}")
            lines = ["".join(part.text for part in label.render_line(y)) for y in range(label.size.height)]
            print(f"{text!r}: cell_length {Content(text).cell_length}, {label.size.width} cells wide, lines {lines}")


print("textual", version("textual"))
print("guess: the label with a tab is at least 3 cells wide and has one line")
print("behaviour: it is 2 cells wide and has two lines")
asyncio.run(main())
PY
diff - <(tail -n 2 "$work/seen") <<'SEEN' || { echo "The behaviour has changed."; exit 1; }
'a\tb': cell_length 2, 2 cells wide, lines ['a', 'b']
'a   b': cell_length 5, 5 cells wide, lines ['a   b']
SEEN
