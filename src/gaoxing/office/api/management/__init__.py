"""Commands of the API (接口命令)."""
