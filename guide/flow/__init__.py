"""What may be asked: flows as people write them, compiled into what a conversation runs on."""
