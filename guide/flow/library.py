"""Finds flows in their folders and hands them out compiled, without reading YAML while none has changed."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from guide.errors import GuideError, WrongUse
from guide.flow.cache import Cache
from guide.flow.model import ROLES, Flow, Json, Section, Tree, Wording, flow_from_json
from guide.paths import Paths

_NOT_FLOWS: Final = frozenset({"blocks", "sheets", "language"})


def flow_files(folders: Sequence[Path]) -> dict[str, Path]:
    """Return the name of each flow with its file; of two with one name the first folder's counts."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in _inside(folder):
            found.setdefault(path.parent.name, path)
    return dict(sorted(found.items()))


def _inside(folder: Path) -> Iterator[Path]:
    try:
        inner = list(folder.iterdir())
    except OSError:
        return
    for one in inner:
        if one.name not in _NOT_FLOWS and not one.name.startswith(".") and (one / "flow.yaml").is_file():
            yield one / "flow.yaml"


def flow_names(folders: Sequence[Path]) -> list[str]:
    """Return the names of all flows in the folders, in order."""
    return list(flow_files(folders))


def load_flow(name_or_path: str, paths: Paths) -> Flow:
    """Return a flow by its name or the path of its file or folder, compiled.

    Raises WrongUse when there is none, FlowBroken when it cannot be used as it is written.
    """
    path = find_flow(name_or_path, paths)
    cache = Cache(paths.cache)
    entry = cache.known(path)
    if entry is not None and (json := cache.compiled(entry)) is not None:
        try:
            return flow_from_json(json)
        except (KeyError, TypeError, ValueError, AttributeError):
            pass  # somebody else's file under our name: it is made again
    return _made(path, paths, cache)


def find_flow(name_or_path: str, paths: Paths) -> Path:
    """Return the file of a flow; raises WrongUse with the name that was probably meant."""
    known = flow_files(paths.flow_folders())
    if name_or_path in known:
        return known[name_or_path]
    path = _as_path(name_or_path)
    if path is not None:
        return path
    from difflib import get_close_matches  # only where a name was not found

    near = get_close_matches(name_or_path[:80].casefold().replace("_", "-"), known, 1, 0.6)
    hint = f'Did you mean "{near[0]}"?' if near else f"There are: {', '.join(known) or 'none'}."
    asked = "".join(sign if sign.isprintable() else "?" for sign in name_or_path[:80])
    raise WrongUse(f'There is no flow "{asked}". {hint}')


def _as_path(name: str) -> Path | None:
    try:
        path = Path(name)
        if path.is_dir():
            path /= "flow.yaml"
        is_flow = path.suffix == ".yaml" and path.is_file()
    except (OSError, ValueError):
        return None
    return path if is_flow else None


def libraries(path: Path, paths: Paths) -> tuple[Path, ...]:
    """Return where a flow's blocks and sheets are looked for: beside it first."""
    return tuple(dict.fromkeys((path.absolute().parent.parent, *paths.flow_folders())))


def _made(path: Path, paths: Paths, cache: Cache) -> Flow:
    """Compile and check a flow and keep it; raises FlowBroken."""
    from guide.flow.check import check_flow
    from guide.flow.compile import compile_flow
    from guide.flow.findings import FlowBroken
    from guide.flow.places import shown

    compiled = compile_flow(path, *libraries(path, paths))
    findings = check_flow(compiled, talks=False)
    broken = any(one.severity == "error" for one in findings)
    if compiled.json is None or broken:
        trouble = FlowBroken(findings, again=shown(path.parent))
        cache.keep(path, compiled.stamps, None, {"broken": str(trouble)})
        raise trouble
    cache.keep(path, compiled.stamps, compiled.json, told(compiled.flow))
    return compiled.flow


def flow_list(paths: Paths) -> list[Json]:
    """Return what there is to start, as `guide flows --json` prints it; broken flows are left out."""
    return [tells for _, tells in _shelf(paths) if "broken" not in tells]


def flows_broken(paths: Paths) -> dict[str, str]:
    """Return the flows that cannot be started, each with what is wrong in one sentence."""
    return {name: tells["broken"] for name, tells in _shelf(paths) if "broken" in tells}


def _shelf(paths: Paths) -> Iterator[tuple[str, Json]]:
    """Yield every flow with what is told of it; nothing is compiled that the cache knows."""
    cache = Cache(paths.cache)
    for name, path in flow_files(paths.flow_folders()).items():
        entry = cache.known(path)
        yield name, entry["tells"] if entry is not None else _tells_anew(path, paths, cache)


def _tells_anew(path: Path, paths: Paths, cache: Cache) -> Json:
    try:
        return told(_made(path, paths, cache))
    except GuideError as trouble:
        return {"broken": str(trouble)}


def told(flow: Flow) -> Json:
    """Return what the list of flows tells of one."""
    return {
        "flow": flow.flow,
        "title": flow.title,
        "group": flow.group,
        "minutes": flow.minutes,
        "audience": flow.audience,
        "forms": dict(flow.forms),
        "sections": [_told_section(section) for section in flow.sections],
    }


def _told_section(section: Section) -> Json:
    steps = [
        {"step": step.id, "kind": step.kind, "into": list(step.into), "technique": step.technique or None}
        for step in section.steps
    ]
    return {
        "section": section.id,
        "title": _as_words(section.title),
        "with": section.held_with,
        "steps": steps,
    }


def _as_words(title: Wording) -> str:
    """Return a title before anybody is there: a role is its own word."""
    return "".join(
        piece if isinstance(piece, str) else _role_word(piece) for piece in title.for_band("adult")
    )


def _role_word(tree: Tree) -> str:
    match tree:
        case ["name", str(role)] | ["attr", ["name", str(role)], _] if role in ROLES:
            return f"the {role.replace('_', ' ')}"
    return "…"
