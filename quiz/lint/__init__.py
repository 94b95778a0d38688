"""The linter: rules that judge questions and packs, and reports of what they find."""
