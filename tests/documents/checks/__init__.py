"""Tests of the checks that need the whole document."""
