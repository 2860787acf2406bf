"""The pages of what follows the licence (开办后续事项页面)."""
