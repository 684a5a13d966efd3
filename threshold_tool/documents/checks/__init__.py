"""Checks that need the whole document: each returns problems with their places, and never raises."""
