"""The pieces screens are put together from; none of them knows a session."""
