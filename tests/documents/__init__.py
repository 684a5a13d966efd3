"""Tests of reading, checking and composing threshold documents."""
