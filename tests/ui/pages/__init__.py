"""Each page, through its driver."""
