"""The form in which a question is written."""
