"""The pages of importing (导入页面)."""
