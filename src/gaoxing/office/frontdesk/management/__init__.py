"""Commands of the front desk (命令)."""
