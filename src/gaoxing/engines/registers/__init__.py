"""Other bodies and their systems (协同部门): one Protocol for what is handed in after a licence, rehearsals, their failing twins, and an engine over HTTP."""
