"""Commands of the names."""
