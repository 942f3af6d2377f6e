"""What leaves: papers made from a record, for somebody."""
