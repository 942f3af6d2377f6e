"""The sheet as it is drawn: columns, houses, a line."""
