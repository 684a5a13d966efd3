"""Tests of what a document means for a child."""
