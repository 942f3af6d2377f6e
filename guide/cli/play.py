"""Plays a talk to its end, shows what was said, and writes its papers."""

from pathlib import Path
from typing import TYPE_CHECKING

from guide.cli.check import misfit
from guide.cli.export import formats_of, write_papers
from guide.cli.open import open_store, unknown_choice
from guide.cli.plain import plain
from guide.clock import Clock, StillClock, WallClock
from guide.errors import GuideError, WrongUse
from guide.paths import paths
from guide.settings import read_settings

if TYPE_CHECKING:
    from guide.engine.session import Session
    from guide.flow.talk_file import Talk
    from guide.log.store import Store
    from guide.paths import Paths


def play_command(place: str | None, flow: str, answers: Path, *, to: Path | None, formats: str) -> int:
    """Play a talk as a session of its own, which is kept; raises GuideError where it does not fit."""
    from guide.engine.play import DoesNotFit, play, unmet
    from guide.engine.session import Session
    from guide.flow.library import load_flow
    from guide.flow.talk_file import read_talk

    talk = read_talk(answers)
    if flow and flow != talk.flow:
        raise WrongUse(f"{answers} is a talk of {talk.flow}, not of {flow}.")
    where = paths(place)
    wanted = formats_of(formats)
    read_settings(where.settings_file)  # papers need them: say what is wrong before anything is played
    compiled = load_flow(_flow_of(answers, talk), where)
    if unknown := unknown_choice(compiled, talk.form, talk.level):
        raise GuideError(str(misfit(answers, 1, unknown)))
    store = open_store(where)
    session = Session.start(
        store, compiled, _clock(talk), form=talk.form, level=talk.level, lang=talk.lang or "en",
        invented=talk.invented, origin=_played_before(store, talk, where),
    )  # fmt: skip
    try:
        for played in play(session, talk.people, talk.lines):
            _print(session, played.turn.said)
        print(f"\n{session.id}: played to its end.")
        missing = unmet(session, talk.expect)
        for one in missing:
            print(misfit(answers, 1, one, "G126"))
        if to is not None:
            for written in write_papers(session, where, wanted, to):
                print(written)
    except DoesNotFit as wrong:
        raise GuideError(str(misfit(answers, wrong.line or 1, str(wrong)))) from None
    finally:
        session.close()
        store.close()
    return 1 if missing else 0


def _clock(talk: "Talk") -> "Clock":
    """Return the clock of the day a talk is held on: only what is invented can be held on another day."""
    if not talk.day:
        return WallClock()
    if not talk.invented:
        raise WrongUse(f"{talk.file} is held on a day of its own, so it has to say invented: true.")
    return StillClock(f"{talk.day}T10:00:00Z")


def _played_before(store: "Store", talk: "Talk", where: "Paths", above: "tuple[Path, ...]" = ()) -> str:
    """Play the talk this one goes on from, and those before it; return its session, or nothing."""
    if not talk.origin:
        return ""
    from guide.engine.play import play
    from guide.engine.session import Session
    from guide.flow.find_talk import find_talk, flow_of
    from guide.flow.library import load_flow
    from guide.flow.talk_file import read_talk

    file = find_talk(talk.origin, where)
    if file.resolve() in above:
        raise WrongUse(f"{talk.file} goes on from itself: take one `from:` out.")
    earlier = read_talk(file)
    origin = _played_before(store, earlier, where, (*above, talk.file.resolve()))
    how = {"form": earlier.form, "level": earlier.level, "lang": earlier.lang or "en"}
    flow = load_flow(flow_of(earlier), where)
    session = Session.start(store, flow, _clock(earlier), invented=earlier.invented, origin=origin, **how)
    try:
        for _ in play(session, earlier.people, earlier.lines):
            pass
    finally:
        session.close()
    return session.id


def _flow_of(answers: Path, talk: "Talk") -> str:
    """Return the flow beside a talk when it stands in a flow's own folder, else its name."""
    beside = answers.parent / "flow.yaml"
    return str(answers.parent) if beside.is_file() else talk.flow


def _print(session: "Session", said: tuple) -> None:  # type: ignore[type-arg]
    for one in said:
        if one.kind == "guide":
            print(f"\nguide: {plain(one.text)}")
        elif one.given:
            print(f"{_name(session, one.by)}: (given, not shown)")
        elif one.kind == "joined":
            print(f"    ({plain(one.text)})")
        elif one.text:
            print(f"{_name(session, one.by)}: {plain(one.text)}")


def _name(session: "Session", person: str | None) -> str:
    return plain(session.walk.sight.name_of(person or "")) or say_anybody(session)


def say_anybody(session: "Session") -> str:
    """Return what stands for nobody in particular."""
    from guide.words.voice import say

    return say("anybody", session.record.lang)
