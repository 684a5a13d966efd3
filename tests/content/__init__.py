"""What must hold of every threshold document we ship: the safety rules, the words, and how areas differ."""
