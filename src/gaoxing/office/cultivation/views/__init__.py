"""The pages of cultivation (企业培育页面)."""
