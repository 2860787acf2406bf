"""The pages of the examination at once (自动审查页面)."""
