"""Commands of the examination."""
