"""Tests of drawing a document."""
