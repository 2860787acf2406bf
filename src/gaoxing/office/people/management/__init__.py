"""Commands of the people (人员命令)."""
