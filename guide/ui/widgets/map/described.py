"""Tells everything about one thing on the sheet: who said it, how it was asked, what it was before."""

from collections.abc import Callable, Iterator
from typing import Final

from guide.map.model import Entry, Rating
from guide.ui.says import say
from guide.ui.widgets.map.entry import about_of
from guide.ui.widgets.map.marks import mark_text

_LONG: Final = 120
"""Signs of somebody's words that stand in a heading; all of them stand on the sheet."""
_WISHES: Final = frozenset({"yes", "no", "with-me", "later"})

Name = Callable[[str | None], str]


def described(held: Entry | Rating, name: Name) -> tuple[str, str]:
    """Return what it is, shortened, and a line for each thing that is known about it."""
    if isinstance(held, Rating):
        return mark_text(held, name), "\n".join(_known(held, name))
    return shortened(held.text), "\n".join((about_of(held, name), *_known(held, name))).strip()


def shortened(text: str) -> str:
    """Return the beginning of somebody's words on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONG else f"{line[:_LONG].rstrip()} …"


def _known(held: Entry | Rating, name: Name) -> Iterator[str]:
    if isinstance(held, Entry) and held.typed_by and held.typed_by != held.by:
        yield say("map.typed_by", who=name(held.typed_by))
    yield say("map.asked", asked=shortened(held.asked)) if held.asked else say("map.by_hand")
    if held.was:
        first = held.was[0]
        yield say("map.was", words=shortened(first if isinstance(first, str) else f"{first:g}"))
    for viewer, share in held.share.items():
        if share.wish:
            cleared = say("map.cleared") if share.cleared else say("map.not_cleared")
            wish = say(f"map.wish.{share.wish}") if share.wish in _WISHES else share.wish
            yield say("map.share", who=name(viewer) or viewer, wish=wish, cleared=cleared)
