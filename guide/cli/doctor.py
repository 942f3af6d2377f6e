"""Says where things are, what works here and what does not."""

import importlib.util
import json
import platform
import sys
from collections.abc import Callable
from pathlib import Path

from guide.cli.open import has_screen, open_store
from guide.errors import GuideError
from guide.frozen import frozen
from guide.paths import Paths, paths
from guide.settings import read_settings


@frozen
class Look:
    """One thing that was looked at."""

    what: str
    well: bool
    says: str


def doctor_command(place: str | None, *, as_json: bool) -> int:
    """Print every look; 1 when something does not work."""
    where = paths(place)
    looks = [look(where) for look in _LOOKS]
    if as_json:
        print(json.dumps([one.__dict__ for one in looks], indent=2, ensure_ascii=False))
    else:
        for one in looks:
            print(f"{'ok ' if one.well else 'NOT'}  {one.what}: {one.says}")
    return 0 if all(one.well for one in looks) else 1


def _python(_where: Paths) -> Look:
    return Look("Python", sys.version_info >= (3, 11), platform.python_version())


def _home(where: Paths) -> Look:
    if _is_synchronised(where.home):
        says = (
            f"{where.home} is a synchronised folder: a vault can break there, choose another with GUIDE_HOME"
        )
        return Look("Where everything is kept", well=False, says=says)
    try:
        where.ready()
    except GuideError as error:
        return Look("Where everything is kept", well=False, says=str(error))
    return Look("Where everything is kept", well=True, says=str(where.home))


def _is_synchronised(home: Path) -> bool:
    return any(name in str(home).casefold() for name in ("onedrive", "dropbox", "icloud", "google drive"))


def _vault(where: Paths) -> Look:
    try:
        store = open_store(where)
    except GuideError as error:
        return Look("The vault", well=False, says=str(error))
    try:
        known = store.sessions()
        wrong = [says for one in known for says in store.verify(one.session)]
    finally:
        store.close()
    if wrong:
        return Look("The vault", well=False, says=wrong[0])
    return Look("The vault", well=True, says=f"{len(known)} conversations, none changed from outside")


def _settings(where: Paths) -> Look:
    try:
        settings = read_settings(where.settings_file)
    except GuideError as error:
        return Look("Settings", well=False, says=str(error))
    if settings.urgent_is_set:
        return Look("Settings", well=True, says=str(where.settings_file))
    says = f"no urgent steps are set: write your organisation's into {where.settings_file}"
    return Look("Settings", well=False, says=says)


def _flows(where: Paths) -> Look:
    from guide.flow.library import flow_list, flows_broken

    try:
        known, broken = flow_list(where), flows_broken(where)
    except GuideError as error:
        return Look("Flows", well=False, says=str(error))
    if broken:
        return Look("Flows", well=False, says=next(iter(broken.values())))
    return Look("Flows", well=bool(known), says=f"{len(known)} can be started")


def _screen(_where: Paths) -> Look:
    says = "a screen can be drawn here" if has_screen() else "no terminal here: guide talks line by line"
    return Look("Screen", well=True, says=says)


def _papers(_where: Paths) -> Look:
    found = importlib.util.find_spec("jinja2") is not None
    return Look(
        "Papers", found, "html, md, json and csv" if found else "jinja2 is missing: install guide again"
    )


_LOOKS: tuple[Callable[[Paths], Look], ...] = (_python, _home, _vault, _settings, _flows, _screen, _papers)
