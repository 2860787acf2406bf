"""Commands of the indicators (指标命令)."""
