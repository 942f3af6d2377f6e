"""Shows a talk line by line where no screen can be drawn: Enter reveals what is next."""

import sys
from collections.abc import Callable, Sequence

from guide.cli.plain import plain
from guide.engine.run_through import RunThrough
from guide.engine.showing import Show
from guide.ui.says import say
from guide.ui.widgets.present.blocks import Block, page_of
from guide.ui.widgets.present.notes import notes_of

Blocks = Callable[[Show], Sequence[Block]]


def show_in_lines(run: RunThrough, view: Show, trouble: str, *, notes: bool = False) -> int:
    """Show a talk until its end, until q, or until the input closes."""
    blocks = _notes(run, trouble) if notes else _room(run, trouble)
    print(say("present.lines"), file=sys.stderr)
    _print(view, None, blocks)
    for line in sys.stdin:
        wish = line.strip()
        if wish.casefold() == "q":
            return 0
        moved = _moved(view, wish, by_stops=notes)
        if moved is None:
            print(say("present.lines.nowhere", name=plain(_name(wish))))
        elif moved == view and not wish:
            return 0
        else:
            _print(moved, view, blocks)
            view = moved
    return 0


def _room(run: RunThrough, trouble: str) -> Blocks:
    def blocks(view: Show) -> Sequence[Block]:
        page = page_of(view, run, trouble)
        return (*page.blocks, *page.beside)

    return blocks


def _notes(run: RunThrough, trouble: str) -> Blocks:
    return lambda view: tuple(notes_of(view, run, trouble))


def _moved(view: Show, wish: str, *, by_stops: bool) -> Show | None:
    """Return where a line leads; None for a moment that is not there."""
    match wish.casefold():
        case "":
            return view.to(view.at + 1) if by_stops else view.forward()
        case "b":
            return view.to(view.at - 1) if by_stops else view.back()
        case "n":
            return view.next_moment()
        case "p":
            return view.moment_before()
    name = _name(wish).casefold()
    found = (
        at
        for at, one in enumerate(view.stops)
        if one.number == name or (one.beat is not None and name and name in one.beat.name.casefold())
    )
    at = next(found, None)
    return None if at is None else view.to(at)


def _name(wish: str) -> str:
    """Return the number or name in `j the long quiet`."""
    return wish.removeprefix("j ").strip()


def _print(view: Show, before: Show | None, blocks: Blocks) -> None:
    """Print what is new: the whole page of another stop, else what was revealed."""
    shown = blocks(view)
    is_further = before is not None and before.at == view.at and len(view.shown) > len(before.shown)
    known = blocks(before) if before is not None and is_further else ()
    if not is_further:
        stop = view.stop
        where = " · ".join(one for one in (stop.number, stop.beat.name if stop.beat else "") if one)
        print(f"\n[{plain(where)}]  {say('present.invented')}")
    for one in shown:
        if one not in known:
            print(_line(one), flush=True)


def _line(block: Block) -> str:
    text = plain(block.text)
    return f"{plain(block.label)}: {text}" if block.label else text
