"""What changes between two editions of a document: in meaning, for whom, and in words alone."""
