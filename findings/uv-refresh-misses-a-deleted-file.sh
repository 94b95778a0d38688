#!/usr/bin/env bash
# uv 0.13.9 with hatchling 1.33.0.
# Guess: where a folder lists its files in `cache-keys`, `uvx --refresh --from FOLDER` builds it again after one is deleted.
# Behaviour: uv compares the newest modification time of the files that match. Deleting an older file changes nothing, and
#   neither `--refresh` nor `--reinstall` builds again: the old wheel runs, with the deleted file in it.
#   Touching pyproject.toml helps, and so does `--no-cache`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check uv==0.13.9 2>"$work/pip.log" || { cat "$work/pip.log"; exit 2; }
export UV_CACHE_DIR="$work/cache" PATH="$work/venv/bin:$PATH"

mkdir -p "$work/project/demo/questions"
cat > "$work/project/pyproject.toml" <<'TOML'
[build-system]
requires = ["hatchling==1.33.0"]
build-backend = "hatchling.build"

[project]
name = "demo-of-cache-keys"
version = "1.0"

[project.scripts]
demo = "demo:main"

[tool.hatch.build.targets.wheel]
packages = ["demo"]

[tool.uv]
cache-keys = [{ file = "pyproject.toml" }, { file = "demo/**/*" }]
TOML
cat > "$work/project/demo/__init__.py" <<'PY'
from pathlib import Path


def main():
    print(*sorted(path.name for path in (Path(__file__).parent / "questions").iterdir()))
PY
echo "old" > "$work/project/demo/questions/old.yaml"
echo "new" > "$work/project/demo/questions/new.yaml"
touch -d "2026-01-01" "$work"/project/pyproject.toml "$work"/project/demo/__init__.py "$work"/project/demo/questions/old.yaml
touch -d "2026-01-02" "$work"/project/demo/questions/new.yaml

demo() { (cd "$work" && uvx --quiet "$@" --from "$work/project" demo); }
{
  uv --version | cut -d' ' -f1,2
  echo "guess: after old.yaml is deleted, --refresh builds the folder again"
  echo "behaviour: the old wheel runs until a file is newer than all others were"
  echo "both files there: $(demo)"
  rm "$work/project/demo/questions/old.yaml"
  echo "old.yaml deleted: $(demo)"
  echo "with --refresh:   $(demo --refresh)"
  echo "with --reinstall: $(demo --reinstall)"
  touch -d "2026-01-03" "$work/project/pyproject.toml"
  echo "after a touch:    $(demo)"
} | tee "$work/seen"
diff - <(tail -n 5 "$work/seen") <<'SEEN' || { echo "The behaviour has changed."; exit 1; }
both files there: new.yaml old.yaml
old.yaml deleted: new.yaml old.yaml
with --refresh:   new.yaml old.yaml
with --reinstall: new.yaml old.yaml
after a touch:    new.yaml
SEEN
