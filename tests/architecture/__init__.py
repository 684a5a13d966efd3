"""What holds for the whole repository: layers, Windows, tidy files."""
