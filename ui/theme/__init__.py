"""How everything looks: colours, sizes, typeface, icons."""
