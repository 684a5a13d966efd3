"""Tests of generated cases."""
