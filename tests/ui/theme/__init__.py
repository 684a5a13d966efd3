"""Colours, sizes, typeface."""
