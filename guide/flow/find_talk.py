"""Finds talks among the flows: by path, as `three-houses/rosa`, or by their own name alone."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from guide.errors import WrongUse
from guide.flow.library import flow_files
from guide.flow.talk import Talk
from guide.flow.talk_file import talks_of
from guide.paths import Paths

_ENDING: Final = ".talk.yaml"


def talk_files(paths: Paths) -> dict[str, Path]:
    """Return every talk by its flow and name, `three-houses/rosa`."""
    folders = {name: file.parent for name, file in flow_files(paths.flow_folders()).items()}
    return {f"{name}/{_name(file)}": file for name, folder in folders.items() for file in talks_of(folder)}


def find_talk(name: str, paths: Paths) -> Path:
    """Return a talk's file; raises WrongUse when there is none, or when several have the name."""
    path = _as_path(name)
    if path is not None:
        return path
    known = talk_files(paths)
    found = [one for one in known if name in (one, one.partition("/")[2])]
    if len(found) == 1:
        return known[found[0]]
    if found:
        raise WrongUse(f"Several talks are called “{name}”: say which, {' or '.join(found)}.")
    raise WrongUse(_unknown(name, list(known)))


def flow_of(talk: Talk) -> str:
    """Return what finds a talk's flow: the folder it stands in when that is a flow's, else its name."""
    folder = talk.file.absolute().parent
    return str(folder) if (folder / "flow.yaml").is_file() else talk.flow


def _name(file: Path) -> str:
    return file.name.removesuffix(_ENDING)


def _as_path(name: str) -> Path | None:
    try:
        path = Path(name)
        return path if name.endswith(".yaml") and path.is_file() else None
    except (OSError, ValueError):
        return None


def _unknown(name: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches  # only where a name was not found

    asked = "".join(sign if sign.isprintable() else "?" for sign in name[:80])
    by_name = {one.partition("/")[2]: one for one in known} | {one: one for one in known}
    near = get_close_matches(asked.casefold(), list(by_name), 1, 0.6)
    hint = f"Did you mean “{by_name[near[0]]}”?" if near else "guide present lists them all."
    return f"There is no talk “{asked}”. {hint}"
