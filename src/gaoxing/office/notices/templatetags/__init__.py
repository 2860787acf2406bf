"""Template tags of the notices (通知标签)."""
