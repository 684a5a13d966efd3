"""How areas differ: one case under several documents, and the placements of the questions that they share."""
