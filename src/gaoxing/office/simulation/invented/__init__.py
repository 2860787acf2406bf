"""What the year invents (编造): names, numbers, addresses and enterprises, drawn from a seed; none of it is anybody's."""
