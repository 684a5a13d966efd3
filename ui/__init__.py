"""The desktop application. It shows what `threshold_tool` works out, and decides nothing itself."""
