"""A compiled flow as it is read for faults: with its places, its ways and its names at hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from guide.flow.compile import Compiled
from guide.flow.model import ROLES, Flow, Step
from guide.flow.places import Key, Place, Spot
from guide.flow.ways import WaysOn


@dataclass(frozen=True)
class Reading:
    """Everything the checks look at."""

    compiled: Compiled

    @cached_property
    def flow(self) -> Flow:
        """The flow itself."""
        return self.compiled.flow

    @cached_property
    def ways(self) -> WaysOn:
        """Its steps in order and where they lead."""
        return WaysOn(self.flow)

    @cached_property
    def roles(self) -> dict[str, None]:
        """Every role somebody in this flow can have."""
        own = (role for step in self.flow.steps.values() for role in step.roles)
        return dict.fromkeys((*ROLES, *own))

    @cached_property
    def items(self) -> dict[str, str]:
        """Name of an item to the section that goes over the items."""
        return {one.for_each.name: one.id for one in self.flow.sections if one.for_each}

    def spot(self, name: str, *path: Key) -> Spot:
        """Return where something inside the section or step `name` is written."""
        return self.compiled.gathered.spots.get(name, self.compiled.spot).at(*path)

    def place_of(self, name: str) -> Place:
        """Return where `name` is given its name."""
        spot = self.spot(name)
        step = self.flow.steps.get(name)
        keys = ("again", "as") if step is None else (step.kind, "as")
        return named_place(spot, *keys, "section", "block")

    def steps(self) -> Iterator[Step]:
        """Yield the steps of all sections in order."""
        for section in self.flow.sections:
            yield from section.steps


def named_place(spot: Spot, *keys: str) -> Place:
    """Return the place of the first of `keys` that stands at `spot`, else of the spot itself."""
    return next((spot.inside[key].place for key in keys if key in spot.inside), spot.named)
