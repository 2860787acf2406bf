"""Joint licence cases (证照联办办件): one case, many licences, each at its unit's desk, with its own state and clock."""
