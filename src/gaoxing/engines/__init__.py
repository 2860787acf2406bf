"""Everything heavy or outside, one module each, behind a Protocol of the stage that uses it."""
