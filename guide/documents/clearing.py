"""What waits for a named adult to clear it, before somebody may see it; nothing is cleared against a wish."""

from collections.abc import Mapping
from typing import Any

from guide.documents.leaving import Picture, desk_for
from guide.documents.papers import parse_for
from guide.documents.quoted import whose
from guide.documents.sharing import Eyes, eyes_of
from guide.documents.story_sharing import telling
from guide.documents.viewers import FAMILY, TEAM, is_child
from guide.frozen import frozen

Json = Any


@frozen
class Waiting:
    """Something its owner would show, that no named adult has cleared yet."""

    id: str
    by: str
    """Whose it is: a person's id."""
    text: str


def waiting_for_clearing(picture: Picture, viewer: str) -> list[Waiting]:
    """Return what this viewer would see if a named adult cleared it, and does not see now."""
    desk = desk_for(picture, viewer)
    eyes = eyes_of(desk.about.viewer, desk.whole, desk.flow)
    found: dict[str, Waiting] = {}
    for sheet in (desk.whole.get("sheets") or {}).values():
        for area, held in (sheet.get("areas") or {}).items():
            for one in held:
                if "text" in one and eyes.see_standing(one, area) and _waits(eyes, one, one.get("by")):
                    found.setdefault(one["id"], Waiting(one["id"], one.get("by") or "", one["text"]))
        for scale in (sheet.get("scales") or {}).values():
            for one in scale:
                if _waits(eyes, one, whose(one)):
                    text = f"{one['value']:g} / {one['of']}"
                    found.setdefault(one["id"], Waiting(one["id"], one.get("by") or "", text))
    for panel in telling(eyes, desk.whole).waiting():
        title, words = panel.get("title"), " ".join(map(str, panel.get("text") or ()))
        found[panel["id"]] = Waiting(panel["id"], "", f"{title}: {words}" if title else words)
    return list(found.values())


def _waits(eyes: Eyes, one: Mapping[str, Json], owner: str | None) -> bool:
    """Return whether clearing it is all that is missing: nobody clears against a wish."""
    if not eyes.viewer.people or eyes.see(one, owner):
        return False
    share = dict(one.get("share") or {})
    for reader in eyes.viewer.people:
        group = "family" if eyes.roles.get(reader) in FAMILY else "team"
        decision = share.get(reader, share.get(group)) or {}
        share[reader] = {**decision, "cleared": {"by": "somebody"}}
    return eyes.see({**one, "share": share}, owner)


def readers(picture: Picture, viewer: str) -> list[str]:
    """Return everybody who would read what is made for this viewer, by id."""
    return sorted(parse_for(viewer, picture.record).people)


def may_clear(picture: Picture) -> dict[str, str]:
    """Return the adults who can clear something, id to name: those whose job it is, else every adult here."""
    adults = [one for one in picture.record.get("people") or () if not one.get("left") and not is_child(one)]
    working = [one for one in adults if one.get("as") in TEAM]
    return {one["id"]: one["name"] for one in working or adults}
