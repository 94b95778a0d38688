"""Kinds of questions across all packages: how little it takes to add one."""
