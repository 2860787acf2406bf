"""The pages of what does not get done."""
