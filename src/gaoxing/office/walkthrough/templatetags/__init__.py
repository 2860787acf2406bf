"""Template tags of the guided tour."""
