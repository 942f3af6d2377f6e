"""What can be made, and the wishes it is made by."""
