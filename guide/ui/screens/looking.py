"""Choosing how somebody looks, in small windows; what is said holds in every picture of the story."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from guide.ui.pictured import ASPECTS, choices_of, look_says, look_with
from guide.ui.says import say
from guide.ui.screens.page import Page
from guide.ui.talking import Talking

_LEAVE: Final = ".leave"
_OTHER: Final = ".other"
_READY: Final = ".ready"


class Looking:
    """Asks whose look it is, then for one thing after another, until it is enough."""

    def __init__(
        self, page: Page, talking: Talking, keep: Callable[[str, str, Callable[[], Any]], Any]
    ) -> None:
        self.page = page
        self.look_of = talking.look_of
        """What was said of somebody's looks so far, by name."""
        self.is_small = talking.is_small
        """Whether somebody is small enough to be carried."""
        self.keep = keep
        """Keeps what is said now: the name, all of the look, and what to do when it is kept."""

    def ask(self, names: Sequence[str]) -> None:
        """Ask whose look it is; with one person only, go on at once."""
        if len(names) == 1:
            self._things(names[0])
        elif names:
            shown = {str(at): name for at, name in enumerate(names)}
            self._pick(say("look.whose"), shown, lambda at: self._things(names[int(at)]))

    def _things(self, name: str) -> None:
        look = self.look_of(name)
        options = {one: _with_now(say(f"look.{one}"), look_says(look, one)) for one in ASPECTS}
        others = look_says(look, "")
        options |= {_OTHER: _with_now(say("look.other"), others), _READY: say("look.ready")}

        def ask(key: str) -> None:
            if key == _OTHER:
                title = say("look.ask.other", who=name)
                self._words(title, others, lambda words: self._keep(name, "", words))
            elif key != _READY:
                self._choose(name, key)

        self._pick(say("look.what", who=name), options, ask)

    def _choose(self, name: str, aspect: str) -> None:
        options = {_LEAVE: say("look.leave")} | choices_of(aspect)

        def take(key: str) -> None:
            if key == _LEAVE:
                self.page.call_later(self._things, name)
            else:
                self._keep(name, aspect, options[key])

        self._pick(say(f"look.ask.{aspect}", who=name), options, take)

    def _keep(self, name: str, aspect: str, words: str) -> None:
        now = self.look_of(name)
        new = look_with(now, aspect, words)
        if new == now:
            self._things(name)
        else:
            self.keep(name, new, lambda: self.page.call_later(self._things, name))

    # Windows: one after the other, for one opened while another still closes is drawn without its style.

    def _pick(self, title: str, options: Mapping[str, str], then: Callable[[str], Any]) -> None:
        self.page.call_later(self.page.pick, title, options, then)

    def _words(self, title: str, text: str, then: Callable[[str], Any]) -> None:
        self.page.call_later(self.page.ask_words, title, text, then)


def _with_now(label: str, now: str) -> str:
    return f"{label}: {now}" if now else label
