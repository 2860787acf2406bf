"""Counter for terminals (命令行窗口)."""
