"""A year of the zone played through the actions of the office (一年的模拟): seeded, resumable, and proved by invariants at its end."""
