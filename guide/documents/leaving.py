"""Papers leave a session: what they are made from, writing them, and noting in the journal what left.

Three steps, because the middle one is slow: a screen takes the picture and notes what left where it talks to
the session, and writes in a thread that touches neither session nor store.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from guide.documents.agency import Agency
from guide.documents.desk import Desk, desk_of
from guide.documents.earlier import BEFORE
from guide.documents.face import Circumstances
from guide.documents.papers import PaperState, Viewer, export, papers_of, parse_for
from guide.documents.printing import Printing
from guide.engine.for_papers import flow_for_papers, scales_for_papers, sheets_for_papers
from guide.engine.gone_before import gone_before
from guide.engine.session import Session
from guide.engine.walk import Walk
from guide.frozen import field, frozen, replace
from guide.log import events as ev
from guide.log.events import Event
from guide.map.as_json import record_as_json

Json = Any

_CHANGES_NOTHING: Final = (
    ev.Exported, ev.Put, ev.Handed, ev.Paused, ev.Resumed, ev.WentOn, ev.MoreAsked, ev.Echoed,
    ev.ClockBegan, ev.ClockSet,
)  # fmt: skip
"""What can happen after a paper was made without anything on it being different now."""
_KEPT: Final = re.compile(r"-\d+\Z")
"""At the end of a file's name: it was put beside one that somebody had changed by hand."""


@frozen
class Picture:
    """A session at one moment, as papers are made from it."""

    record: Mapping[str, Json]
    flow: Mapping[str, Json]
    sheets: Mapping[str, Json]
    invented: bool


@frozen
class Before:
    """The paper that a reader has already, and that a new one comes in place of."""

    at: str
    """When it left, in UTC."""
    line: str
    """What the new one says about it on its face."""


@frozen
class Order:
    """Which papers to make, for whom, and where to."""

    formats: tuple[str, ...]
    to: Path
    viewer: str = "file"
    """file, family, team, or one person by name or id."""
    paper: str = ""
    """One paper by its name; empty for every one that is ready."""
    found: str = ""
    """The answer to whether somebody who might hurt or be angry could find it."""
    organisation: str = ""
    sources: bool = False
    """Whether a docx says in comments where everything said comes from."""
    agency: Agency = field(default_factory=Agency)
    """Whose papers they are, and how those look."""
    aliases: tuple[tuple[str, str], ...] = ()
    """Names and what stands in their place throughout."""
    printing: Printing = field(default_factory=Printing)
    """On which size of paper, and how many pictures of a story on a page."""
    today: str = ""
    """The day it is made, as an ISO date, where the person is."""
    in_place_of: Mapping[str, Before] = field(default_factory=dict)
    """Paper to the one this reader has already, where that says something else."""


@frozen
class Left:
    """A paper that left before."""

    paper: str
    format: str
    viewer: str
    at: str
    """When, in UTC."""
    is_stale: bool
    """Whether something was said or changed since."""
    other_names: bool = False
    """Whether chosen names stood in it in place of the real ones."""
    moment: int = 0
    """How many events had happened that could stand on it."""


def picture_of(session: Session) -> Picture:
    """Return what papers are made from."""
    return _picture(session, session.walk)


def picture_at(session: Session, left: Left) -> Picture:
    """Return what a paper was made from that left before."""
    return _picture(session, session.as_it_was(left.moment), until=left.at)


def _picture(session: Session, walked: Walk, until: str = "") -> Picture:
    record = session.record_json(walked)
    if session.record.origin:
        record[BEFORE] = [_before(one) for one in gone_before(session, until)]
    return Picture(record, flow_for_papers(walked), sheets_for_papers(walked), session.record.invented)


def _before(walked: Walk) -> dict[str, Json]:
    """Return what papers need of a conversation this one goes on from: its marks, and who may see them."""
    record = record_as_json(walked.shown, walked.path, ended=walked.ended, head={"seq": 0, "hash": ""})
    kept = {key: record[key] for key in ("format", "session", "people", "sheets", "answers")}
    return {"record": kept, "flow": scales_for_papers(walked)}


def states(picture: Picture, viewer: str) -> list[PaperState]:
    """Return the papers of this flow for somebody, each ready or waiting for something."""
    return papers_of(picture.record, picture.flow, picture.sheets, parse_for(viewer, picture.record))


def holds_childs_words(picture: Picture, viewer: str) -> bool:
    """Return whether a child's words would leave the file if a paper were made for this viewer."""
    return desk_for(picture, viewer).holds_childs_words


