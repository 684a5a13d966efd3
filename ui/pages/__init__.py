"""One widget for each page, in a file named like its presenter."""
