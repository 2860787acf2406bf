"""The pages of how the office does, and the middleware that counts (运行状况页)."""
