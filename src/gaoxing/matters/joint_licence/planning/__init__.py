"""In which order and by which day the licences are had (办理计划): what waits for what, joint visits, hearings, commitments, the day of opening."""
