"""Checks flows: every finding in one run, and every talk played as a test."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guide.cli.open import unknown_choice
from guide.errors import WrongUse
from guide.paths import Paths, paths

if TYPE_CHECKING:
    from guide.flow.findings import Finding


def check_command(place: str | None, places: Sequence[Path], *, as_json: bool) -> int:
    """Print every finding; 1 when one of them is an error, 0 when there are warnings at most."""
    where = paths(place)
    found = [one for folder in _folders(where, places) for one in findings_in(folder, where)]
    if as_json:
        print(json.dumps([_json(one) for one in found], indent=2, ensure_ascii=False))
    else:
        for one in found:
            print(one)
        print(_summary(found))
    return 1 if any(one.severity == "error" for one in found) else 0


def findings_in(folder: Path, where: Paths) -> "list[Finding]":
    """Return a flow's own findings and those of playing each of its talks, in the order of the files."""
    from guide.flow.check import check_flow
    from guide.flow.compile import compile_flow
    from guide.flow.library import libraries

    compiled = compile_flow(folder, *libraries(folder / "flow.yaml", where))
    found = list(check_flow(compiled))
    if not any(one.severity == "error" for one in found):
        found.extend(_talk_findings(folder, compiled.json))
    return found


def _folders(where: Paths, places: Sequence[Path]) -> Iterator[Path]:
    """Return the flow folders meant: a flow, its file, a folder of flows; without any, every flow."""
    for place in places or where.flow_folders():
        if place.name == "flow.yaml" or (place / "flow.yaml").is_file():
            yield place.parent if place.name == "flow.yaml" else place
        elif place.is_dir():
            yield from _inside(place)
        else:
            found = [
                one / str(place) for one in where.flow_folders() if (one / str(place) / "flow.yaml").is_file()
            ]
            if not found:
                raise WrongUse(f"There is no flow at {place}: name a flow, its folder, or a folder of flows.")
            yield from found


def _inside(folder: Path) -> list[Path]:
    found = sorted(one.parent for one in folder.glob("*/flow.yaml"))
    if not found:
        raise WrongUse(f"There is no flow in {folder}: a flow is a folder with its flow.yaml.")
    return found


def _talk_findings(folder: Path, compiled: Any) -> "Iterator[Finding]":
    from guide.flow.model import flow_from_json

    flow = flow_from_json(compiled)
    for file in sorted(folder.glob("*.talk.yaml")):
        yield from _played(file, flow)


def _played(file: Path, flow: Any) -> "Iterable[Finding]":
    """Play one talk; what does not fit is a finding at its line."""
    from guide.clock import StillClock
    from guide.engine.play import DoesNotFit, play, unmet
    from guide.engine.session import Session
    from guide.flow.findings import FlowBroken
    from guide.flow.talk_file import read_talk
    from guide.log.memory import Memory

    try:
        talk = read_talk(file)
    except FlowBroken as broken:
        return broken.findings
    if unknown := unknown_choice(flow, talk.form, talk.level):
        return [misfit(file, 1, unknown)]
    session = Session.start(
        Memory(), flow, StillClock(), form=talk.form, level=talk.level, lang=talk.lang or "en", invented=True
    )
    try:
        for _ in play(session, talk.people, talk.lines):
            pass
    except DoesNotFit as wrong_line:
        return [misfit(file, wrong_line.line or 1, str(wrong_line))]
    return [misfit(file, 1, one, "G126") for one in unmet(session, talk.expect)]


def misfit(file: Path, line: int, says: str, code: str = "G125") -> "Finding":
    """Return the finding for a talk that does not fit its flow, at its line."""
    from guide.flow.findings import finding
    from guide.flow.places import Place, shown

    is_whole = code == "G125"  # the other rules have words of their own around it
    problem = f"{says[:1].upper()}{says[1:].removesuffix('.')}." if is_whole else says
    return finding(code, Place(shown(file), line), problem=problem)


def _json(one: "Finding") -> dict[str, Any]:
    keys = ("code", "file", "line", "column", "says", "fix", "severity")
    return {key: str(value) if isinstance(value := getattr(one, key), Path) else value for key in keys}


def _summary(found: "Sequence[Finding]") -> str:
    errors = sum(one.severity == "error" for one in found)
    warnings = len(found) - errors
    if not found:
        return "Nothing to put right."
    return f"{errors} to put right, {warnings} to look at."
