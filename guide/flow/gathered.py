"""What gathers while a flow is compiled: findings, and every expression and text with its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guide.flow.findings import Finding
from guide.flow.model import Pieces, Tree
from guide.flow.places import Place, Spot


@dataclass(frozen=True, slots=True)
class Condition:
    """One expression as it was written somewhere in the flow."""

    tree: Tree
    place: Place
    section: str
    """The section it stands in; nothing for the top-level people."""
    step: str
    """The step it belongs to; nothing when it is the section's own."""
    key: str
    """The key it stands under: `when`, `then`, `text`, `because`, `for_each` …"""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One wording of one text that a person may see."""

    pieces: Pieces
    place: Place
    section: str
    step: str
    kind: str
    key: str
    band: str
    """A band, or `any`."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What names mean where a text stands: in a block that is given words, or used under another name."""

    section: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    """Name to the plain words that stand for it."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Id as written in the block to the id it has in the flow."""

    def name(self, written: str) -> str:
        """Return the id something has in the flow."""
        return self.renamed.get(written, written)


@dataclass
class Gathered:
    """Grows while a flow is compiled; read by the checks."""

    findings: list[Finding]
    conditions: list[Condition] = field(default_factory=list)
    texts: list[Spoken] = field(default_factory=list)
    spots: dict[str, Spot] = field(default_factory=dict)
    """Id of a section or step to where it is written."""
    twice: list[tuple[str, Spot]] = field(default_factory=list)
    """Ids that were there already, and where they came again."""
    lines: dict[str, str] = field(default_factory=dict)
    """Scale to the area its ratings stand in."""

    def keep(self, name: str, spot: Spot) -> None:
        """Remember where `name` is written, and when it is written a second time."""
        if name in self.spots:
            self.twice.append((name, spot))
        else:
            self.spots[name] = spot
