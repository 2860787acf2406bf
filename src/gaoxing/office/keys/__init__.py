"""The sealing keys (密钥): kept true to the database they open, and exchanged while the office is open."""
