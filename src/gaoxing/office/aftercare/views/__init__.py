"""Pages of the requests (企业诉求)."""
