"""What undo and the giving out of ids remember: every line heard, and the last number of each kind."""

from guide.frozen import frozen


@frozen
class Counts:
    """The last number given out of each kind; never used again, not even after an undo."""

    deed: int = 0
    person: int = 0
    answer: int = 0
    entry: int = 0
    rating: int = 0
    panel: int = 0
    urgent: int = 0


@frozen
class Deed:
    """One line that was heard, as undo sees it."""

    number: int
    kind: str
    """said: undone by `back`; next: undone with the deed before it; fixed: passed over by `back`;
    reveal: `back` stops there."""
    step: str = ""
