"""What could not be done anywhere, pure (办不成事): its limits."""
