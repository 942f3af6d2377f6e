"""Which papers a record can become, whether each is ready, and making one for somebody."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from guide.documents import sharing
from guide.documents.clean import without_controls
from guide.documents.face import Circumstances, Face, face_of, preparation_line
from guide.documents.names import Names, names_of
from guide.documents.pages.columns import columns_page
from guide.documents.pages.example import example_page, why_not
from guide.documents.pages.houses import houses_page
from guide.documents.pages.preparation import preparation_page
from guide.documents.pages.record import record_page
from guide.documents.pages.ring import ring_page
from guide.documents.pages.sheet import Laid
from guide.documents.pages.stops import stops_page
from guide.documents.pages.story import story_page
from guide.documents.quotes import Quoting, quoting
from guide.documents.says import Voice, voice
from guide.documents.shapes import Flow, Sheet, flow_from, sheets_from
from guide.documents.shelf import put
from guide.documents.tables import entries_table
from guide.documents.viewers import FILE, Viewer, parse_for
from guide.errors import GuideError, WrongUse

__all__ = ["FORMATS", "Paper", "PaperState", "Viewer", "export", "make", "papers_of", "parse_for"]

Json = Any

FORMATS: Final = ("html", "md", "json", "csv")
"""What a paper can be written as; json is the whole record, csv every entry as a table."""

_WHOLE: Final = {"json": "record", "csv": "entries"}
"""Formats that are one file for the whole conversation, and what the file is called."""

_NAME: Final = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*\Z")
_LAYOUTS: Final[Mapping[str, Callable[[Laid], Any]]] = {
    "columns": columns_page,
    "houses": houses_page,
    "ring": ring_page,
    "line": stops_page,
}


@dataclass(frozen=True)
class Paper:
    """A document made from the record."""

    name: str
    """The paper's name, never a person's; the file is called `<name>.<format>`."""
    format: str
    text: str


@dataclass(frozen=True)
class PaperState:
    """A paper that this conversation can become."""

    name: str
    title: str
    ready: bool
    why: str = ""
    """Why it is waiting, in one sentence."""


@dataclass(frozen=True)
class Desk:
    """One record, seen by one viewer, with all that is needed to make papers from it."""

    whole: Mapping[str, Json]
    """The record before anything was taken out; it is asked only who spoke and what belongs together."""
    record: Mapping[str, Json]
    """The record as this viewer may see it: the only source of words."""
    flow: Flow
    sheets: tuple[Sheet, ...]
    about: Circumstances

    @cached_property
    def voice(self) -> Voice:
        """The program's own voice, in the language of the conversation."""
        return voice(str((self.record.get("session") or {}).get("lang") or "en"))

    @cached_property
    def names(self) -> Names:
        """Everybody whom this viewer may find named."""
        return names_of(self.record.get("people") or (), self.voice)

    @cached_property
    def quoting(self) -> Quoting:
        """Turns what was said into what stands on a paper."""
        return quoting(self.record, self.whole, self.names)

    @cached_property
    def face(self) -> Face:
        """What every paper says on its face."""
        return face_of(self.record, self.whole, self.flow, self.names, self.about)

    def laid(self, sheet: Sheet) -> Laid:
        """Return one sheet with all that is needed to lay it out."""
        held = (self.record.get("sheets") or {}).get(sheet.id) or {}
        return Laid(sheet, held, self.quoting, self.flow, self.face, self.about.viewer.is_file)

    def sheet(self, name: str) -> Sheet | None:
        """Return the sheet of this name."""
        return next((one for one in self.sheets if one.id == name), None)

    @property
    def is_short(self) -> bool:
        """Whether it is a worker's own short preparation."""
        return (self.record.get("session") or {}).get("form") == "short"


def papers_of(record: Mapping[str, Json], flow: Mapping[str, Json], sheets: Mapping[str, Json],
              viewer: Viewer = FILE) -> list[PaperState]:  # fmt: skip
    """Return the papers of this flow in order, each ready or waiting for something."""
    desk = _desk(record, flow, sheets, Circumstances(viewer, "", "", invented=False))
    return [_state(desk, name) for name in desk.flow.papers]


def make(record: Mapping[str, Json], flow: Mapping[str, Json], sheets: Mapping[str, Json], *, paper: str,
         format: str, viewer: Viewer, organisation: str, today: str, invented: bool,  # noqa: A002 - the user's word
         found: str | None = None) -> Paper:  # fmt: skip
    """Return one paper for one viewer; `found` answers whether somebody dangerous could find it.

    Raises WrongUse for an unknown paper or format, and GuideError when nothing can stand on it, when a
    child's words would and `found` is not answered, or when the example is not agreed or too long.
    """
    desk = _desk(record, flow, sheets, Circumstances(viewer, organisation, today, invented))
    return _made(desk, paper, format, found)


def export(record: Mapping[str, Json], flow: Mapping[str, Json], sheets: Mapping[str, Json], *,
           formats: Iterable[str], to: Path, viewer: Viewer, organisation: str, today: str, invented: bool,
           paper: str | None = None, found: str | None = None) -> list[Path]:  # fmt: skip
    """Write every paper that is ready, or the one that is named, and return the files.

    Raises like `make`, and GuideError when the folder cannot be written; then no part of a file is left.
    """
    desk = _desk(record, flow, sheets, Circumstances(viewer, organisation, today, invented))
    wanted = list(dict.fromkeys(formats))
    named = [paper] if paper else [state.name for state in map(lambda name: _state(desk, name), desk.flow.papers)
                                   if state.ready]  # fmt: skip
    made: dict[str, Paper] = {}
    for each in wanted:
        for name in [_WHOLE[each]] if each in _WHOLE else named:
            one = _made(desk, name, each, found)
            made[f"{one.name}.{one.format}"] = one
    if not made:
        raise GuideError(_nothing(desk, ""))
    return put({name: one.text for name, one in made.items()}, to)


