"""Checks of questions and of whole packs: one function a rule, each told by its code, its name and a sentence."""
