"""The pages of the notices (通知页面)."""
