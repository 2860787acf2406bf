"""Template tags of the zone profile."""
