"""Who may see what: takes out of a record everything a viewer was not given, before any paper is laid out.

Papers, tables and JSON are made from what `shown_to` returns and from nothing else, so a word held back can
be in no byte of them.  Nothing here decides: it reads the two decisions people made about each entry, the
wish of the person whose words they are and a named adult's clearance.  What is kept is listed, key by key;
a key that somebody adds to the record later stays in the file until it is listed here.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final

from guide.documents.quoted import Childs, childs_part, said_by, whose
from guide.documents.shapes import Flow
from guide.documents.story_sharing import named_in, telling
from guide.documents.viewers import FAMILY, TEAM, Viewer, is_child
from guide.errors import GuideError
from guide.frozen import frozen

Json = Any

FOUND_QUESTION: Final = "Could someone who might hurt or be angry find this paper?"
"""Asked before every paper that holds a child's words (design 8.6)."""

_BESIDE: Final = frozenset({"flow", "sheet_shapes", "before"})
"""What stands beside a record and is none of it."""
_SESSION: Final = ("id", "flow", "version", "form", "level", "lang", "invented", "started", "finished")
_ENTRY: Final = ("id", "text", "by", "typed_by", "form", "step", "at", "about")
_RATING: Final = (
    "id", "by", "value", "of", "guessed_by", "because", "lower", "higher", "small_step", "at", "step",
)  # fmt: skip
_ANSWER: Final = (
    "id",
    "step",
    "of",
    "by",
    "kind",
    "value",
    "pass",
    "part",
    "at",
    "status",
    "entries",
    "given",
)
_PERSON: Final = ("id", "name", "as", "left")
_NOBODY: Final = {"age": None, "band": None}
_YES: Final = frozenset({"yes", "with-me"})
_MADE_BY: Final = frozenset({"child", "worker", "lead", "case_holder"})


class NotAnswered(GuideError):
    """Nobody has said yet whether a paper with a child's words could be found."""


@frozen
class Eyes:
    """What one viewer may see of one record."""

    viewer: Viewer
    roles: Mapping[str, str]
    """Person to role."""
    children: frozenset[str]
    """Everybody whose words are a child's words."""
    flow: Flow
    said: Mapping[str, Mapping[str, Json]]
    """Everything children said, by its id."""
    parts: Mapping[str, Childs]
    """What others put down to what a child said in it."""

    @property
    def has_family(self) -> bool:
        """Whether anybody reads it whose job this is not."""
        return any(self.roles.get(reader) not in TEAM for reader in self.viewer.people)

    def is_own(self, owner: str | None) -> bool:
        """Return whether everybody who reads it said it."""
        return bool(self.viewer.people) and all(reader == owner for reader in self.viewer.people)

    def see(self, one: Mapping[str, Json], owner: str | None) -> bool:
        """Return whether every reader said this or was given it."""
        readers = self.viewer.people
        return bool(readers) and all(self.see_as(reader, one, owner) for reader in readers)

    def see_as(self, reader: str, one: Mapping[str, Json], owner: str | None) -> bool:
        """Return whether one reader said this or was given it."""
        return reader == owner or (self._given(reader, one, owner) and self.childs_too(reader, one))

    def childs_too(self, reader: str, one: Mapping[str, Json]) -> bool:
        """Return whether what a child said in somebody else's words was given too.

        Clearing a note does not stand for the child's yes: not to the note, and not to what it repeats.
        """
        part = self.parts.get(str(one.get("id")))
        if part is None:
            return True
        if part.is_told and self.decided(reader, one).get("wish") not in _YES:
            return False
        return all(any(self.childs_given(reader, name) for name in run) for run in part.repeats)

    def childs_given(self, reader: str, name: str) -> bool:
        """Return whether a reader may have what a child said."""
        said = self.said[name]
        return reader == whose(said) or self._given(reader, said, whose(said))

    def _given(self, reader: str, one: Mapping[str, Json], owner: str | None) -> bool:
        """Return whether both decisions were made for this reader."""
        if not self.is_cleared(reader, one):
            return False
        decision = self.decided(reader, one)
        if decision.get("wish") is None:
            # What somebody put down as part of their job is theirs to give: clearing it is the decision.
            return self.roles.get(owner or "") in TEAM
        return decision["wish"] in _YES

    def is_cleared(self, reader: str, one: Mapping[str, Json]) -> bool:
        """Return whether a named adult cleared it for this reader."""
        cleared = self.decided(reader, one).get("cleared") or {}
        by = cleared.get("by") if isinstance(cleared, Mapping) else cleared
        return bool(by) and by not in self.children

    def decided(self, reader: str, one: Mapping[str, Json]) -> Mapping[str, Json]:
        """Return what was decided for this reader by name, else for all of their side."""
        share = one.get("share") or {}
        role = self.roles.get(reader)
        group = "family" if role in FAMILY else "team" if role in TEAM else reader
        return share.get(reader, share.get(group)) or {}

    def see_standing(self, entry: Mapping[str, Json], area: str) -> bool:
        """Return whether this viewer may see where an entry stands.

        Sorting onto another sheet is the worker's own page: a mother is not to meet her sentence again
        as a worry about her.
        """
        step = self.flow.steps.get(str(entry.get("step")))
        home = {place.partition(".")[0] for place in step.into} if step else set()
        return not home or area.partition(".")[0] in home or not self.has_family


