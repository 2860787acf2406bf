"""Template tags of the audit (审计标签)."""
