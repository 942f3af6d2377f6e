"""What happened: events, the `Store` protocol, and the vault that keeps them."""
