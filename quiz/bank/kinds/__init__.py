"""The kinds of questions: one module a kind. ``kind`` says what makes one, ``registry`` has them all."""
