"""The window, its pages, and what they show."""
