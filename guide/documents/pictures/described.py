"""A picture in words: what the terminal shows, and what is read to whoever cannot see it."""

from collections.abc import Iterable, Mapping
from typing import Any

from guide.documents.pictures.lexicon import Lexicon, lexicon
from guide.documents.pictures.looks import Look
from guide.documents.pictures.scene import Bubble, Scene, Somebody, Thing, scene_of

Json = Any


def described(
    picture: Mapping[str, Json],
    people: Iterable[Mapping[str, Json]] = (),
    lang: str = "en",
    looks: Mapping[str, Look] | None = None,
) -> str:
    """Return what a picture shows, in one or a few sentences; `looks` as `looks_of` gives them."""
    words = lexicon(lang)
    return described_scene(scene_of(picture, list(people), looks or {}, words), words)


def described_scene(scene: Scene, words: Lexicon) -> str:
    """Return what a scene shows."""
    if scene.is_empty:
        return words.says("empty")
    where = scene.label or words.said("places", scene.place)
    who = ", ".join(_person(one, words) for one in scene.people)
    parts = [f"{where}: {who}." if where and who else f"{where or who}." if where or who else ""]
    if not scene.people:
        parts.append(words.says("nobody"))
    if scene.things:
        parts.append(words.says("things", things=", ".join(_thing(one, words) for one in scene.things)))
    parts += [_bubble(one, words) for one in scene.bubbles]
    return " ".join(part for part in parts if part)


def _person(one: Somebody, words: Lexicon) -> str:
    """Return somebody with what can be seen of them; a face nobody named a feeling for is not told."""
    face = words.says("blank") if one.feeling == "blank" and not one.note else ""
    told = [*_looks(one, words), one.feels if one.feeling not in {"blank", "ok"} else face]
    told += ["" if one.feeling not in {"blank", "ok"} or not one.note else one.note]
    told += [one.note if one.note and one.feeling not in {"blank", "ok"} else ""]
    told.append(words.says("hand", name=one.hand) if one.hand else "")
    told.append(words.says("carries", name=one.carries) if one.carries else "")
    told.append(words.says("holds", thing=one.holds.words) if one.holds else "")
    seen = ", ".join(part for part in told if part)
    return f"{one.name} ({seen})" if seen else one.name


def _looks(one: Somebody, words: Lexicon) -> list[str]:
    """Return what was said of somebody's looks; what we draw without being told is not told either."""
    seen: dict[str, str] = words.table["seen"]
    return [seen[key] for _, key in one.look.said if key in seen]


def _thing(one: Thing, words: Lexicon) -> str:
    return one.words if one.key else words.says("frame", words=one.words)


def _bubble(one: Bubble, words: Lexicon) -> str:
    kind = "thinks" if one.thought else "says"
    if not one.by:
        return words.says(f"{kind}_alone", text=one.text)
    return words.says(kind, name=one.by, text=one.text)