def shown_to(viewer: Viewer, record: Mapping[str, Json], flow: Flow) -> dict[str, Json]:
    """Return the record as this viewer may see it, in the shape of a record; the file sees all of it."""
    if viewer.is_file:
        return {key: value for key, value in record.items() if key not in _BESIDE}
    eyes = eyes_of(viewer, record, flow)
    sheets = {name: _sheet_shown(eyes, sheet) for name, sheet in (record.get("sheets") or {}).items()}
    texts = {one["id"]: one.get("text") for one in _entries_of(sheets)}
    _unlink(eyes, sheets, texts)
    given = [one for one in record.get("answers") or () if _sees_answer(eyes, one, texts)]
    answers = [_answer_shown(one, texts) for one in given]
    story = telling(eyes, record).shown()
    session = record.get("session") or {}
    return {
        "format": record.get("format"),
        "session": {"thread": None, **_only(session, _SESSION)},
        "people": _people_shown(eyes, record, sheets, answers, named_in(story)),
        "sheets": sheets,
        "story": story,
        **{key: [] for key in ("asides", "urgent", "later", "gaps")},
        "answers": answers,
        # The journal's hash is made from every word in it; a short word could be guessed back from it.
        "head": {"seq": 0, "hash": ""},
    }


def eyes_of(viewer: Viewer, record: Mapping[str, Json], flow: Flow) -> Eyes:
    """Return what this viewer may see of this record."""
    people = record.get("people") or ()
    roles = {one["id"]: str(one.get("as", "")) for one in people}
    children = frozenset(one["id"] for one in people if is_child(one))
    return Eyes(viewer, roles, children, flow, said_by(record, children), childs_part(record, children))


def disputes(value: Json) -> list[tuple[str, str]]:
    """Return person and words of each dispute, whichever way the record writes them."""
    if isinstance(value, Mapping):
        return [(str(name), str(words or "")) for name, words in value.items()]
    pairs: list[tuple[str, str]] = []
    for one in value or ():
        if isinstance(one, Mapping):
            pairs.append((str(one.get("by") or ""), str(one.get("says") or one.get("text") or "")))
        else:
            pairs.append((one, "") if isinstance(one, str) else (str(one[0]), str(one[1])))
    return pairs


def _sheet_shown(eyes: Eyes, sheet: Mapping[str, Json]) -> dict[str, Json]:
    areas = {
        name: [_entry_shown(eyes, one) for one in held if _sees_entry(eyes, one, name)]
        for name, held in (sheet.get("areas") or {}).items()
    }
    scales = {
        name: [_rating_shown(eyes, one) for one in held if eyes.see(one, whose(one))]
        for name, held in (sheet.get("scales") or {}).items()
    }
    return {"areas": areas, "scales": scales}


def _sees_entry(eyes: Eyes, entry: Json, area: str) -> bool:
    if not isinstance(entry, Mapping):
        return eyes.is_own(str(entry))
    owner = entry.get("by") or (entry["id"] if "name" in entry else None)
    return eyes.see(entry, owner) and eyes.see_standing(entry, area)


def _entry_shown(eyes: Eyes, entry: Json) -> Json:
    """Return an entry without what belongs to somebody else.

    A question as it was put may quote another person's words, and a source may name somebody who would
    be hurt for it: both stay in the file.
    """
    if not isinstance(entry, Mapping):
        return entry
    if "name" in entry:
        return _only(entry, ("id", "name", "as"))
    own = eyes.is_own(entry.get("by"))
    more = [one for one in entry.get("followups") or () if not one.get("by") or one["by"] == entry.get("by")]
    return {
        **_only(entry, _ENTRY),
        "asked": None,
        "was": list(entry.get("was") or ()) if own else [],
        "followups": [{"asked": None, "text": one.get("text"), "at": one.get("at")} for one in more],
        "source": entry.get("source") if own else "said",
        "from": entry.get("from") if own else None,
        **_decisions_shown(eyes, entry),
    }


def _rating_shown(eyes: Eyes, rating: Mapping[str, Json]) -> dict[str, Json]:
    return {**_only(rating, _RATING), "asked": None, **_decisions_shown(eyes, rating)}


def _decisions_shown(eyes: Eyes, one: Mapping[str, Json]) -> dict[str, Json]:
    """Return the reader's own part in what was decided: nobody reads what others may not see."""
    readers = eyes.viewer.people
    share = {
        name: {"wish": each.get("wish"), "words": "", "cleared": None}
        for name, each in (one.get("share") or {}).items()
        if name in readers | {eyes.viewer.kind}
    }
    disputed = [pair for pair in disputes(one.get("disputed_by")) if eyes.is_own(pair[0])]
    return {
        "share": share,
        "agreed_by": [name for name in one.get("agreed_by") or () if eyes.is_own(name)],
        "disputed_by": [{"by": name, "says": words} for name, words in disputed],
    }


