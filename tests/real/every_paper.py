"""Every paper of the talks we ship, made in this process: for the file, for a family, for a team."""

import copy
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from guide.clock import StillClock
from guide.documents.cards import write_cards
from guide.documents.handout import write_handout
from guide.documents.leaving import Order, Picture, picture_of, states, write
from guide.engine.play import play
from guide.engine.session import Session
from guide.flow.talk_file import read_talk
from guide.frozen import replace
from guide.log.memory import Memory
from tests.engine.talking import CHECKOUT, compiled

Json = Any

TALKS: Final = sorted((CHECKOUT / "flows").glob("*/*.talk.yaml"))
VIEWERS: Final = ("file", "family", "team")
TODAY: Final = "2026-11-22"


def name_of(talk: Path) -> str:
    """Return what a talk is called here, such as `map-rudo`."""
    return f"{talk.parent.name}-{talk.name.partition('.')[0]}"


@cache
def picture(talk: Path) -> Picture:
    """Return what papers are made from when a talk was played to its end."""
    told = read_talk(talk)
    how = {"form": told.form, "level": told.level, "lang": told.lang or "en"}
    session = Session.start(Memory(), compiled(talk.parent), StillClock(), invented=True, **how)
    for _ in play(session, told.people, told.lines):
        pass
    return picture_of(session)


def given(held: Picture, to: str = "family") -> Picture:
    """Return the same with everything on the sheets wished and cleared for somebody."""
    record: Json = copy.deepcopy(held.record)
    worker = next(one["id"] for one in record["people"] if one["as"] in {"worker", "lead", "case_holder"})
    decided = {"wish": "yes", "words": "", "cleared": {"by": worker, "at": "", "why": ""}}
    for sheet in record["sheets"].values():
        for one in (one for kind in ("areas", "scales") for some in sheet[kind].values() for one in some):
            if isinstance(one, dict):
                one["share"] = {to: decided}
    return replace(held, record=record)


def leave(held: Picture, to: Path, *formats: str, viewers: Iterable[str] = VIEWERS) -> list[Path]:
    """Write every paper that is ready for each kind of reader into a folder of its own."""
    written = []
    for viewer in viewers:
        if any(one.ready for one in states(held, viewer)):
            order = Order(formats, to / viewer, viewer=viewer, found="no", today=TODAY)
            written += write(held, order)
    return written


def slips(held: Picture, to: Path, *formats: str) -> list[Path]:
    """Write the slips to cut, which are made only when they are asked for by name."""
    if not any(one.name == "slips" and one.ready for one in states(held, "file")):
        return []
    return write(held, Order(formats, to, paper="slips", today=TODAY))


def pages(to: Path) -> Iterator[Path]:
    """Write every page there is as HTML: all papers of all talks, and each flow's handout and cards."""
    for talk in TALKS:
        yield from leave(picture(talk), to / name_of(talk), "html")
        yield from slips(picture(talk), to / name_of(talk) / "slips", "html")
    for talk in {one.parent: one for one in TALKS}.values():
        yield from leave(given(picture(talk)), to / f"{name_of(talk)}-given", "html", viewers=("family",))
        flow = compiled(talk.parent)
        yield from write_cards(flow, to / flow.flow, formats=("html",))[1]
        yield from write_handout(flow, to / flow.flow, formats=("html",), talk=read_talk(talk))
