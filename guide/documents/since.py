"""What differs between a paper as it left and as it would be made now: by count, and in words for the file.

Two papers are compared by what was said and stands on them, each thing by its own id: what is new, what was
put differently, what stands elsewhere, what was taken off, and what is held back now.  Nothing is compared
that nobody said, so another date or an agency's new colours make no paper stale.
"""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, Final

from guide.documents.desk import Desk
from guide.documents.pages.record import Given
from guide.documents.pages.sheet import Reasons
from guide.documents.papers import page_of
from guide.documents.quotes import Mark, Quote
from guide.documents.says import Voice
from guide.errors import GuideError
from guide.frozen import fields, frozen, is_frozen

Json = Any

KINDS: Final = ("new", "changed", "elsewhere", "gone", "held")
"""In the order they are told."""
_READERS: Final = ("new", "changed", "elsewhere")
"""What a reader's own paper tells; what is missing is not pointed at, as somebody may have taken it back."""


@frozen
class OnIt:
    """One thing on a paper."""

    text: str
    """The words that are compared."""
    signature: tuple[str, ...] = ()
    """What else belongs to it: what was added, who sees it differently."""
    place: str = ""


@frozen
class Changes:
    """What differs on a paper; each of these is the words it is about."""

    new: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    """The words before and now."""
    elsewhere: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    """Taken off, or no longer on the way the conversation took."""
    held: tuple[str, ...] = ()
    """Still known, and no longer for this reader to see."""

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return any(getattr(self, kind) for kind in KINDS)

    def told(self, voice: Voice, *, to_reader: bool = False) -> str:
        """Return the counts in words; to a reader only what they can see on the new paper."""
        kinds = _READERS if to_reader else KINDS
        counts = [(kind, n) for kind in kinds if (n := len(getattr(self, kind)))]
        parts: list[str] = []
        for kind, n in counts:
            # Only the first says of what: "2 sentences are new and 1 has changed".
            what = str(n) if parts else voice.say("since.sentence" if n == 1 else "since.sentences", n=n)
            parts.append(voice.say(f"since.{kind}_{'one' if n == 1 else 'many'}", what=what))
        return voice.join(parts) if parts else ""


def on_paper(desk: Desk, paper: str, form: str) -> dict[str, OnIt]:
    """Return everything said that stands on a paper as this desk's viewer sees it, by its id.

    Nothing where there is no such paper, or nothing to put on it.
    """
    if form == "csv":
        return {key: one for sheet in desk.sheets for key, one in _of(_everything(desk, sheet)).items()}
    if paper == "story":
        return _of_story(desk.record)
    try:
        page = page_of(desk, "record" if form == "json" else paper)
    except GuideError:
        page = None
    return {**_of(page), **(_of_story(desk.record) if form == "json" else {})}


def changes(before: Mapping[str, OnIt], now: Mapping[str, OnIt], known: Mapping[str, OnIt]) -> Changes:
    """Return what differs; `known` is what the same paper would hold for the file."""
    left = [key for key in before if key not in now]
    both = [(before[key], now[key]) for key in before if key in now]
    return Changes(
        new=tuple(now[key].text for key in now if key not in before),
        changed=tuple((old.text, new.text) for old, new in both if _words(old) != _words(new)),
        elsewhere=tuple(
            new.text for old, new in both if _words(old) == _words(new) and old.place != new.place
        ),
        gone=tuple(before[key].text for key in left if key not in known),
        held=tuple(before[key].text for key in left if key in known),
    )


def _words(one: OnIt) -> tuple[str, ...]:
    return (one.text, *one.signature)


def _of(page: Any) -> dict[str, OnIt]:
    """Return what was said on a page, whatever it is laid out as."""
    found: dict[str, OnIt] = {}
    for one, place in _said(page, ""):
        match one:
            case Quote():
                sides = (f"{other.who} {other.words}" for other in one.disputed)
                found[one.id] = OnIt(one.text, (*one.more, one.agreed, *sides, *one.together), place)
            case Mark():
                why = (*one.because, *one.lower, *one.higher, *one.small_step)
                found[one.id] = OnIt(one.says, why)
            case Given():
                more = tuple(text for pair in one.more for text in pair)
                key = one.id or f"{one.when} {one.text}"
                found[key] = OnIt(one.text or one.note, (*more, one.agreed, *one.places))
    return found


def _said(part: Any, place: str) -> Iterator[tuple[Any, str]]:
    """Yield everything said on a part of a page, with the place it stands in."""
    match part:
        case Quote() | Mark() | Given():
            yield part, place
        case Reasons():
            yield part.mark, place
        case list() | tuple():
            for one in part:
                yield from _said(one, place)
        case _ if is_frozen(part):
            own = str(getattr(part, "id", "") or getattr(part, "title", "") or place)
            for one in fields(part):
                yield from _said(getattr(part, one.name), own)


@frozen
class _Sheet:
    """A whole sheet, however it is drawn."""

    cells: tuple[Any, ...]
    lines: tuple[Any, ...]


def _everything(desk: Desk, sheet: Any) -> _Sheet:
    laid = desk.laid(sheet)
    return _Sheet(tuple(laid.cell(one) for one in sheet.areas if one.holds != "ratings"), laid.lines())


def _of_story(record: Mapping[str, Json]) -> dict[str, OnIt]:
    """Return the titles, sentences and bubbles of a story; none has an id and is known by its place."""
    found: dict[str, OnIt] = {}
    for panel in record.get("story") or ():
        text = panel.get("text") or ()
        bubbles = (panel.get("picture") or {}).get("bubbles") or ()
        said = [one.get("text") if isinstance(one, Mapping) else one for one in bubbles]
        written = [panel.get("title"), *((text,) if isinstance(text, str) else text), *said]
        for at, one in enumerate(filter(None, written)):
            found[f"{panel['id']} {at}"] = OnIt(str(one))
    return found


def paired(before: Mapping[str, OnIt], now: Mapping[str, OnIt]) -> dict[str, OnIt]:
    """Return the sentences of a story now, each under the key it had before where it stood there already.

    Without this a sentence put in first would make every sentence after it another one.
    """
    renamed: dict[str, OnIt] = {}
    for panel in dict.fromkeys(key.partition(" ")[0] for key in now):
        old = [(key, one.text) for key, one in before.items() if key.partition(" ")[0] == panel]
        new = [one for key, one in now.items() if key.partition(" ")[0] == panel]
        matching = SequenceMatcher(None, [text for _, text in old], [one.text for one in new], autojunk=False)
        for kind, first, last, start, end in matching.get_opcodes():
            keys = [key for key, _ in old[first:last]] if kind in {"equal", "replace"} else []
            for at, one in enumerate(new[start:end]):
                renamed[keys[at] if at < len(keys) else f"{panel} new {start + at}"] = one
    return renamed
