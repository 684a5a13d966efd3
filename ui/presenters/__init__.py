"""What the pages show and what the person did, without Qt: one file for each page."""
