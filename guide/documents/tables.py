"""Writes everything on the sheets as one table for a spreadsheet, in which no cell is ever a formula."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any, Final

from guide.documents.earlier import EARLIER
from guide.documents.names import Names
from guide.documents.quotes import Mark, Quoting
from guide.documents.shapes import Sheet
from guide.documents.sharing import disputes

Json = Any

COLUMNS: Final = (
    "kind", "id", "under", "sheet", "area", "title", "text", "by", "as", "form", "typed_by", "source", "from",
    "about", "value", "of", "guessed_by", "asked", "at", "was", "agreed_by", "disputed_by", "share",
)  # fmt: skip
"""The heading of the table; `kind` is entry, follow-up, person, rating, earlier rating or reason."""

REASONS: Final = ("because", "lower", "higher", "small_step")
"""What somebody may say about a mark; `form` tells which."""

INVENTED: Final = "invented"
"""The first column of a table of invented people; the others are the same, so programs read by name."""

_BOM: Final = "\ufeff"
"""Without it one widely used spreadsheet reads the letters of another alphabet wrongly."""

_STARTS: Final = frozenset("=+-@\t\n'＝＋－＠")
"""What a spreadsheet may take for a formula at the start of a cell, and the mark that prevents it."""


def safe(words: str) -> str:
    """Return words so that a spreadsheet shows them and never works them out.

    A cell that begins like a formula gets one apostrophe in front; so does one that begins with an
    apostrophe, so that taking one leading apostrophe away always gives the words as they were heard.
    """
    first = words.lstrip(" \u00a0")[:1]
    return f"'{words}" if first in _STARTS and first else words


def heard(cell: str) -> str:
    """Return the words of a cell as they were heard: what `safe` did, undone."""
    return cell.removeprefix("'")


def entries_table(
    record: Mapping[str, Json], sheets: tuple[Sheet, ...], quoting: Quoting, invented: str = ""
) -> str:
    """Return every entry, follow-up, rating and reason as CSV, every cell in quotes.

    When the people are invented, `invented` says so in a first column of its own, in every row: a row that
    is copied somewhere else, and each page of a printed table, still says it.
    """
    out = io.StringIO()
    also = {INVENTED: invented} if invented else {}
    columns = (*also, *COLUMNS)
    writer = csv.DictWriter(out, columns, restval="", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writeheader()
    for row in _rows(record, sheets, quoting):
        told = {**also, **row}
        writer.writerow({key: safe(str(value)) for key, value in told.items() if value not in (None, "")})
    return _BOM + out.getvalue()


def _rows(
    record: Mapping[str, Json], sheets: tuple[Sheet, ...], quoting: Quoting
) -> Iterable[dict[str, Json]]:
    names = quoting.names
    for sheet in sheets:
        held = (record.get("sheets") or {}).get(sheet.id) or {}
        for area in sheet.areas:
            place = {"sheet": sheet.id, "area": area.id, "title": area.title}
            for entry in (held.get("areas") or {}).get(area.id) or ():
                yield from ({**place, **row} for row in _entry(entry, names, quoting))
            for rating in (held.get("scales") or {}).get(area.id) or ():
                yield from ({**place, **row} for row in _rating(rating, names, quoting.mark(rating)))
            for rating in (held.get(EARLIER) or {}).get(area.id) or ():
                yield from ({**place, **row} for row in _earlier(rating))


def _entry(entry: Json, names: Names, quoting: Quoting) -> Iterable[dict[str, Json]]:
    if not isinstance(entry, Mapping) or "text" not in entry:
        quote = quoting.quote(entry)
        yield {"kind": "person", "id": quote.id, "text": quote.text, "as": quote.who}
        return
    yield {
        "kind": "entry",
        "id": entry["id"],
        "text": entry.get("text"),
        **_whose(entry, names),
        "form": entry.get("form"),
        "typed_by": _name(entry.get("typed_by"), names),
        "source": entry.get("source"),
        "from": _name(entry.get("from"), names),
        "about": _name(entry.get("about"), names),
        "asked": entry.get("asked"),
        "at": entry.get("at"),
        "was": "\n".join(quoting.quote(entry).was),
        **_decided(entry, names),
    }
    for one in entry.get("followups") or ():
        yield {"kind": "follow-up", "under": entry["id"], "text": one.get("text"), "asked": one.get("asked"),
               "at": one.get("at"), **_whose(entry, names)}  # fmt: skip


def _rating(rating: Mapping[str, Json], names: Names, mark: Mark) -> Iterable[dict[str, Json]]:
    yield {
        "kind": "rating",
        "id": mark.id,
        "value": mark.number,
        "of": mark.of,
        **_whose(rating, names),
        "guessed_by": _name(rating.get("guessed_by"), names),
        "asked": rating.get("asked"),
        "at": rating.get("at"),
        **_decided(rating, names),
    }
    for kind in REASONS:
        for text in getattr(mark, kind):
            yield {"kind": "reason", "under": mark.id, "form": kind, "text": text, **_whose(rating, names)}


def _earlier(rating: Mapping[str, Json]) -> Iterable[dict[str, Json]]:
    """Yield a mark of an earlier conversation with its reasons."""
    name = f"{rating['session']}:{rating['id']}"
    own = {"by": rating.get("name"), "at": rating.get("at")}
    yield {
        "kind": "earlier rating", "id": name, "value": f"{rating['value']:g}", "of": rating.get("of"),
        "guessed_by": rating.get("guesser"), **own,
    }  # fmt: skip
    for kind in REASONS:
        for text in rating.get(kind) or ():
            yield {"kind": "reason", "under": name, "form": kind, "text": text, **own}


def _whose(one: Mapping[str, Json], names: Names) -> dict[str, Json]:
    person = names.people.get(str(one.get("by")))
    return {"by": _name(one.get("by"), names), "as": person.role if person else ""}


def _decided(one: Mapping[str, Json], names: Names) -> dict[str, str]:
    share = (one.get("share") or {}).items()
    differ = disputes(one.get("disputed_by"))
    return {
        "agreed_by": "; ".join(names.of(who) for who in one.get("agreed_by") or ()),
        "disputed_by": "\n".join(
            f"{names.of(who)}: {words}" if words else names.of(who) for who, words in differ
        ),
        "share": "\n".join(f"{names.of(who)}: {_wish(decision)}" for who, decision in share),
    }


def _wish(decision: Mapping[str, Json]) -> str:
    words = (decision.get("wish"), decision.get("words"), "cleared" if decision.get("cleared") else "")
    return ", ".join(str(word) for word in words if word)


def _name(who: Json, names: Names) -> str:
    return names.of(who) if who else ""
