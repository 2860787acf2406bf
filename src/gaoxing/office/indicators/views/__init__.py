"""Pages of the indicators (指标页面)."""
