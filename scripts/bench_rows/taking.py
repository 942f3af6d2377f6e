"""Takes times by turns, so that whatever else this computer does falls on both figures alike."""

import gc
from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter

Measure = Callable[[], float]
"""Does the thing once and returns how long it took, in seconds; what comes before does not count."""


def timed(deed: Callable[[], object]) -> float:
    """Return how many seconds a deed takes."""
    began = perf_counter()
    deed()
    return perf_counter() - began


def medians(rounds: int, *measures: Measure, tidy: bool = True) -> list[float]:
    """Return the median seconds of each measure, after one round that does not count.

    What one leaves lying about would be cleared up while the next is timed, so it is cleared up before; not
    for what takes a millisecond (`tidy=False`): that would throw away what the processor has at hand.
    """
    taken: Sequence[list[float]] = [[] for _ in measures]
    gc.collect()
    for at in range(rounds + 1):
        for one, measure in zip(taken, measures, strict=True):
            if tidy:
                gc.collect()
            seconds = measure()
            if at:
                one.append(seconds)
    return [median(one) for one in taken]
