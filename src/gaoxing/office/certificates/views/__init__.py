"""The pages of the certificates (证照页面)."""
