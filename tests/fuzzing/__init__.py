"""Fuzzing: whatever bytes a file has, reading it gives problems, in bounded time and memory, and nothing else."""
