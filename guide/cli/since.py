"""Says what has changed since papers were made, and who has words that are held back now."""

import json
from typing import TYPE_CHECKING, Any

from guide.cli.open import reopen
from guide.cli.plain import plain

if TYPE_CHECKING:
    from guide.documents.handed_out import HandedOut, Out

Json = Any


def since_command(place: str | None, name: str, *, paper: str, viewer: str, as_json: bool) -> int:
    """Print each paper that left, the newest first; return 1 when somebody has words held back now."""
    from guide.documents.handed_out import HandedOut

    session, store, _ = reopen(name, place=place)
    try:
        handed = HandedOut(session)
        left = [one for one in handed.newest() if _is_asked(handed, one, paper, viewer)]
        out = [one for one in handed.still_out() if _is_asked(handed, one, paper, viewer)]
        if as_json:
            print(json.dumps(_as_json(handed, left, out), ensure_ascii=False, indent=1))
        else:
            _print(handed, left, out)
    finally:
        session.close()
        store.close()
    return 1 if out else 0


def _is_asked(handed: "HandedOut", one: "Out", paper: str, viewer: str) -> bool:
    theirs = not viewer or handed.reader(one.left.viewer) == handed.reader(viewer)
    return theirs and paper in {"", one.left.paper}


def _print(handed: "HandedOut", left: "list[Out]", out: "list[Out]") -> None:
    say = handed.voice.say
    if not left:
        print(say("since.nothing_left"))
    for one in left:
        told = one.changes.told(handed.voice) or say("since.same")
        print(f"{plain(handed.called(one.left))}: {told}.")
        for line in _words(handed, one):
            print(f"    {plain(line)}")
    for one in out:
        print(f"\n{plain(handed.warning(one))}")


def _words(handed: "HandedOut", one: "Out") -> list[str]:
    """Return the words that differ on a paper for the file; of anybody else's there are none."""
    if handed.reader(one.left.viewer) != "file":
        return []
    say, changes = handed.voice.say, one.changes
    lines = [say("since.word_new", text=text) for text in changes.new]
    lines += [say("since.word_changed", before=old, text=new) for old, new in changes.changed]
    lines += [say("since.word_elsewhere", text=text) for text in changes.elsewhere]
    return lines + [say("since.word_gone", text=text) for text in changes.gone]


def _as_json(handed: "HandedOut", left: "list[Out]", out: "list[Out]") -> list[dict[str, Json]]:
    from guide.documents.since import KINDS

    held = {(one.left.paper, one.left.format, one.left.viewer, one.left.at) for one in out}
    every = [*left, *(one for one in out if one not in left)]
    return [
        {
            "paper": one.left.paper, "format": one.left.format, "for": handed.reader(one.left.viewer),
            "made": one.left.at, "other_names": one.left.other_names,
            **{kind: len(getattr(one.changes, kind)) for kind in KINDS},
            "has_held_back": (one.left.paper, one.left.format, one.left.viewer, one.left.at) in held,
        }
        for one in every
    ]  # fmt: skip
