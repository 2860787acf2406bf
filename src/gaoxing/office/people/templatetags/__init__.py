"""Template tags of the people (人员标签)."""