def _desk(record: Mapping[str, Json], flow: Mapping[str, Json], sheets: Mapping[str, Json],
          about: Circumstances) -> Desk:  # fmt: skip
    whole = without_controls(record)
    shape = flow_from(without_controls(flow))
    shown = sharing.shown_to(about.viewer, whole, shape)
    return Desk(whole, shown, shape, sheets_from(without_controls(sheets)), about)


def _state(desk: Desk, name: str) -> PaperState:
    sheet = desk.sheet(name)
    title = _title(desk, name)
    if sheet is not None:
        why = "Nothing is on it yet." if desk.laid(sheet).is_empty else ""
    elif name == "example":
        why = why_not(desk.laid(_example_sheet(desk)))
    elif name == "story":
        why = "" if desk.record.get("story") else "It has no picture yet."
    elif name == "record":
        why = "Nothing has been said yet." if _is_empty(desk) else ""
    else:
        why = f"There is no paper called {name!r}."
    return PaperState(name, title, not why, why)


def _title(desk: Desk, name: str) -> str:
    sheet = desk.sheet(name)
    if sheet is not None:
        return desk.voice.say("preparation.title") if _is_preparation(desk, sheet) else sheet.title
    return desk.voice.say(f"{name}.title") if name in {"example", "story", "record"} else name


def _made(desk: Desk, paper: str, form: str, found: str | None) -> Paper:
    if form not in FORMATS:
        raise WrongUse(f"There is no format {form!r}: say {', '.join(FORMATS)}.")
    if not _NAME.match(paper):
        raise WrongUse(f"There is no paper called {paper!r}: say one of {', '.join(desk.flow.papers)}.")
    if _is_empty(desk):
        raise GuideError(_nothing(desk, ""))
    if sharing.holds_childs_words(desk.about.viewer, desk.whole, desk.record):
        sharing.ask_found(found)
    if form == "json":
        return Paper("record", form, json.dumps(desk.record, ensure_ascii=False, indent=2) + "\n")
    if form == "csv":
        return Paper("entries", form, entries_table(desk.record, desk.sheets, desk.quoting))
    from guide.documents.render import render

    return Paper(paper, form, render(_page(desk, paper), form, desk.voice))


def _page(desk: Desk, name: str) -> Any:
    """Return what stands on a paper; raises when there is no such paper, or nothing to put on it."""
    sheet = desk.sheet(name)
    if sheet is not None:
        return _sheet_page(desk, sheet)
    match name:
        case "record":
            return record_page(desk.record, desk.flow, desk.sheets, desk.quoting, desk.face, _whom(desk))
        case "example":
            return _example(desk)
        case "story" if desk.record.get("story"):
            return story_page(desk.record, desk.names, desk.face)
        case "story":
            raise GuideError(_nothing(desk, name))
        case _:
            known = ", ".join(dict.fromkeys((*desk.flow.papers, *(one.id for one in desk.sheets))))
            raise WrongUse(f"There is no paper called {name!r}: say one of {known}.")


def _sheet_page(desk: Desk, sheet: Sheet) -> Any:
    laid = desk.laid(sheet)
    if laid.is_empty:
        raise GuideError(_nothing(desk, sheet.id))
    if _is_preparation(desk, sheet):
        held = desk.voice.date(str((desk.record.get("session") or {}).get("started") or desk.about.today))
        return preparation_page(laid, preparation_line(desk.record, desk.names, held))
    return _LAYOUTS.get(sheet.draw, columns_page)(laid)


def _is_preparation(desk: Desk, sheet: Sheet) -> bool:
    """Return whether a sheet in columns is a worker's short preparation and not yet anybody else's."""
    return desk.is_short and sheet.draw == "columns" and sheet.area("questions") is not None


def _example_sheet(desk: Desk) -> Sheet:
    found = next((sheet for sheet in desk.sheets if sheet.area("example") is not None), None)
    return found or Sheet("example", "", "columns", {}, ())


def _example(desk: Desk) -> Any:
    """Return the example; on its face stand no names, since names were changed so that nobody is found."""
    plain = replace(desk.laid(_example_sheet(desk)), face=desk.face.without_names())
    return example_page(plain)


def _whom(desk: Desk) -> str:
    return desk.laid(Sheet("", "", "columns", {}, ())).whom()


def _is_empty(desk: Desk) -> bool:
    said = any(one for one in desk.record.get("answers") or ())
    return (
        not said and all(desk.laid(sheet).is_empty for sheet in desk.sheets) and not desk.record.get("story")
    )


def _nothing(desk: Desk, paper: str) -> str:
    on = f"the paper {paper!r}" if paper else "a paper"
    viewer = desk.about.viewer
    if viewer.is_file:
        return f"There is nothing to put on {on} yet."
    who = viewer.name or f"the {viewer.kind}"
    return (
        f"There is nothing to put on {on} for {who}: what somebody said is shown to others only when they "
        "wished it and a named adult has cleared it."
    )
