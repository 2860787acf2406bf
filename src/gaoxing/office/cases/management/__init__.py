"""Commands of the cases (命令)."""
