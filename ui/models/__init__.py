"""Adapters from our values to Qt's lists and tables."""
