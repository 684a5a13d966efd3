"""Cases: what is known about a family, read from a file or gathered by asking."""
