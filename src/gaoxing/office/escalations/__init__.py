"""What does not get done anywhere (办不成事): taken over at once, seen through, and its causes mended."""
