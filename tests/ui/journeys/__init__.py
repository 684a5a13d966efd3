"""Whole ways through the window, as a person goes them."""
