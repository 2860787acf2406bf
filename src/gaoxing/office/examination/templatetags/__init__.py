"""Template tags of the examination at once."""
