"""The office's commands for backups."""
