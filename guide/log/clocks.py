"""What happens to the clock of a stage or a quiet time: it begins, is stopped, goes on and is lengthened."""

from guide.frozen import frozen


@frozen(kw_only=True)
class ClockBegan:
    """The conversation came to a stage with a clock, or to a quiet time: its minutes count from here."""

    section: str
    minutes: float
    step: str = ""
    """The quiet time it belongs to; empty for the clock of a whole section."""
    item: str = ""


@frozen(kw_only=True)
class ClockSet:
    """Somebody stopped the clock, let it go on, or gave it more time."""

    section: str
    way: str
    """pause, go or more."""
    step: str = ""
    """The quiet time that stood; its own clock and the section's are set together."""
    item: str = ""
