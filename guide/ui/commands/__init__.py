"""What a person can do, one class for each: footer, palette, help and docs all come from here."""
