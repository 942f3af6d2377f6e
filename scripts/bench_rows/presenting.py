"""How long a jump takes in a long talk before a room, from Enter until the moment is painted."""

from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from bench_rows.bare import PAINTED, bare_app, entered
from bench_rows.budgets import FOR_INTEREST, JUMP
from bench_rows.invented import asking_flow
from bench_rows.row import Row
from bench_rows.talker import SENTENCE
from bench_rows.terminal import Terminal, guide

_TURNS: Final = 300
_MOMENTS: Final = 9
_TITLE: Final = "A very long afternoon"


def measure(*, quick: bool) -> list[Row]:
    """Jump to and fro in a talk of 300 turns, and press Enter in a bare app by turns."""
    with TemporaryDirectory() as home, ExitStack() as stack:
        talk = str(long_talk(Path(home), _TURNS))
        with guide(Path(home), "present", talk) as first:
            first.painted(_TITLE)  # its flow is compiled from now on
        bare = stack.enter_context(Terminal(bare_app(Path(home))))
        began = bare.painted(PAINTED) - bare.began
        room = stack.enter_context(guide(Path(home), "present", talk))
        opened = room.painted(_TITLE) - room.began
        taken = [_both(room, bare, at) for at in range(1, 6 if quick else 25)]
    ours, theirs = (1e3 * median(one) for one in zip(*taken, strict=True))
    began, opened = 1e3 * began, 1e3 * opened
    what = f"a jump to a named moment in a talk of {_TURNS} turns, until it is painted"
    return [
        Row("present", what, ours, "Enter in a bare Textual app", theirs, "ms", JUMP),
        Row(
            "present", f"`guide present` of {_TURNS} turns until its first page is painted", opened,
            "a bare Textual app", began, "ms", FOR_INTEREST,
        ),
    ]  # fmt: skip


def long_talk(folder: Path, turns: int) -> Path:
    """Write a talk of so many turns beside its flow, with a few moments spread over it."""
    flow = asking_flow(folder, turns)
    every = turns // _MOMENTS
    lines = [
        "talk: long", f"flow: {flow.parent.name}", f"title: {_TITLE}", "invented: true", "people:",
        "  - {name: Rosa, as: child, age: 8}", "  - {name: Dev, as: worker}", "says:",
    ]  # fmt: skip
    for n in range(1, turns + 1):
        if n % every == 0 and n // every <= _MOMENTS:
            lines.append(f'  - {{beat: "Moment {n // every}", think: "{_thought(n // every)}"}}')
        lines.append(f'  - {{at: said_{n}, say: "{SENTENCE}"}}')
    path = flow.parent / "long.talk.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _thought(moment: int) -> str:
    return f"What would you ask at moment {moment}?"


def _both(room: Terminal, bare: Terminal, at: int) -> tuple[float, float]:
    """Jump from one end of the talk to the other; then press Enter in the bare app."""
    moment = _MOMENTS if at % 2 else 1
    room.settle()
    room.send("j")
    room.settle()
    room.send(str(moment))
    room.settle()
    jumped = room.send("\r")
    ours = room.painted(_thought(moment)) - jumped
    bare.settle()
    pressed = bare.send("\r")
    return ours, bare.painted(entered(at)) - pressed
