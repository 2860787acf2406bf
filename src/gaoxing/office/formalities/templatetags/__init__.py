"""Template tags of what follows the licence."""
