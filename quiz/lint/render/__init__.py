"""Renders a report as text, JSON or GitHub annotations. Each format is a module and a line of ``_RENDERERS``."""

from collections.abc import Callable
from typing import Literal, get_args

from quiz.lint.excerpt import Excerpts
from quiz.lint.render import github_annotations, json_report, text_report
from quiz.lint.report import Report

Format = Literal["text", "json", "github"]
FORMATS: tuple[Format, ...] = get_args(Format)

_RENDERERS: dict[Format, Callable[[Report, Excerpts], str]] = {
    "text": text_report.render,
    "json": json_report.render,
    "github": github_annotations.render,
}


def render(report: Report, form: Format, excerpts: Excerpts) -> str:
    """Render a report, without a final line end. ``excerpts`` has the lines with problems."""
    return _RENDERERS[form](report, excerpts)
