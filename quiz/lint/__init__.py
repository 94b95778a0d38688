"""The linter: rules that check questions and packs, and reports of the problems found."""
