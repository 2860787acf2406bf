"""Migrations of the requests of enterprises (迁移)."""
