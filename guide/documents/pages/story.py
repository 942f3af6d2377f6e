"""A story in pictures: each picture over its sentences, the same person looking the same in every one."""

from collections.abc import Mapping
from typing import Any, Final

from guide.documents.face import Face
from guide.documents.letters import runs_left
from guide.documents.names import Names
from guide.documents.pictures import Drawing, draw, looks_of
from guide.documents.pictures.lexicon import lexicon
from guide.frozen import field, frozen

Json = Any

PER_PAGE: Final = (1, 2, 4)
"""How many pictures may stand on a page."""
EVENLY: Final = 2
"""How many do where nobody wished for another number."""

_CROWDED: Final = 1.8
_LINE: Final = 80
"""So many letters stand on a line."""
_FITS: Final = (("", 4), ("long", 6), ("longer", 10**6))
"""How much there is to read, in lines: the more, the lower the picture, so that two panels share a page."""


@frozen
class Inked:
    """A picture as a template writes it: as it is, because its words were escaped where it was drawn."""

    drawing: Drawing

    def __html__(self) -> str:
        """Return the picture's own lines."""
        return self.drawing.svg


@frozen
class Panel:
    """One panel."""

    title: str
    sentences: tuple[str, ...]
    ways: tuple[str, ...]
    """Which way each sentence runs: `ltr` or `rtl`."""
    picture: Inked
    seen: str
    """What the picture shows, in words: for whoever draws it, and whoever cannot see it."""
    is_tall: bool
    """Whether the picture is taller than it is wide."""
    is_crowded: bool
    """Whether so much is in it that its words become small: then they stand under it too."""
    reads: str
    """How much there is to read: nothing for little, long, or longer; the picture makes room for it."""


@frozen
class Story:
    """The page."""

    title: str
    tab: str
    """What the browser's tab says: nobody's name."""
    face: Face
    panels: tuple[Panel, ...]
    per_page: int = EVENLY
    """How many stand on a page until somebody picks another number."""
    choices: tuple[int, ...] = field(default=PER_PAGE)
    layout: str = "story"


def story_page(record: Mapping[str, Json], names: Names, face: Face, per_page: int = EVENLY) -> Story:
    """Return the story as it stands."""
    voice = names.voice
    told = record.get("story") or ()
    people = record.get("people") or ()
    looks = looks_of(told, people, lexicon(voice.lang))
    panels = tuple(_panel(one, draw(one.get("picture") or {}, people, looks, voice.lang)) for one in told)
    title = voice.say("story.title")
    children = voice.join(one.name for one in names.children())
    return Story(voice.say("story.for", names=children) if children else title, title, face, panels, per_page)


def _panel(panel: Mapping[str, Json], drawing: Drawing) -> Panel:
    text = panel.get("text") or ()
    sentences = (text,) if isinstance(text, str) else tuple(str(one) for one in text)
    rises = drawing.height / drawing.width
    title = str(panel.get("title") or "")
    written = sum(1 + len(one) // _LINE for one in sentences) + bool(title)
    reads = next(name for name, most in _FITS if written <= most)
    ways = tuple("rtl" if runs_left(one) else "ltr" for one in sentences)
    return Panel(title, sentences, ways, Inked(drawing), drawing.says, rises > 1, rises > _CROWDED, reads)
