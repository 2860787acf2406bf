"""What must hold of single rooms at the end of a run (各室的不变式): each looks at every record and tells how many it looked at and what broke."""
