"""`guide talk`: line by line, as JSON lines, or a whole talk played from its file."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from guide.errors import GuideError, WrongUse
from guide.words.voice import say

if TYPE_CHECKING:
    from guide.engine.session import Session

Json = Any


def talk_command(  # noqa: PLR0913 - each is one option of `guide talk`
    place: str | None,
    flow: str,
    *,
    answers: Path | None,
    jsonl: bool,
    resumed: str,
    to: Path | None,
    formats: str,
    **chosen: Any,
) -> int:
    """Talk line by line; with `--answers` play a talk; with `--jsonl` speak JSON lines."""
    from guide.cli.open import begin, carry_on, reopen

    if answers is not None:
        from guide.cli.play import play_command

        return play_command(place, flow, answers, to=to, formats=formats)
    if to is not None or formats:
        raise WrongUse("--to and --format go with --answers; guide export writes papers from a session.")
    if not flow and not resumed:
        raise WrongUse("Say which flow: guide talk FLOW; guide flows lists them.")
    opened = reopen(resumed, place=place) if resumed else begin(flow, place=place, **chosen)
    session, store, where = opened
    if not jsonl:
        return carry_on(session, store, where, lines=True)
    try:
        return speak_json(session, sys.stdin, sys.stdout)
    finally:
        session.close()
        store.close()


def speak_json(session: "Session", heard: TextIO, out: TextIO) -> int:
    """Print a turn, hear a line, until the end; a closed input leaves the session to be resumed."""
    _print(out, session.turn.as_json())
    while line := heard.readline():
        if line.strip():
            _print(out, answer_to(session, line))
    return 0


def answer_to(session: "Session", line: str) -> dict[str, Json]:
    """Return the one object that answers a line."""
    try:
        reply = json.loads(line)
    except (ValueError, RecursionError):
        return {"refused": say("refused.not_json", session.record.lang)}
    try:
        return session.hear(reply).as_json()  # type: ignore[no-any-return]
    except GuideError as refused:
        return {"refused": str(refused)}


def _print(out: TextIO, value: dict[str, Json]) -> None:
    # `ensure_ascii`: lone surrogates and line separators inside words cannot break a line
    out.write(json.dumps(value, ensure_ascii=True) + "\n")
    out.flush()
