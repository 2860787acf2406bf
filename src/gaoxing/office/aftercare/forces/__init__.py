"""Task forces (专班): formed for a part that several units settle together; their members, minutes and tasks."""
