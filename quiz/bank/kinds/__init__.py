"""The kinds of questions, one module per kind. ``kind`` defines what a kind is; ``registry`` lists them all."""
