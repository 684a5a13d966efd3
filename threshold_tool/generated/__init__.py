"""Cases made from a document: what each of its clauses decides."""
