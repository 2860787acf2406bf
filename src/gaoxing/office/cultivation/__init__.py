"""Cultivation (企业培育): an enterprise's own figures, where they put it before every rung of the ladder, its qualifications, and its plan of growth."""
