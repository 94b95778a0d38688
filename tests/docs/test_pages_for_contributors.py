"""The pages for contributors name files that are there."""

import re

import pytest

from tests.docs.test_docs import ROOT

PAGES = (
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "README.md",
    "benchmarks/README.md",
    "findings/README.md",
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_PATH = re.compile(r"`((?:quiz|tests|docs|benchmarks|findings|seeds|questions|\.ci)/[\w./-]*)`")


@pytest.mark.parametrize("page", PAGES)
def test_every_path_and_link_leads_somewhere(page: str) -> None:
    text = _COMMENT.sub("", (ROOT / page).read_text(encoding="utf-8"))
    links = re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", text)
    missing = [path for path in _PATH.findall(text) if path != "quiz/builtin" and not (ROOT / path).exists()]
    missing += [link for link in links if not (ROOT / page).parent.joinpath(link).exists()]
    assert missing == []


def test_every_package_is_in_the_picture_and_in_the_table() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    picture = re.findall(r"```text\n(.*?)```", text, re.DOTALL)[0]
    packages = {path.parent.name for path in (ROOT / "quiz").glob("*/__init__.py")}
    assert set(re.findall(r"\w+", picture)) == packages
    assert set(re.findall(r"^\| `quiz/(\w+)` \|", text, re.MULTILINE)) == packages
