"""For each workaround, a test that Textual alone still has the bug. If it fails, the workaround can be removed."""
