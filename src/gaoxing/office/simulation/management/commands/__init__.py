"""Commands of the simulated year."""
