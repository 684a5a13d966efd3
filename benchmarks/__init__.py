"""Measurements of what people wait for, each beside a named peer or floor; see README.md."""
