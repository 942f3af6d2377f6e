"""Paper slips to cut: what everybody in a room writes alone before anybody speaks.

They are made from the flow and hold nothing anybody said, so they can be printed before a meeting begins.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from guide.documents.face import Face
from guide.documents.shapes import Flow, Slip
from guide.frozen import frozen

Json = Any

USUAL: Final = 8
"""Pages while nobody has written down yet who comes: one for each person."""
_A_ROOM: Final = 4
"""As many known people as make it likely that everybody is known."""


@frozen
class Page:
    """One person's page."""

    number: int
    of: int


@frozen
class Slips:
    """One page for each person, every page the same."""

    title: str
    how: str
    face: Face
    slips: tuple[Slip, ...]
    """Words first, then the numbers."""
    pages: tuple[Page, ...]
    layout: str = "slips"


def slips_page(
    flow: Flow, people: Iterable[Mapping[str, Json]], face: Face, words: Mapping[str, str]
) -> Slips:
    """Return the slips; `words` are what the program says on them: title and how."""
    roles = {role for one in flow.slips for role in one.by}
    writers = sum(one.get("as") in roles and not one.get("left") for one in people)
    count = writers if writers >= _A_ROOM else USUAL
    return Slips(
        title=words["title"],
        how=words["how"],
        face=face,
        slips=tuple(sorted(flow.slips, key=lambda one: one.kind == "scale")),
        pages=tuple(Page(number, count) for number in range(1, count + 1)),
    )
