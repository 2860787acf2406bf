"""The guided tour of the demonstration (导览): page by page through what each role does, on the rows that the demonstration holds."""
