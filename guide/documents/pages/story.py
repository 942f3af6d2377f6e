"""A story in pictures: each panel with its sentences, what is to be seen, and room to draw it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guide.documents.face import Face
from guide.documents.names import Names

Json = Any


@dataclass(frozen=True)
class Panel:
    """One panel."""

    title: str
    sentences: tuple[str, ...]
    seen: str
    """What the picture shows, in words: for whoever draws it, and whoever cannot see it."""


@dataclass(frozen=True)
class Story:
    """The page."""

    title: str
    face: Face
    panels: tuple[Panel, ...]
    layout: str = "story"


def story_page(record: Mapping[str, Json], names: Names, face: Face) -> Story:
    """Return the story as it stands."""
    panels = tuple(_panel(one) for one in record.get("story") or ())
    return Story(names.voice.say("story.title"), face, panels)


def _panel(panel: Mapping[str, Json]) -> Panel:
    text = panel.get("text") or ()
    sentences = (text,) if isinstance(text, str) else tuple(str(one) for one in text)
    return Panel(str(panel.get("title") or ""), sentences, _seen(panel.get("picture") or {}))


def _seen(picture: Mapping[str, Json]) -> str:
    parts = [str(picture.get("place") or "")]
    for person in picture.get("people") or ():
        feeling = person.get("feeling")
        plain = feeling in (None, "", "blank", "ok")
        parts.append(str(person.get("name", "")) if plain else f"{person.get('name', '')} ({feeling})")
    for kind in ("things", "bubbles"):
        parts.extend(_words(one) for one in picture.get(kind) or ())
    return " · ".join(part for part in parts if part)


def _words(one: Json) -> str:
    if not isinstance(one, Mapping):
        return str(one)
    said = str(one.get("text") or one.get("name") or "")
    return f"{one['by']}: {said}" if one.get("by") else said
