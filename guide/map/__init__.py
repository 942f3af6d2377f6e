"""What is known: the record, folded from the journal, and what is missing in it."""
