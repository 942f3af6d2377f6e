"""Choosing who holds whom in one picture, and who carries what, in small windows."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from guide.ui.pictured import Picture, people_in, things
from guide.ui.says import say
from guide.ui.screens.page import Page

Json = Any
Then = Callable[[Picture], Any]
IsSmall = Callable[[str], bool]

_NOBODY: Final = ".nobody"
_THING: Final = ".thing"
_LEAVE: Final = ".leave"
_OTHER: Final = ".other"
_HELD: Final = ("hand", "carries", "holds")


def ask_holding(page: Page, picture: Picture, is_small: IsSmall, then: Then) -> None:
    """Ask who holds somebody or something, then whom or what; `then` is given the whole picture.

    Only who `is_small` can be in somebody's arms.
    """
    people = people_in(picture)
    names = {str(at): str(one.get("name", "")) for at, one in enumerate(people)}
    if len(names) == 1:
        _ask_what(page, picture, 0, is_small, then)
    elif names:
        later = page.call_later
        page.pick(say("hold.who"), names, lambda at: later(_ask_what, page, picture, int(at), is_small, then))


def _ask_what(page: Page, picture: Picture, at: int, is_small: IsSmall, then: Then) -> None:
    people = people_in(picture)
    who = str(people[at].get("name", ""))
    options = {_LEAVE: say("look.leave"), _NOBODY: say("hold.nobody")}
    for other, one in enumerate(people):
        if other != at:
            name = str(one.get("name", ""))
            options[f"hand {other}"] = say("hold.hand", who=name)
            options |= {f"carries {other}": say("hold.carries", who=name)} if is_small(name) else {}
    options[_THING] = say("hold.thing")

    def take(key: str) -> None:
        if key == _THING:
            page.call_later(_ask_thing, page, who, lambda thing: then(_holding(picture, at, "holds", thing)))
        elif key == _NOBODY:
            then(_holding(picture, at, "", ""))
        elif key != _LEAVE:
            deed, _, other = key.partition(" ")
            then(_holding(picture, at, deed, str(people[int(other)].get("name", ""))))

    page.pick(say("hold.whom", who=who), options, take)


def _ask_thing(page: Page, who: str, then: Callable[[str], Any]) -> None:
    title = say("hold.what", who=who)
    options = {one: one for one in things()} | {_OTHER: say("picture.something")}

    def take(key: str) -> None:
        if key == _OTHER:
            page.call_later(page.ask_words, title, "", then)
        else:
            then(key)

    page.pick(title, options, take)


def _holding(picture: Mapping[str, Json], at: int, deed: str, what: str) -> Picture:
    """Return the picture with what one person holds: a hand, somebody in their arms, or a thing."""
    people = [dict(one) for one in people_in(picture)]
    for key in _HELD:
        people[at].pop(key, None)
    me = str(people[at].get("name", "")).casefold()
    if deed in {"hand", "carries"}:
        # Two cannot each hold the other: what the other one held of this one gives way.
        for one in people:
            for key in ("hand", "carries"):
                if str(one.get("name", "")) == what and str(one.get(key, "")).casefold() == me:
                    one.pop(key)
    if deed:
        people[at][deed] = what
    return {**picture, "people": people}
