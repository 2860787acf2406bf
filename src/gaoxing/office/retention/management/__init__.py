"""Commands of the retention (命令)."""
