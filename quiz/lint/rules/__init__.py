"""The rules of the linter, one function each."""
