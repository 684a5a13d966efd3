"""One file for each command: its words, its arguments, and what it does."""
