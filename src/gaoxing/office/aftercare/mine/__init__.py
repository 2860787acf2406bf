"""The enterprise's own side of its requests (我的诉求): what it reads, what is asked of it, what it may do."""
