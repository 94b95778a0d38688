"""The player's settings: each is one declaration, from which parser, options, settings screen and docs follow."""
