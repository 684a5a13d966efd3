"""Tests of comparing areas."""
