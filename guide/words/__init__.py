"""What the program says in its own voice, by language."""
