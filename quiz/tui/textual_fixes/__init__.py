"""Workarounds for bugs of Textual, each with the version on which it was seen and Textual's issue, if there is one.

For each of them, a test in ``tests/tui/textual_fixes`` reproduces the bug in Textual alone. When that test fails,
Textual has fixed the bug, and the workaround can be removed.
"""
