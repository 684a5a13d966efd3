"""Threshold documents: reading, checking and composing them."""
