"""The player's settings. Each is one declaration; parser, options, settings screen and docs are made from it."""
