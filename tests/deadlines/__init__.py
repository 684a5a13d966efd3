"""Tests of durations, deadlines, ages and opening hours."""
