"""Commands of the keys (命令)."""
