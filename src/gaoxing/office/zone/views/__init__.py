"""The pages of the zone profile (园区资料页面)."""
