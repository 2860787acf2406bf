"""The pages of filed projects."""
