"""Commands of the speech socket (命令)."""
