"""Tests of kinds of questions across all packages: what it takes to add one."""
