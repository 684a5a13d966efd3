"""What a document means for a child: levels, reasons, unknowns."""
