"""What is seen of a talk before a room."""
