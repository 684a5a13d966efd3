"""What holds of a document over every case there can be: proofs, and what an edition changes."""
