"""How papers are wished for on paper: on which size of sheet, and how many pictures of a story on a page."""

from typing import Final

from guide.errors import WrongUse
from guide.frozen import frozen

PAGES: Final = ("a4", "a3")
"""The sizes of paper that can be wished for."""
PANELS: Final = ("1", "2", "4")
"""How many pictures of a story may stand on a page."""


@frozen
class Printing:
    """What was wished for; nothing for what each paper is made for."""

    sheet: str = ""
    """`A4` or `A3`."""
    panels: int = 0


def printing_of(page: str = "", panels: str = "") -> Printing:
    """Read `a3` and `4`; raises WrongUse, one sentence, for what there is not."""
    if page and page.casefold() not in PAGES:
        raise WrongUse(f"There is no paper called “{page[:40]}”: use {' or '.join(PAGES)}.")
    if panels and panels not in PANELS:
        raise WrongUse(
            f"A story has 1, 2 or 4 pictures on a page, not “{panels[:40]}”: use {', '.join(PANELS)}."
        )
    return Printing(page.upper(), int(panels or 0))
