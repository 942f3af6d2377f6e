"""What each row may come to: the promises that a change must not break, all in one place."""

from typing import Final

from bench_rows.row import Budget

HOME: Final = Budget(times=1.35)
START: Final = Budget(times=1.5)
REPLY: Final = Budget(most=3, times=2.5)
"""Either: on a fast disk what we do beside writing weighs more."""
ENTER_EARLY: Final = Budget(most=25)
ENTER_LATE: Final = Budget(times=1.3)
ENTER_TIMED: Final = Budget(times=1.2)
"""A stage's clock and the words kept in sight: they may cost typing next to nothing."""
STEP: Final = Budget(faster=True)
COMPILE: Final = Budget(most=1000)
COMPILE_TWICE: Final = Budget(times=2.3)
"""Twice as many steps: no more than a little over twice as long."""
JUMP: Final = Budget(most=200)
"""Anywhere in a talk of 300 turns."""
TELL: Final = {10: Budget(most=60), 60: Budget(most=360)}
"""By how many pictures: six times as many may take six times as long."""
PAPERS: Final = {
    ("map", "html"): Budget(most=30), ("map", "pdf"): Budget(most=40), ("map", "docx"): Budget(most=400),
    ("story", "pdf"): Budget(most=250), ("story", "docx"): Budget(most=900),
}  # fmt: skip
"""By paper and format, with everything read once."""
FIRST_PAPERS: Final = {
    ("map", "pdf"): Budget(most=150), ("map", "docx"): Budget(most=400),
    ("story", "pdf"): Budget(most=250), ("story", "docx"): Budget(most=900),
}  # fmt: skip
"""The same as the first paper of a process."""
LONG: Final = {"story": Budget(times=6.6), "map": Budget(times=11)}
"""Beside six and ten times as little: a tenth more than as many times as long."""
REOPEN: Final = Budget(most=300)
MEMORY: Final = Budget(most=150)
FOR_INTEREST: Final = Budget()
"""Nothing is promised: the row is there to be looked at."""
