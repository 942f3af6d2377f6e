"""What scripts/bench.py measures, a file a subject; each gives rows of the table."""
