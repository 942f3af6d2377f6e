"""Papers that left before: what differs on each by now, and who holds words that are held back now.

The journal says when each paper left and for whom, and the conversation as it stood then is the same journal
up to there.  So nothing of a paper has to be kept, and one in other names is compared like any other.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from guide.documents.desk import Desk, desk_of
from guide.documents.face import Circumstances
from guide.documents.leaving import Before, Left, Picture, every_left, newest, picture_at, picture_of
from guide.documents.says import Voice, voice
from guide.documents.since import Changes, OnIt, changes, on_paper, paired
from guide.documents.viewers import FILE, Viewer, parse_for
from guide.engine.session import Session
from guide.errors import GuideError
from guide.frozen import frozen, replace

Json = Any


@frozen
class Out:
    """A paper that left, and what differs by now."""

    left: Left
    changes: Changes
    out: tuple[str, ...] = ()
    """What stands on it, and may not be shown any more to those who have it."""
    holders: tuple[str, ...] = ()
    """The names of those it was made for; nobody for the file."""


class HandedOut:
    """Everything that left one conversation, compared with how it stands now."""

    def __init__(self, session: Session, picture: Picture | None = None) -> None:
        self.session = session
        self.now = picture or picture_of(session)
        self._then: dict[int, Picture] = {}
        self._seen: dict[tuple[object, ...], dict[str, OnIt]] = {}
        self._desks: dict[tuple[object, ...], Desk] = {}

    @cached_property
    def voice(self) -> Voice:
        """The words papers are written in."""
        return voice(self.session.record.lang)

    @cached_property
    def every(self) -> tuple[Left, ...]:
        """Every paper that left, the newest first; the same paper many times where it left many times."""
        return tuple(map(self._settled, every_left(self.session.record.events)))

    def _settled(self, left: Left) -> Left:
        """Return it with its reader's id: by now they may be called otherwise, and another by that name."""
        known = {str(one["id"]) for one in self.now.record.get("people") or ()}
        if left.viewer in known | {"file", "family", "team"}:
            return left
        try:
            viewer = parse_for(left.viewer, self._picture(left).record)
        except GuideError:
            return left
        return replace(left, viewer=self._same(viewer) or viewer.kind)

    def look_again(self, picture: Picture) -> None:
        """Compare with this from now on; what stood on the papers stays as it was."""
        self.now = picture
        self._seen = {key: one for key, one in self._seen.items() if key[0] != "now"}
        self._desks = {key: one for key, one in self._desks.items() if key[0] != "now"}
        self.__dict__.pop("every", None)

    # One paper

    def compared(self, left: Left) -> Out:
        """Return what differs on a paper that left."""
        then = self._picture(left)
        try:
            had = parse_for(left.viewer, then.record)
            reads = parse_for(self._same(had) or left.viewer, self.now.record)
        except GuideError:  # nobody is called that any more
            return Out(left, Changes())
        before = self._on((left.moment,), then, had, left)
        known = self._matched(before, self._on(("now",), self.now, FILE, left), left)
        now = self._matched(before, self._on(("now",), self.now, reads, left), left)
        if had.is_file:
            return Out(left, changes(before, now, known))
        theirs = self._matched(before, self._on(("now",), self.now, had, left), left)
        out = tuple(before[key].text for key in before if key not in theirs and key in known)
        return Out(left, changes(before, now, known), out, _names(had, then.record))

    def _picture(self, left: Left) -> Picture:
        if left.moment not in self._then:
            self._then[left.moment] = picture_at(self.session, left)
        return self._then[left.moment]

    def _on(self, when: tuple[object, ...], picture: Picture, viewer: Viewer, left: Left) -> dict[str, OnIt]:
        whole = left.format if left.format in {"json", "csv"} else ""
        key = (*when, viewer, left.paper, whole)
        if key not in self._seen:
            desk = self._desks.get((*when, viewer)) or _desk(picture, viewer)
            self._desks[*when, viewer] = desk
            self._seen[key] = on_paper(desk, left.paper, left.format)
        return self._seen[key]

    @staticmethod
    def _matched(before: Mapping[str, OnIt], now: dict[str, OnIt], left: Left) -> dict[str, OnIt]:
        return paired(before, now) if left.paper == "story" else now

    @staticmethod
    def _same(viewer: Viewer) -> str:
        """Return whom a viewer of then is called by now: people keep their ids, whatever they are called."""
        return next(iter(viewer.people)) if viewer.kind == "person" else ""

    def reader(self, wanted: str) -> str:
        """Return the same for the same reader only: file, family, team, or a person's id."""
        try:
            viewer = parse_for(wanted, self.now.record)
        except GuideError:
            return wanted
        return self._same(viewer) or viewer.kind

    # All of them

    def newest(self) -> list[Out]:
        """Return what left, the newest first, once for each paper, format and reader."""
        return [self.compared(one) for one in newest(self.every, self.reader)]

    def still_out(self) -> list[Out]:
        """Return the papers somebody has that hold what is held back from them now; the newest first.

        Making a paper again does not take the one before it out of anybody's hands, so every one that left
        counts; of the same paper in two formats only the one made first.
        """
        found: dict[tuple[object, ...], Out] = {}
        handed = (left for left in reversed(self.every) if self.reader(left.viewer) != "file")
        for left in handed:
            one = self.compared(left)
            if one.out:
                found.setdefault((left.paper, self.reader(left.viewer), one.out), one)
        return [*reversed(found.values())]

    def in_place_of(self, viewer: str, *, other_names: bool = False) -> dict[str, Before]:
        """Return, for each paper this reader has that would not be the same now, what a new one says of it.

        It is the last one that differs: a paper that is only written in another format as well comes in
        place of the same one.
        """
        wanted = self.reader(viewer)
        found: dict[str, Before] = {}
        for left in self.every:
            is_theirs = self.reader(left.viewer) == wanted and left.other_names == other_names
            if is_theirs and left.paper not in found and (differs := self.compared(left).changes):
                line = self._line(left, differs, to_file=wanted == "file")
                found[left.paper] = Before(left.at, line)
        return found

    def _line(self, left: Left, differs: Changes, *, to_file: bool) -> str:
        told, when = differs.told(self.voice, to_reader=not to_file), self.voice.time(left.at)
        key = "since.in_place_with" if told else "since.in_place"
        return self.voice.say(key, when=when, changes=told)

    def called(self, left: Left) -> str:
        """Return a paper in words: what it is, for whom, of when."""
        try:
            viewer = parse_for(left.viewer, self.now.record)
        except GuideError:
            who = left.viewer
        else:
            who = viewer.name or self.voice.say(f"since.for_{viewer.kind}")
        names = self.voice.say("since.other_names") if left.other_names else ""
        paper = f"{left.paper}.{left.format}"
        return self.voice.say("since.left", paper=paper, who=who, when=self.voice.time(left.at)) + names

    def warning(self, one: Out) -> str:
        """Return who has words that are held back now, and what to do; it says none of the words."""
        return self.voice.say(
            f"since.out_{'one' if len(one.out) == 1 else 'many'}",
            names=self.voice.join(one.holders) if one.holders else self.voice.say("since.somebody"),
            n=len(one.out),
            paper=one.left.paper,
            when=self.voice.time(one.left.at),
        )


def _desk(picture: Picture, viewer: Viewer) -> Desk:
    return desk_of(
        picture.record, picture.flow, picture.sheets, Circumstances(viewer, "", "", picture.invented)
    )


def _names(viewer: Viewer, record: Mapping[str, Json]) -> tuple[str, ...]:
    return tuple(str(one["name"]) for one in record.get("people") or () if one["id"] in viewer.people)
