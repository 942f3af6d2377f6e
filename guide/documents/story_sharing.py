"""Which pictures of a story a viewer may see: cleared for them, agreed to, and resting on nothing held back.

A sentence of the story is nobody's entry, so the two decisions about it are these: somebody stands behind it
as it was read out, and a named adult cleared the picture as it stands for this very reader.  What it was made
from counts beside: a child's words need the child's wish and a clearance of their own, and nobody's plain no
is told round by way of a story.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from guide.documents.quoted import childs_runs, repeated, runs_of, whose
from guide.documents.viewers import TEAM
from guide.frozen import frozen

if TYPE_CHECKING:
    from guide.documents.sharing import Eyes

Json = Any

_REFUSED: Final = frozenset({"no", "later"})
_YES: Final = frozenset({"yes", "with-me"})
_WAITS: Final = {
    "cleared": "waits for a named adult to clear it",
    "agreed": "has a sentence that nobody stands behind yet",
    "rests": "rests on words that are held back",
}
"""What keeps a picture from somebody, and how it is said; the nearest to being shown first."""
_KEPT: Final = ("id", "title", "text", "picture", "at")


@frozen
class Telling:
    """A story before one viewer."""

    eyes: "Eyes"
    panels: tuple[Mapping[str, Json], ...]
    held: Mapping[str, Mapping[str, Json]]
    """Everything that stands on a sheet, by its id."""
    runs: Mapping[str, frozenset[str]]
    """A run of a child's words to everything children said that holds it."""

    def shown(self) -> list[dict[str, Json]]:
        """Return the pictures this viewer may see, without what others said about them."""
        return [self._as_seen(one) for one in self.panels if not self.why_held(one)]

    def waiting(self) -> list[Mapping[str, Json]]:
        """Return the pictures of which nothing but a named adult's clearance is missing."""
        if not self.eyes.viewer.people:
            return []
        return [one for one in self.panels if self.why_held(one) == "cleared"]

    def why_held(self, panel: Mapping[str, Json]) -> str:
        """Return what keeps a picture from this viewer (agreed, rests, cleared), or nothing."""
        readers = self.eyes.viewer.people
        if not readers:
            return "cleared"
        unmade = self._unmade(panel)
        if unmade:
            return unmade
        return "" if all(self.eyes.is_cleared(reader, panel) for reader in readers) else "cleared"

    def left_out(self) -> str:
        """Return which pictures are kept from this viewer and what each waits for; nothing when none is."""
        if not self.eyes.viewer.people:
            return "nobody who would read it is known here" if self.panels else ""
        why = [self.why_held(one) for one in self.panels]
        said = [
            f"{_numbers([at for at, one in enumerate(why, 1) if one == kind])} {waits}"
            for kind, waits in _WAITS.items()
            if kind in why
        ]
        return "; ".join(said)

    def _unmade(self, panel: Mapping[str, Json]) -> str:
        """Return what no clearance can stand for: nobody behind a sentence, words that are held back."""
        sentences = panel.get("sentences") or ()
        if len(sentences) != len(panel.get("text") or ()) or not all(one["agreed_by"] for one in sentences):
            return "agreed"
        teller = panel.get("by")
        if teller in self.eyes.children and not self.eyes.is_own(teller):
            return "rests"  # a child told it: nobody has asked the child for whom
        rests = all(self._may_rest(panel, name) for name in panel.get("from") or ())
        free = rests and self._repeats_nothing_held(panel) and self._repeats_no_refusal(panel)
        return "" if free else "rests"

    def _may_rest(self, panel: Mapping[str, Json], name: str) -> bool:
        """Return whether every reader may meet, in the story's words, what was said here.

        Whoever stands behind a sentence of the picture has given it to the story, whatever they wished for
        their first words.  Of what was taken off its sheet nobody knows any more who would show it.
        """
        entry = self.held.get(name)
        if entry is None:
            return False
        owner = whose(entry)
        return all(self._may_meet(reader, entry, owner, panel) for reader in self.eyes.viewer.people)

    def _may_meet(
        self, reader: str, entry: Mapping[str, Json], owner: str | None, panel: Mapping[str, Json]
    ) -> bool:
        if owner in self.eyes.children:
            return self.eyes.see_as(reader, entry, owner)
        if reader == owner:
            return True
        if not self.eyes.childs_too(reader, entry):
            return False
        wish = self.eyes.decided(reader, entry).get("wish")
        by_job = wish is None and self.eyes.roles.get(owner or "") in TEAM
        # Said by them together and by nobody in particular: whoever stands behind the sentence gives it.
        return by_job or wish in _YES or owner is None or owner in _agreeing(panel)

    def _repeats_nothing_held(self, panel: Mapping[str, Json]) -> bool:
        texts = list(_texts(panel))
        found = repeated([*texts, " ".join(texts)], self.runs)  # a saying may be cut into short sentences
        readers = self.eyes.viewer.people
        return all(
            any(self.eyes.childs_given(reader, name) for name in run) for run in found for reader in readers
        )

    def _repeats_no_refusal(self, panel: Mapping[str, Json]) -> bool:
        """Return whether no grown-up's words stand in it that they would not show to one of these readers.

        Whoever stands behind the very sentence has given it.
        """
        refused = {name: one for name, one in self.held.items() if self._is_refused(one)}
        runs = runs_of(refused)
        if not runs:
            return True
        parts = [(str(one["text"]), set(one["agreed_by"])) for one in panel.get("sentences") or ()]
        rest = {**panel, "text": ()}
        parts.append((" ".join(_texts(rest)), _agreeing(panel)))
        return all(
            any(whose(refused[name]) in agreed for name in run)
            for text, agreed in parts
            for run in repeated([text], runs)
        )

    def _is_refused(self, entry: Mapping[str, Json]) -> bool:
        owner = whose(entry)
        if owner is None or owner in self.eyes.children or "name" in entry:
            return False
        readers = self.eyes.viewer.people - {owner}
        return any(self.eyes.decided(reader, entry).get("wish") in _REFUSED for reader in readers)

    def _as_seen(self, panel: Mapping[str, Json]) -> dict[str, Json]:
        return {
            **{key: panel[key] for key in _KEPT if key in panel},
            "from": [],
            "was": [],
            "by": None,
            "sentences": [self._sentence(one) for one in panel.get("sentences") or ()],
            "share": {},
        }

    def _sentence(self, one: Mapping[str, Json]) -> dict[str, Json]:
        """Return a sentence with the reader's own part in it: nobody reads who else agreed, or did not."""
        disputed = [each for each in one.get("disputed_by") or () if self.eyes.is_own(each.get("by"))]
        agreed = [name for name in one.get("agreed_by") or () if self.eyes.is_own(name)]
        return {"text": one.get("text"), "agreed_by": agreed, "disputed_by": disputed}


