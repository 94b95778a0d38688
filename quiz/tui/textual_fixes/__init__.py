"""Workarounds for Textual, each with the version on which it was seen and the issue of Textual, where there is one.

Each has a test in ``tests/tui/textual_fixes`` that shows the fault in Textual alone. When that test fails, Textual no
longer has the fault, and the workaround can go.
"""
