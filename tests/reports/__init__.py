"""Tests of the record as blocks, on pages, as PDF and as HTML."""