def _entries_of(sheets: Mapping[str, Json]) -> Iterable[dict[str, Json]]:
    for sheet in sheets.values():
        for held in sheet["areas"].values():
            yield from (one for one in held if isinstance(one, dict) and "text" in one)


def _unlink(eyes: Eyes, sheets: Mapping[str, Json], shown: Mapping[str, Json]) -> None:
    """Take out links to what is not shown, and what others wrote down about somebody's words."""
    for one in _entries_of(sheets):
        if one.get("about") not in shown and not eyes.is_own(one.get("by")):
            one["about"] = None


def _sees_answer(eyes: Eyes, answer: Mapping[str, Json], shown: Mapping[str, Json]) -> bool:
    """Return whether an answer may be seen: one's own, or one whose every entry may be seen.

    What was answered on a worker's page leaves for nobody outside the team.
    """
    step = eyes.flow.steps.get(str(answer.get("step")))
    if step is None or step.kind in {"sort", "review", "people"}:
        return False
    if step.held_with == "worker" and eyes.has_family:
        return False
    linked = set(answer.get("entries") or ())
    return eyes.is_own(answer.get("by")) or (bool(linked) and linked <= shown.keys())


def _answer_shown(answer: Mapping[str, Json], shown: Mapping[str, Json]) -> dict[str, Json]:
    """Return an answer; one that stands on a sheet with the words that stand there and no others."""
    kept = _only(answer, _ANSWER)
    linked = answer.get("entries") or ()
    if linked:
        kept["entries"] = [name for name in linked if name in shown]
        kept["value"] = " ".join(str(shown[name]) for name in kept["entries"])
    elif isinstance(kept.get("value"), Mapping):
        kept["value"] = None
    return kept if kept.get("given") else {**kept, "asked": None}


def _people_shown(
    eyes: Eyes, record: Json, sheets: Mapping[str, Json], answers: Json, drawn: AbstractSet[str]
) -> list[Json]:
    """Return the readers, the child, the worker, and whoever's words are shown or who is in a picture.

    Somebody a child spoke of in words that are held back is not in the list.
    """
    held = [one for sheet in sheets.values() for kind in ("areas", "scales") for one in sheet[kind].values()]
    shown = [*(each for some in held for each in some), *answers]
    named = {name for one in shown for name in _people_of(one)} | eyes.viewer.people
    everybody = record.get("people") or ()
    called = [str(one.get("name")).casefold() for one in everybody]
    pictured = {
        one["id"]
        for one, name in zip(everybody, called, strict=True)
        if name in drawn and called.count(name) == 1
    }
    known = eyes.viewer.people | pictured  # how tall somebody is drawn follows from their age
    seen = [one for one in everybody if one["id"] in named | pictured or one.get("as") in _MADE_BY]
    return [dict(one) if one["id"] in known else {**_NOBODY, **_only(one, _PERSON)} for one in seen]


def _only(one: Mapping[str, Json], keys: tuple[str, ...]) -> dict[str, Json]:
    return {key: one[key] for key in keys if key in one}


def _people_of(one: Json) -> list[str]:
    if not isinstance(one, Mapping):
        return [str(one)]
    keys = ("id", "by", "typed_by", "guessed_by") if "name" in one else ("by", "typed_by", "guessed_by")
    return [str(one[key]) for key in keys if one.get(key)]


def holds_childs_words(viewer: Viewer, record: Mapping[str, Json], shown: Mapping[str, Json]) -> bool:
    """Return whether what is shown outside the file holds anything a child said, drew or chose."""
    if viewer.is_file:
        return False
    if shown["story"]:
        return True  # it tells a child's own days, whoever found the words
    children = frozenset(one["id"] for one in record.get("people") or () if is_child(one))
    marks = [one for sheet in shown["sheets"].values() for scale in sheet["scales"].values() for one in scale]
    held = [*_entries_of(shown["sheets"]), *marks]
    owners = {whose(one) for one in (*held, *shown["answers"])}
    return bool(children & owners) or not childs_part(record, children).keys().isdisjoint(
        one["id"] for one in held
    )


def ask_found(found: str | None) -> None:
    """Let a paper be made only where nobody who might hurt or be angry could find it.

    Raises NotAnswered, and GuideError for any other answer than no.
    """
    answered = (found or "").strip().casefold()
    if answered == "no":
        return
    if not answered:
        raise NotAnswered(f"A child's words would be on it, so first answer: {FOUND_QUESTION}")
    raise GuideError(
        "No paper was made, since somebody who might hurt or be angry could find it: keep these words in the "
        "file and talk with your manager about how to show them."
    )
