"""Talks line by line: for screen readers, pipes and terminals that draw no screen.

The guide's lines begin with "guide:". An answer is a line; a line that begins with / is a command.
"""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TextIO

from guide.cli.line_reply import Unclear, reply_from
from guide.cli.plain import plain
from guide.engine.turn import Asks, Item, Turn
from guide.errors import GuideError
from guide.words.voice import say

if TYPE_CHECKING:
    from guide.engine.session import Session

Json = Any


def say_no_screen() -> None:
    """Say that the conversation goes on line by line."""
    print(say("lines.no_screen"), file=sys.stderr)


def talk_in_lines(session: "Session", heard: TextIO | None = None, out: TextIO | None = None) -> int:
    """Talk until the end or until the input closes; the session can be resumed."""
    heard, out = heard or sys.stdin, out or sys.stdout

    def tell(text: str = "") -> None:
        out.write(f"{text}\n")
        out.flush()

    lang = session.record.lang
    tell(say("lines.start", lang))
    if session.readonly:
        tell(say("refused.readonly", lang))
        return 1
    _put(session.turn, tell)
    while not session.turn.is_finished:
        line = heard.readline()
        if not line:
            tell(say("lines.kept", lang, session=session.id))
            return 0
        if not _one(session, line.rstrip("\n"), tell):
            tell(say("lines.kept", lang, session=session.id))
            return 0
    tell(say("lines.end", lang, session=session.id))
    return 0


def _one(session: "Session", line: str, tell: Callable[[str], None]) -> bool:
    """Hear one line; False when the person wants to leave."""
    command = line.strip().casefold()
    if command in {"/quit", "/hide"}:
        return False
    if command in {"/help", "/?"}:
        tell(say("lines.help", session.record.lang))
        return True
    if command == "/why":
        tell(f"guide: {session.turn.asks.why or say('lines.no_why', session.record.lang)}")
        return True
    try:
        reply = reply_from(line, session.turn)
        turn = session.hear(reply)
    except Unclear as unclear:
        tell(f"guide: {unclear}")
        return True
    except GuideError as refused:
        tell(f"guide: {plain(str(refused))}")
        return True
    if isinstance(turn, Turn):
        _tell_picture(turn, reply, tell)
        _put(turn, tell)
    return True


def _tell_picture(turn: Turn, reply: Any, tell: Callable[[str], None]) -> None:
    """Tell what is drawn: the picture just suggested, or the first one with somebody whose look was said."""
    if "panel" not in reply and "look" not in reply:
        return
    from guide.ui.pictured import described, looks_in, people_in
    from guide.ui.seen import panels_seen, who_sits

    pictures = [one.picture for one in panels_seen(turn, who_sits(turn))]
    told = {one.casefold() for one in reply.get("look") or ()}
    shown = [
        one for one in pictures if any(str(who.get("name")).casefold() in told for who in people_in(one))
    ]
    for one in shown[:1] if told else pictures[-1:]:
        what = described(one, (), turn.record.lang, looks_in(pictures, (), turn.record.lang))
        tell(f"  ({say('lines.picture', turn.record.lang, what=plain(what))})")


def _put(turn: Turn, tell: Callable[[str], None]) -> None:
    """Put what is asked now."""
    for line in turn_lines(turn):
        tell(line)


def turn_lines(turn: Turn) -> list[str]:
    """Return what is asked now as lines of plain words."""
    asks = turn.asks
    if asks.kind == "end":
        return []
    lines = ["", f"guide: {plain(asks.text)}" if asks.text else f"guide: {say('lines.quiet')}"]
    if len(asks.by) > 1 or (asks.by and not asks.who):
        lines.append("  " + say(_whose(asks), names=", ".join(plain(one.name) for one in asks.by)))
    lines += _shown(asks)
    hint = _hint(asks)
    return [*lines, f"  ({hint})"] if hint else lines


def _whose(asks: Asks) -> str:
    """Return how to say whose turn it is: to answer, to read aloud, or to write."""
    if asks.mode != "next":
        return "lines.still"
    return "lines.writing" if asks.kind == "timer" else "lines.round"


def _shown(asks: Asks) -> list[str]:
    lines = [f"  {at}. {plain(text)}" for at, text in enumerate(asks.options.values(), 1)]
    if asks.kind in {"sort", "review", "panel"} or asks.mode == "sentence":
        lines += [f"  {at}. {plain(item.text)}" for at, item in enumerate(asks.items, 1)]
    lines += [f"  {at}. {plain(item.text)}{_kept(item)}" for at, item in enumerate(asks.offers, 1)]
    if asks.kind == "sort":
        lines += [f"  {chr(96 + at)}. {plain(test)}" for at, test in enumerate(asks.places.values(), 1)]
    if asks.range and asks.kind == "scale":
        lines.append(f"  {asks.range[0]:g} = {plain(asks.zero)}; {asks.range[1]:g} = {plain(asks.ten)}")
    return lines


def _kept(item: Item) -> str:
    return f" ({say('lines.wished', who=plain(item.kept))})" if item.kept else ""


def _hint(asks: Asks) -> str:
    if asks.kind in {"hand-over", "break"} or asks.mode == "next":
        return say("lines.enter")
    if asks.quiet:
        return say("lines.quiet_keys")
    if asks.offers:
        return say("lines.offered")
    if asks.more:
        return say("lines.more_keys")
    if asks.kind == "choose":
        return say("lines.choose_many" if asks.many else "lines.choose")
    if asks.kind in {"sort", "review", "panel"}:
        return say(f"lines.{asks.kind}")
    if asks.mode == "sentence":
        return say("lines.sentence")
    if asks.kind == "people" and asks.mode == "first":
        return say("lines.people")
    return say("lines.optional") if asks.optional else ""
