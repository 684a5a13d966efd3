"""Tests of what happens after a result."""