def telling(eyes: "Eyes", record: Mapping[str, Json]) -> Telling:
    """Return the story of a record before one viewer."""
    return Telling(eyes, tuple(record.get("story") or ()), _held(record), childs_runs(record, eyes.children))


def named_in(panels: list[dict[str, Json]]) -> set[str]:
    """Return the names that stand in pictures, in small letters."""
    people = [one for panel in panels for one in (panel.get("picture") or {}).get("people") or ()]
    names = (one.get("name") if isinstance(one, Mapping) else one for one in people)
    return {str(name).casefold() for name in names if name}


def _held(record: Mapping[str, Json]) -> dict[str, Mapping[str, Json]]:
    sheets = (record.get("sheets") or {}).values()
    held = [
        one for sheet in sheets for kind in ("areas", "scales") for one in (sheet.get(kind) or {}).values()
    ]
    return {str(one["id"]): one for some in held for one in some if isinstance(one, Mapping)}


def _numbers(at: list[int]) -> str:
    """Return `picture 3`, or `each of pictures 3, 5 and 6`."""
    if len(at) == 1:
        return f"picture {at[0]}"
    return f"each of pictures {', '.join(map(str, at[:-1]))} and {at[-1]}"


def _agreeing(panel: Mapping[str, Json]) -> set[str]:
    """Return who stands behind a sentence of it and sees none of them differently."""
    sentences = panel.get("sentences") or ()
    differ = {each.get("by") for one in sentences for each in one.get("disputed_by") or ()}
    return {name for one in sentences for name in one.get("agreed_by") or ()} - differ


def _texts(panel: Mapping[str, Json]) -> Iterator[str]:
    """Yield all that is said and shown in a picture: title, sentences, and every word in what is drawn."""
    yield from _words((panel.get("title"), panel.get("text"), panel.get("picture")))


def _words(part: Json) -> Iterator[str]:
    match part:
        case str():
            yield part
        case Mapping():
            for one in part.values():
                yield from _words(one)
        case list() | tuple():
            for one in part:
                yield from _words(one)
