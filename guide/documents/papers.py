"""Which papers a record can become, whether each is ready, and making them for somebody."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from guide.documents.agency import Agency
from guide.documents.desk import Desk, desk_of
from guide.documents.face import Circumstances, preparation_line
from guide.documents.pages.columns import columns_page
from guide.documents.pages.example import example_page, why_not
from guide.documents.pages.houses import houses_page
from guide.documents.pages.own import SHEET as OWN
from guide.documents.pages.own import own_page
from guide.documents.pages.preparation import preparation_page
from guide.documents.pages.record import recording
from guide.documents.pages.ring import ring_page
from guide.documents.pages.sheet import Laid
from guide.documents.pages.slips import slips_page
from guide.documents.pages.stops import stops_page
from guide.documents.pages.story import EVENLY, story_page
from guide.documents.pages.summary import KEY, summary_page
from guide.documents.printing import Printing
from guide.documents.shapes import Sheet
from guide.documents.sharing import ask_found
from guide.documents.shelf import THE_FILE, Reader, put
from guide.documents.tables import entries_table
from guide.documents.viewers import FILE, Viewer, parse_for
from guide.errors import GuideError, WrongUse
from guide.frozen import frozen, replace

__all__ = ["FORMATS", "Paper", "PaperState", "Viewer", "export", "make", "page_of", "papers_of", "parse_for"]

Json = Any

FORMATS: Final = ("html", "md", "docx", "pdf", "json", "csv")
"""What a paper can be written as: docx and pdf only where their libraries are; json is the whole record, csv
every entry as a table."""

_WHOLE: Final = {"json": "record", "csv": "entries"}
"""Formats that are one file for the whole conversation, and what the file is called."""

_AS_MADE: Final = Printing()
_NAME: Final = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*\Z")
_LAYOUTS: Final[Mapping[str, Callable[[Laid], Any]]] = {
    "columns": columns_page,
    "houses": houses_page,
    "ring": ring_page,
    "line": stops_page,
}


@frozen
class Paper:
    """A document made from the record."""

    name: str
    """The paper's name, never a person's; its file is called `<name>.<format>`."""
    format: str
    text: str = ""
    data: bytes = b""
    """What it is where it is not a text: a docx, a pdf."""
    note: str = ""
    """What has to be said about it, in one sentence; mostly nothing."""


@frozen
class PaperState:
    """A paper that this conversation can become."""

    name: str
    title: str
    ready: bool
    why: str = ""
    """Why it is waiting, or what of it is left out for this reader, in one sentence."""


def papers_of(
    record: Mapping[str, Json], flow: Mapping[str, Json], sheets: Mapping[str, Json], viewer: Viewer = FILE
) -> list[PaperState]:
    """Return the papers of this flow in order, each ready or waiting for something."""
    desk = desk_of(record, flow, sheets, Circumstances(viewer, "", "", invented=False))
    return [_state(desk, name) for name in desk.flow.papers]


def make(  # noqa: PLR0913 - each is one thing a paper depends on
    record: Mapping[str, Json],
    flow: Mapping[str, Json],
    sheets: Mapping[str, Json],
    *,
    paper: str,
    format: str,  # noqa: A002 - the word of the command
    viewer: Viewer,
    organisation: str,
    today: str,
    invented: bool,
    found: str | None = None,
    printing: Printing = _AS_MADE,
) -> Paper:
    """Return one paper for one viewer; `found` answers whether somebody dangerous could find it.

    Raises WrongUse for an unknown paper or format, and GuideError when nothing can stand on it, when a
    child's words would and `found` is not answered with no, or when the example is not agreed or too long.
    """
    desk = desk_of(record, flow, sheets, Circumstances(viewer, organisation, today, invented))
    return _made(desk, paper, format, found, printing=printing)


def export(  # noqa: PLR0913 - as above
    record: Mapping[str, Json],
    flow: Mapping[str, Json],
    sheets: Mapping[str, Json],
    *,
    formats: Iterable[str],
    to: Path,
    viewer: Viewer,
    organisation: str,
    today: str,
    invented: bool,
    paper: str | None = None,
    found: str | None = None,
    sources: bool = False,
    agency: Agency = Agency(),  # noqa: B008 - it is frozen
    printing: Printing = _AS_MADE,
    in_place_of: Mapping[str, str] = MappingProxyType({}),
    dress: Callable[[Json], Json] | None = None,
    tell: Callable[[str], None] | None = None,
) -> list[Path]:
    """Write every paper that is ready, or the one that is named, and return the files.

    `sources` puts a comment into a docx beside everything said: where it comes from. `tell` is given each
    sentence that has to be said about a paper, such as about letters that our fonts have not got.
    `in_place_of` is, for a paper that its reader has already, what the new one says about that; `dress` puts
    chosen names in the place of real ones.

    Raises like `make`, and GuideError when the folder cannot be written; then nothing in it has changed.
    """
    desk = desk_of(record, flow, sheets, Circumstances(viewer, organisation, today, invented, agency), dress)
    made = [
        _made(
            desk.in_place_of(in_place_of.get(name, "")), name, form, found, sources=sources, printing=printing
        )
        for name, form in _wanted(desk, paper, formats)
    ]
    if tell is not None:
        for note in _notes(desk, agency, made):
            tell(note)
    if not made:
        raise GuideError(_nothing(desk, paper or ""))
    return put(
        {f"{one.name}.{one.format}": one.data or one.text for one in made}, to, _reader(viewer, record)
    )


def _wanted(desk: Desk, paper: str | None, formats: Iterable[str]) -> list[tuple[str, str]]:
    """Return paper and format of everything to be made, each once; raises WrongUse for no such paper."""
    if paper is not None and paper not in _known(desk):
        raise WrongUse(_unknown(desk, paper))
    named = [paper] if paper else _ready(desk)
    wanted = dict.fromkeys((_WHOLE.get(form, name), form) for form in formats for name in named or [""])
    return [(name, form) for name, form in wanted if name]


def _notes(desk: Desk, agency: Agency, made: Iterable[Paper]) -> Iterator[str]:
    """Yield each sentence that has to be said about these papers."""
    if agency.note:
        yield agency.note
    yield from (one.note for one in made if one.note)
    if desk.story_left_out and any(one.name == "story" or one.format == "json" for one in made):
        yield f"Left out of the story for them: {desk.story_left_out}."


def _reader(viewer: Viewer, record: Mapping[str, Json]) -> Reader:
    """Return whose folder papers go into: a person of one conversation is nobody in another."""
    if viewer.is_file:
        return THE_FILE
    session = (record.get("session") or {}).get("id")
    one = viewer.kind if viewer.kind != "person" else next(iter(viewer.people))
    return Reader(f"{session} {one}", f"person-{one[1:]}" if viewer.kind == "person" else viewer.kind)


def _ready(desk: Desk) -> list[str]:
    """Return every paper that is ready; empty slips among them only while there is nothing else."""
    ready = [name for name in desk.flow.papers if _state(desk, name).ready]
    return [name for name in ready if name != "slips"] or ready


def _state(desk: Desk, name: str) -> PaperState:
    sheet = desk.sheet(name)
    if sheet is not None:
        title = desk.voice.say("preparation.title") if desk.is_preparation(sheet) else sheet.title
        why = "Nothing is on it yet." if desk.laid(sheet).is_empty else ""
        return PaperState(name, title, not why, why)
    match name:
        case "example":
            why = why_not(desk.laid(desk.sheet_with("example")))
        case "story" if desk.record.get("story"):
            left = f"Left out for them: {desk.story_left_out}." if desk.story_left_out else ""
            return PaperState(name, desk.voice.say("story.title"), ready=True, why=left)
        case "story":
            why = _no_story(desk)
        case "summary":
            why = "Nothing has been worked out yet." if _is_bare(desk) else ""
        case "slips":
            why = _no_slips(desk)
        case "record":
            why = "Nothing has been said yet." if desk.is_empty else ""
        case _:
            return PaperState(name, name, ready=False, why=f"There is no paper called {name!r}.")
    return PaperState(name, desk.voice.say(f"{name}.title"), not why, why)


def _made(  # noqa: PLR0913 - each is one thing a paper depends on
    desk: Desk, paper: str, form: str, found: str | None, *, printing: Printing, sources: bool = False
) -> Paper:
    if form not in FORMATS:
        raise WrongUse(f"There is no format called {form!r}: use {', '.join(FORMATS)}.")
    if not _NAME.match(paper):
        raise WrongUse(_unknown(desk, paper))
    if desk.is_empty and paper != "slips":
        raise GuideError(_nothing(desk, paper if paper == "story" else ""))
    if desk.holds_childs_words:
        ask_found(found)
    if form == "json":
        return Paper(_WHOLE[form], form, json.dumps(desk.record, ensure_ascii=False, indent=2) + "\n")
    if form == "csv":
        table = entries_table(desk.record, desk.sheets, desk.quoting, desk.face.invented)
        return Paper(_WHOLE[form], form, table)
    if form in {"docx", "pdf"}:
        return _written(desk, paper, form, printing, sources=sources)
    from guide.documents.render import render

    return Paper(paper, form, render(page_of(desk, paper, printing), form, desk.voice, printing.sheet))


def _written(desk: Desk, paper: str, form: str, printing: Printing, *, sources: bool) -> Paper:
    """Return a paper in a format of an office; raises GuideError where the library for it is not here."""
    from guide.documents.office import as_docx, as_pdf

    page, sheet = page_of(desk, paper, printing), printing.sheet
    if form == "docx":
        held = as_docx(page, desk.voice, today=desk.about.today, sources=sources, sheet=sheet)
        return Paper(paper, form, data=held)
    content, note = as_pdf(page, desk.voice, sheet=sheet)
    return Paper(paper, form, data=content, note=note)


def page_of(desk: Desk, name: str, printing: Printing = _AS_MADE) -> Any:
    """Return what stands on a paper; raises when there is no such paper, or nothing to put on it."""
    sheet = desk.sheet(name)
    if sheet is not None:
        return _sheet_page(desk, sheet)
    match name:
        case "record":
            return recording(desk.record, desk.flow, desk.sheets, desk.quoting).page(desk.face, desk.whom)
        case "example":
            # Names were changed so that nobody is found: no real one may stand on its face.
            laid = desk.laid(desk.sheet_with("example"))
            return example_page(replace(laid, face=desk.face.without_names()))
        case "summary" if not _is_bare(desk):
            return summary_page(desk.laid(desk.sheet_with(KEY)), desk.whole, desk.record.get("answers") or ())
        case "summary" if "summary" in desk.flow.papers:
            raise GuideError(_nothing(desk, name))
        case "slips" if "slips" in desk.flow.papers:
            return _slips(desk)
        case "story" if desk.record.get("story"):
            return story_page(desk.record, desk.names, desk.face, printing.panels or EVENLY)
        case "story":
            raise GuideError(_nothing(desk, name))
        case _:
            raise WrongUse(_unknown(desk, name))


def _sheet_page(desk: Desk, sheet: Sheet) -> Any:
    laid = desk.laid(sheet)
    if laid.is_empty:
        raise GuideError(_nothing(desk, sheet.id))
    if desk.is_preparation(sheet):
        return preparation_page(laid, preparation_line(desk.record, desk.names, desk.held))
    return own_page(laid) if sheet.id == OWN else _LAYOUTS.get(sheet.draw, columns_page)(laid)


def _is_bare(desk: Desk) -> bool:
    """Whether nothing stands on the sheet a summary is made from, as far as this viewer may see it."""
    return desk.laid(desk.sheet_with(KEY)).is_empty


def _no_story(desk: Desk) -> str:
    """Return why there is no story for this viewer, in one sentence."""
    if not desk.whole.get("story"):
        return "It has no picture yet."
    return f"Nothing of it may be shown to them yet: {desk.story_left_out}."


def _no_slips(desk: Desk) -> str:
    """Return why slips cannot be made, in one sentence; nothing when they can.

    Their wording may name somebody, and it went past nobody's decision: they are made for the room alone.
    """
    if not desk.flow.slips:
        return "Nothing is written on paper in this form of it."
    return "" if desk.about.viewer.is_file else "Slips are for the room: make them for the file."


def _slips(desk: Desk) -> Any:
    if why := _no_slips(desk):
        raise GuideError(why)
    words = {key: desk.voice.say(f"slips.{key}") for key in ("title", "how")}
    return slips_page(desk.flow, desk.whole.get("people") or (), desk.face, words)


def _known(desk: Desk) -> tuple[str, ...]:
    """Return every paper that can be asked for: the flow's own, any of its sheets, and the record."""
    return tuple(dict.fromkeys((*desk.flow.papers, *(one.id for one in desk.sheets), "record")))


def _unknown(desk: Desk, paper: str) -> str:
    return f"There is no paper called {paper!r}: say one of {', '.join(_known(desk))}."


def _nothing(desk: Desk, paper: str) -> str:
    on = f"the paper {paper!r}" if paper else "a paper"
    viewer = desk.about.viewer
    if viewer.is_file:
        return f"There is nothing to put on {on} yet."
    who = viewer.name or f"the {viewer.kind}"
    if paper == "story" and desk.story_left_out:
        return f"There is nothing to put on {on} for {who}: {desk.story_left_out}."
    return (
        f"There is nothing to put on {on} for {who}: what somebody said is shown to others only when they "
        "wished it and a named adult has cleared it."
    )
