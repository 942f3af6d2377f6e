"""What happens to a story after its pictures were given: one is added or moved, its sentences are agreed."""

from collections.abc import Mapping, Sequence
from typing import Any

from guide.frozen import field, frozen

Json = Any


@frozen(kw_only=True)
class PanelAdded:
    """A panel was put into the story by hand, or split off from another one."""

    panel: str
    value: Mapping[str, Json] = field(default_factory=dict)
    """title, text, picture and from, as a panel's answer has them."""
    by: str = ""
    typed_by: str | None = None
    before: str = ""
    """The panel it stands before; with neither this nor `after` it is the last."""
    after: str = ""
    made_with: str = ""
    """Who sat before the screen: worker, child, family or team."""
    split_from: str = ""
    """The panel its sentences stood in: it is on the way as long as that one's answer is."""


@frozen(kw_only=True)
class PanelMoved:
    """A panel was moved to another place in the story."""

    panel: str
    before: str = ""
    after: str = ""


@frozen(kw_only=True)
class PanelAgreed:
    """Somebody agreed to sentences of a panel, or sees them differently."""

    panel: str
    agree: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Sentence, word for word, to the people: changed words are agreed to by nobody yet."""
    dispute: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Sentence to person to how they would put it."""
    by: str = ""


@frozen(kw_only=True)
class LookSaid:
    """Somebody said what a person of the story looks like: it holds in every picture."""

    name: str
    """As it stands in the pictures: Mum is nobody's name, and has a look."""
    look: str = ""
    """All of it in words with commas between; empty when nothing is said of it any more."""
    by: str = ""
