"""The command line, `threshold`."""
