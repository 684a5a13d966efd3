"""The interview at a terminal, part by part."""