def desk_for(picture: Picture, viewer: str) -> Desk:
    """Return the desk with what this viewer may see on it."""
    about = Circumstances(parse_for(viewer, picture.record), "", "", picture.invented)
    return desk_of(picture.record, picture.flow, picture.sheets, about)


def write(picture: Picture, order: Order, tell: Callable[[str], None] | None = None) -> list[Path]:
    """Write the papers and return their files; raises GuideError, and then nothing is written.

    `tell` is given every sentence that has to be said about one of them.
    """
    viewer, organisation = parse_for(order.viewer, picture.record), order.organisation
    record, dress = picture.record, None
    if order.aliases:
        # Who may see what is decided under the real names: a chosen one could hide that words are a child's.
        dress = partial(_dressed, dict(order.aliases))
        picture, viewer, organisation = _with_aliases(picture, viewer, order, tell)
    files = export(
        record,
        picture.flow,
        picture.sheets,
        formats=order.formats,
        to=order.to,
        viewer=viewer,
        organisation=organisation,
        today=order.today,
        invented=picture.invented,
        paper=order.paper or None,
        found=order.found or None,
        sources=order.sources,
        agency=order.agency,
        printing=order.printing,
        in_place_of={paper: one.line for paper, one in order.in_place_of.items()},
        dress=dress,
        tell=tell,
    )
    if tell is not None:
        for said in filter(None, (_about(one, order) for one in files)):
            tell(said)
    return files


def _about(file: Path, order: Order) -> str:
    """Return what has to be said about one file: that another was kept, and what is different on it."""
    paper = _KEPT.sub("", file.stem)
    before = order.in_place_of.get(paper)
    kept = f"{paper}{file.suffix} was changed by hand and stays as it is; the new one is {file.name}"
    if paper == file.stem:
        return f"{file.name}: {before.line}" if before else ""
    return f"{kept}. {before.line}" if before else f"{kept}."


def _dressed(pairs: Mapping[str, str], value: Json) -> Json:
    from guide.documents.aliases import aliased

    return aliased(value, pairs).value


def _with_aliases(
    picture: Picture, viewer: Viewer, order: Order, tell: Callable[[str], None] | None
) -> tuple[Picture, Viewer, str]:
    """Return everything a paper is made from with the chosen names in it, and tell what was replaced."""
    from guide.documents.aliases import aliased, report

    pairs = dict(order.aliases)
    made = aliased([picture.record, picture.flow, picture.sheets, viewer.name, order.organisation], pairs)
    record, flow, sheets, name, organisation = made.value
    if tell is not None:
        for line in report(record, pairs, made.found):
            tell(line)
    return Picture(record, flow, sheets, picture.invented), replace(viewer, name=name), organisation


def replaced(picture: Picture, pairs: Mapping[str, str]) -> list[str]:
    """Return what chosen names would replace, and what would still look like somebody; nothing is made."""
    told: list[str] = []
    order = Order((), Path(), aliases=tuple(pairs.items()))
    _with_aliases(picture, parse_for("file", picture.record), order, told.append)
    return told


def note(session: Session, order: Order, written: Iterable[Path]) -> None:
    """Note in the journal what left and for whom; a session that only follows notes nothing."""
    if session.readonly:
        return
    for one in written:
        session.exported(one.stem, one.suffix[1:], order.viewer, order.found, other_names=bool(order.aliases))


def left_before(events: Iterable[Event]) -> list[Left]:
    """Return what left, the newest first, once for each paper, format and viewer."""
    return newest(every_left(events), str)


def newest(every: Iterable[Left], reader: Callable[[str], str]) -> list[Left]:
    """Return the newest of each paper, format and viewer; `reader` tells which viewers are the same."""
    found: dict[tuple[str, str, str, bool], Left] = {}
    for one in every:
        found.setdefault((one.paper, one.format, reader(one.viewer), one.other_names), one)
    return list(found.values())


def every_left(events: Iterable[Event]) -> list[Left]:
    """Return every paper that left, the newest first."""
    happened = list(events)
    last = max((at for at, one in enumerate(happened, 1) if _changes(one)), default=0)
    found: list[Left] = []
    moment = 0
    for at, event in enumerate(happened, 1):
        what = event.what
        if isinstance(what, ev.Exported):
            paper = _KEPT.sub("", what.paper)
            stale = moment < last
            found.append(Left(paper, what.format, what.viewer, event.at, stale, what.other_names, moment))
        elif _changes(event):
            moment = at
    return found[::-1]


def _changes(event: Event) -> bool:
    """Whether something on a paper could be different after this."""
    return not isinstance(event.what, _CHANGES_NOTHING)
