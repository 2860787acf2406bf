"""What clients, projects and those who climb are made of in a run: invented enterprises, what they say, and whom of the office they meet."""
