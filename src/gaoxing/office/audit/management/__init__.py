"""Commands of the audit (命令)."""
