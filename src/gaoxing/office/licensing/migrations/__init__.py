"""Migrations of the joint licence cases (迁移)."""
