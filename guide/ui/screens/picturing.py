"""Choosing a picture in words: who is in it, where, how they feel, what is there, what they say."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from guide.ui.pictured import FEELINGS, Picture, people_in, places, things, words_of
from guide.ui.says import say
from guide.ui.screens.holding import ask_holding
from guide.ui.screens.looking import Looking
from guide.ui.screens.page import Page

Json = Any
Then = Callable[[Picture], Any]

_OTHER: Final = ".other"
_NONE: Final = ".none"

PARTS: Final = ("who", "where", "feel", "look", "hold", "things", "says")
"""What can be chosen, in the order it is asked."""

OF_PEOPLE: Final = frozenset({"feel", "look", "hold", "says"})
"""What there is nothing to choose for while nobody is in the picture."""


class Picturing:
    """Asks, in small windows over a page, for one part of a picture after another."""

    def __init__(self, page: Page, names: Sequence[str], looking: Looking) -> None:
        self.page = page
        self.names = names
        """Who may be in it: everybody known here."""
        self.looking = looking
        """Asks how they look, which holds in every picture."""

    def ask(self, part: str, picture: Mapping[str, Json], then: Then) -> None:
        """Ask for one of the parts; `then` is given the whole picture as it is now."""
        asks: Mapping[str, Callable[[Picture, Then], None]] = {
            "who": self._who, "where": self._where, "feel": self._feel, "things": self._things,
            "says": self._says, "look": self._look, "hold": self._hold,
        }  # fmt: skip
        asks[part](dict(picture), then)

    # Who

    def _who(self, picture: Picture, then: Then) -> None:
        here = {str(one.get("name", "")): one for one in people_in(picture)}
        options = {name: name for name in dict.fromkeys((*self.names, *here)) if name}

        def keep(names: Sequence[str]) -> None:
            people = [dict(here.get(name, {"name": name, "feeling": "ok"})) for name in names]
            then({**picture, "people": people})

        others = say("picture.somebody"), say("picture.nobody")
        self._several(say("picture.ask.who"), options, list(here), others, keep)

    # Where

    def _where(self, picture: Picture, then: Then) -> None:
        known = places()
        options = dict(known)
        options |= {_OTHER: say("picture.elsewhere"), _NONE: say("picture.nowhere")}

        def keep(key: str) -> None:
            if key == _OTHER:
                now = str(picture.get("place") or "")
                now = "" if now in known else now
                self._words(say("picture.ask.where"), now, lambda words: then({**picture, "place": words}))
            else:
                then({**picture, "place": "" if key == _NONE else key})

        self.page.pick(say("picture.ask.where"), options, keep)

    # How they look, whom they hold

    def _look(self, picture: Picture, _: Then) -> None:
        self.looking.ask([name for one in people_in(picture) if (name := str(one.get("name", "")))])

    def _hold(self, picture: Picture, then: Then) -> None:
        ask_holding(self.page, picture, self.looking.is_small, then)

    # Feelings

    def _feel(self, picture: Picture, then: Then) -> None:
        names = {str(at): str(one.get("name", "")) for at, one in enumerate(people_in(picture))}
        if len(names) == 1:
            self._feeling(picture, 0, then)
        elif names:
            later = self.page.call_later
            self.page.pick(
                say("picture.ask.whose"), names, lambda at: later(self._feeling, picture, int(at), then)
            )

    def _feeling(self, picture: Picture, at: int, then: Then) -> None:
        people = [dict(one) for one in people_in(picture)]
        title = say("picture.ask.feel", who=str(people[at].get("name", "")))
        own = {one: say(f"picture.feel.{one}") for one in ("blank", "ok")}
        options = own | {one: one for one in FEELINGS} | {_OTHER: say("picture.other_word")}

        def feels(words: str) -> None:
            people[at]["feeling"] = words
            then({**picture, "people": people})

        self.page.pick(
            title, options, lambda key: self._words(title, "", feels) if key == _OTHER else feels(key)
        )

    # Things

    def _things(self, picture: Picture, then: Then) -> None:
        here = [words_of(one) for one in picture.get("things") or ()]
        options = {one: one for one in things()}
        options |= {one: one for one in here if one and one not in options}
        self._several(
            say("picture.ask.things"),
            options,
            here,
            (say("picture.something"), say("picture.nothing")),
            lambda things: then({**picture, "things": list(things)}),
        )

    # What is said

    def _says(self, picture: Picture, then: Then) -> None:
        bubbles = list(picture.get("bubbles") or ())
        options = {f"-{at}": say("picture.unsay", words=words_of(one)) for at, one in enumerate(bubbles)}
        for person in people_in(picture):
            name = str(person.get("name", ""))
            options |= {f"speech {name}": say("picture.who_says", who=name)}
            options |= {f"thought {name}": say("picture.who_thinks", who=name)}

        def keep(key: str) -> None:
            if key.startswith("-"):
                del bubbles[int(key[1:])]
                then({**picture, "bubbles": bubbles})
                return
            kind, _, name = key.partition(" ")
            title = options[key]

            def said(words: str) -> None:
                then({**picture, "bubbles": [*bubbles, {"by": name, "text": words, "kind": kind}]})

            self._words(title, "", said)

        if options:
            self.page.pick(say("picture.ask.says"), options, keep)

    # Windows

    def _words(self, title: str, text: str, then: Callable[[str], Any]) -> None:
        # One window after the other: one opened while another still closes is drawn without its style.
        self.page.call_later(self.page.ask_words, title, text, then)

    def _several(
        self,
        title: str,
        options: Mapping[str, str],
        marked: Sequence[str],
        others: tuple[str, str],
        then: Callable[[list[str]], Any],
    ) -> None:
        """Let several be marked; somebody or something else is written."""
        from guide.ui.screens.picking import PickSeveral

        keys = list(options)
        shown = {str(at): options[key] for at, key in enumerate(keys)}
        other, none = others
        shown |= {"other": other, "none": none}

        def take(chosen: str | None) -> None:
            if not chosen:
                return
            found = [keys[int(one)] for one in chosen.split() if one.isdecimal()]
            if "other" in chosen.split():
                self._words(other, "", lambda words: then([*found, *_named(words)]))
            else:
                then(found)

        window = PickSeveral(title, shown, marked=[str(keys.index(one)) for one in marked if one in keys])
        self.page.app.push_screen(window, take)


def _named(words: str) -> list[str]:
    return [one.strip() for one in words.replace("\n", ",").split(",") if one.strip()]
