"""Examining at once by fixed rules (自动审查, 秒批): `conditions.toml` says what must hold, `verdict` holds a case's facts against it."""
