"""What happens next: a reply becomes events, the events a record, the record a turn."""
