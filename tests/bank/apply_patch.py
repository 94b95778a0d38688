"""Applies a patch, as the program `patch` does."""

import shutil
import subprocess
from pathlib import Path

import pytest


def patched(folder: Path, difference: str) -> None:
    """Let the files of a folder be changed as a diff says."""
    patch = shutil.which("patch")
    if patch is None:
        pytest.skip("there is no program that takes patches")
    took = subprocess.run(
        [patch, "-p1", "--binary", "--batch"],
        input=difference.encode(),
        cwd=folder,
        check=False,
        stdout=subprocess.PIPE,
    )
    assert took.returncode == 0, took.stdout.decode(errors="replace")
