"""Shows a talk before a room: on the screen, as notes beside it, line by line, or as a printed crib."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guide.cli.open import has_screen, open_store, unknown_choice
from guide.clock import WallClock
from guide.errors import GuideError, WrongUse
from guide.frozen import frozen
from guide.paths import Paths, paths

if TYPE_CHECKING:
    from guide.engine.run_through import RunThrough
    from guide.engine.showing import Show
    from guide.flow.talk import Talk

Json = Any


@frozen
class Wish:
    """How a talk is to be shown."""

    cut: int = 0
    notes: bool = False
    crib: bool = False
    record: bool = False
    to: Path = Path()


def present_command(place: str | None, name: str, wish: Wish, *, as_json: bool) -> int:
    """Show a talk, or list them all; raises GuideError for one that cannot be shown."""
    where = paths(place)
    if not name and wish.notes:
        name = _talk_of_the_room(where)
    if not name:
        return print_talks(where, as_json=as_json)
    run = run_of(name, where)
    trouble = trouble_of(run)
    view = _view(run, wish.cut)
    if as_json:
        print(json.dumps(_moments(run, wish.cut), indent=2, ensure_ascii=False))
    elif wish.crib:
        _write_crib(run, wish, trouble)
    elif not has_screen():
        from guide.cli.present_lines import show_in_lines

        return show_in_lines(run, view, trouble, notes=wish.notes)
    else:
        return _on_screen(where, run, view, wish, trouble)
    return 0


def _talk_of_the_room(where: Paths) -> str:
    """Return the talk the room's screen shows; raises WrongUse when none is shown."""
    from guide.ui.screens.present_state import RoomFile

    name = RoomFile(where).talk_shown()
    if not name:
        raise WrongUse("No talk is shown to a room just now: say which, guide present NAME --notes.")
    return name


def run_of(name: str, where: Paths) -> "RunThrough":
    """Play a talk through; raises GuideError when it is not invented or cannot even begin."""
    from guide.cli.check import misfit
    from guide.engine.run_through import run_through
    from guide.flow.find_talk import find_talk, flow_of
    from guide.flow.library import load_flow
    from guide.flow.places import shown
    from guide.flow.talk_file import read_talk

    file = find_talk(name, where)
    talk = read_talk(file)
    if not talk.invented:
        raise GuideError(
            f"{shown(file)} does not say that everybody in it is invented, and others are shown to no room: "
            "write `invented: true` when it is so."
        )
    flow = load_flow(flow_of(talk), where)
    if unknown := unknown_choice(flow, talk.form, talk.level):
        raise GuideError(str(misfit(file, 1, unknown)))
    return run_through(flow, talk, WallClock())


def trouble_of(run: "RunThrough") -> str:
    """Return the one sentence saying where a talk does not fit its flow; nothing when it fits."""
    if run.misfit is None:
        return ""
    from guide.flow.places import shown
    from guide.ui.says import say

    where = f"{shown(run.talk.file)}:{run.misfit.line}"
    return say("present.misfit", where=where, says=run.misfit.says.rstrip("."))


def _view(run: "RunThrough", cut: int) -> "Show":
    from guide.engine.showing import Show, stops_of

    return Show(stops_of(run, cut))


def _on_screen(where: Paths, run: "RunThrough", view: "Show", wish: Wish, trouble: str) -> int:
    from guide.log.memory import Memory
    from guide.settings import read_settings
    from guide.ui.presenting import run_present
    from guide.ui.screens.present import PresentScreen
    from guide.ui.screens.present_notes import NotesScreen

    kind = NotesScreen if wish.notes else PresentScreen
    return run_present(
        first=lambda: kind(run, view, wish.cut, trouble),
        keeps_live=wish.record,
        is_rooms=not wish.notes,
        paths=where,
        settings=read_settings(where.settings_file),
        clock=WallClock(),
        store=open_store(where) if wish.record else Memory(),
    )


def _write_crib(run: "RunThrough", wish: Wish, trouble: str) -> None:
    from datetime import date

    from guide.documents.crib import write_crib

    today = date.today().isoformat()  # noqa: DTZ011 - a paper's date is the day where it is made
    for written in write_crib(run, wish.cut, wish.to, today=today, trouble=trouble):
        print(written)


# Which talks there are


def print_talks(where: Paths, *, as_json: bool) -> int:
    """Print every talk with its skill and its minutes; a file that is no talk is left to `guide check`."""
    from guide.flow.find_talk import talk_files
    from guide.flow.talk_file import examined_talk

    known = {name: examined_talk(file)[0] for name, file in talk_files(where).items()}
    talks = {name: talk for name, talk in known.items() if talk is not None and talk.invented}
    talks = dict(sorted(talks.items(), key=lambda one: not one[1].skill))  # made to be shown: first
    if as_json:
        print(json.dumps([_told(*one) for one in talks.items()], indent=2, ensure_ascii=False))
        return 0
    for name, talk in talks.items():
        minutes = " or ".join(map(str, talk.cuts))
        about = [talk.skill or talk.about, f"{minutes} minutes" if minutes else ""]
        print(f"{name:<34} {', '.join(one for one in about if one)}")
    print("\nShow one with: guide present NAME")
    return 0


def _told(name: str, talk: "Talk") -> Json:
    moments = [str(line.beat.get("beat", "")) for line in talk.lines if line.beat]
    return {
        "talk": name,
        "flow": talk.flow,
        "title": talk.title or None,
        "skill": talk.skill or None,
        "about": talk.about,
        "minutes": list(talk.cuts),
        "moments": moments,
    }


def _moments(run: "RunThrough", cut: int) -> Json:
    from guide.engine.beats import beats_of
    from guide.engine.showing import in_cut

    beats = [beat for beat in beats_of(run) if in_cut(beat, cut)]
    found = [
        {"number": one.number, "moment": one.name, "line": one.line, "cuts": list(one.cuts)} for one in beats
    ]
    fits = run.misfit is None
    return {"talk": run.talk.name, "flow": run.flow.flow, "cut": cut or None, "fits": fits, "moments": found}


def wish_of(*, cut: str, **more: Any) -> Wish:
    """Return a wish from the command's options; raises WrongUse for options that do not go together."""
    wish = Wish(cut=_minutes(cut), **more)
    if wish.crib and (wish.notes or wish.record):
        raise WrongUse("--crib writes a paper: --notes and --record go with showing a talk.")
    if wish.notes and wish.record:
        raise WrongUse("--record goes with the room's screen, not with the notes beside it.")
    return wish


def _minutes(cut: str) -> int:
    if not cut:
        return 0
    if not cut.isdecimal() or len(cut) > len("1000") or not int(cut):
        raise WrongUse(f"A cut is a number of minutes, like --cut 12; “{cut[:20]}” is none.")
    return int(cut)
