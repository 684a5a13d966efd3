"""Presenters, by plain calls."""
