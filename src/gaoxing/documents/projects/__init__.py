"""Papers about investment projects (企业投资项目文书)."""
