"""Little documents worked out by hand: what is wrong with each, and what changed between two editions."""
