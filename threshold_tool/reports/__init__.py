"""The record of a consultation, and its printed forms."""
