"""Writes down who may see what was said, and who agrees with it: two decisions, and neither is made here."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from guide.frozen import replace
from guide.map.ledger import Ledger
from guide.map.model import Entry, Rating, Share

WISHES: Final = ("yes", "no", "with-me", "later")


def touch(ledger: Ledger, target: str, **changes: Any) -> None:
    """Change an entry or a rating."""
    for name in ("entries", "ratings"):
        held = ledger.of(name)
        if target in held:
            held[target] = replace(held[target], **changes)


def held_as(ledger: Ledger, target: str) -> Entry | Rating | None:
    """Return an entry or a rating as it stands."""
    found: Entry | Rating | None = ledger.of("entries").get(target) or ledger.of("ratings").get(target)
    return found


def wish(ledger: Ledger, target: str, wishes: Mapping[str, Any]) -> None:
    """Write down what the person wishes for each viewer: a plain wish, their own words, or both.

    Words alone are no permission: nothing is shown on them until somebody asks again.
    """
    one = held_as(ledger, target)
    if one is None:
        return
    share = dict(one.share)
    for viewer, said in wishes.items():
        plain, words = _plainly(said)
        share[viewer] = replace(share.get(viewer, Share()), wish=plain, words=words)
    touch(ledger, target, share=share)


def _plainly(said: Any) -> tuple[str, str]:
    if isinstance(said, Mapping):
        return str(said["wish"]), str(said["words"])
    return (said, "") if said in WISHES else ("no", str(said))


def cleared(ledger: Ledger, target: str, viewer: str, stamp: Mapping[str, str]) -> None:
    """Write down a named adult's decision; the person's own wish stays what it was."""
    panels = ledger.of("panels")
    one = held_as(ledger, target) or panels.get(target)
    if one is None:
        return
    known = one.share.get(viewer, Share())
    share = {**one.share, viewer: replace(known, cleared=stamp)}
    if target in panels:
        panels[target] = replace(one, share=share)
    else:
        touch(ledger, target, share=share)


def agreed(ledger: Ledger, target: str, people: Sequence[str]) -> None:
    """Write down who agrees; whoever disagreed before no longer does."""
    one = held_as(ledger, target)
    if one is not None:
        touch(
            ledger,
            target,
            agreed_by=tuple(dict.fromkeys((*one.agreed_by, *people))),
            disputed_by=tuple(pair for pair in one.disputed_by if pair[0] not in people),
        )


def disputed(ledger: Ledger, target: str, words: Mapping[str, str]) -> None:
    """Write down who disagrees, and with which words."""
    one = held_as(ledger, target)
    if one is not None:
        kept = tuple(pair for pair in one.disputed_by if pair[0] not in words)
        touch(
            ledger,
            target,
            disputed_by=(*kept, *words.items()),
            agreed_by=tuple(by for by in one.agreed_by if by not in words),
        )
