"""The pages of the joint licence cases (联办页面)."""
