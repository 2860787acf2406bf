"""What the templates of the front desk ask for (模板标签)."""
