"""Backups (备份): a consistent copy of the office while it is open, and the office made of it anew."""
