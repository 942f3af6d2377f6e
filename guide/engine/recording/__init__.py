"""Makes a talk of a session with invented people: the lines that, played, give the same record."""
