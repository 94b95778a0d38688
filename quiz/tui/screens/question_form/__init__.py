"""The form for writing a question."""
