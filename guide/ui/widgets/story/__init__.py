"""What the pages of a story are made of."""
