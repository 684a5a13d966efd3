"""Cases: reading them, and holding them against a document."""
