"""Durations, deadlines, ages and opening hours."""
