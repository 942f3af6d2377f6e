"""Checks a compiled flow without playing it: everything that can be known from the files alone."""

from collections.abc import Callable, Iterable
from typing import Final

from guide.flow.check_areas import check_areas
from guide.flow.check_conditions import check_conditions
from guide.flow.check_names import check_names
from guide.flow.check_talks import check_talks
from guide.flow.check_ways import check_ways
from guide.flow.compile import Compiled
from guide.flow.findings import Finding, in_order
from guide.flow.reading import Reading
from guide.flow.uncollected import uncollected
from guide.flow.wording import check_wording

_CHECKS: Final[tuple[Callable[[Reading], Iterable[Finding]], ...]] = (
    check_names,
    check_areas,
    check_ways,
    check_conditions,
    check_wording,
)


@uncollected()
def check_flow(compiled: Compiled, *, talks: bool = True) -> list[Finding]:
    """Return every finding about a flow, those of compiling it among them, in the order of their places.

    With `talks` the talks beside it are read as well; they are not played.
    """
    if compiled.json is None:
        return list(compiled.findings)
    reading = Reading(compiled)
    found = [one for check in _CHECKS for one in check(reading)]
    if talks:
        found += check_talks(reading)
    return list(in_order((*compiled.findings, *found)))
