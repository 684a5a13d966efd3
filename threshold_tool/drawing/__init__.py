"""A document drawn: how its questions follow one another, and how its levels come about."""
