"""Tags of the joint pages (页面标签)."""
