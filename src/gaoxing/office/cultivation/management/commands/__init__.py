"""Commands of cultivation."""
