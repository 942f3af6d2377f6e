"""Lays a sheet out: what stands over its columns, the columns, and what stands under them."""

from collections.abc import Mapping, Sequence

from guide.flow.model import Area, Sheet
from guide.frozen import field, frozen
from guide.map.gaps import Gap
from guide.ui.seen import Place, Seen
from guide.ui.widgets.sheet.houses import House, houses_of


@frozen
class Block:
    """Areas under one heading."""

    title: str
    places: tuple[Place, ...]
    named: str = ""
    """The child's own name for it, as it stands over the door of a house."""
    blank: tuple[str, ...] = ()
    """Titles of its areas where nothing stands and nothing is missed."""


@frozen
class Laid:
    """A sheet as it is to be shown."""

    above: tuple[Place, ...] = ()
    houses: tuple[House, ...] = ()
    """Drawn in place of their columns before a child or a family."""
    columns: tuple[Block, ...] = ()
    lines: tuple[Place, ...] = ()
    """What holds marks on a line; it stands under the columns."""
    below: tuple[Place, ...] = ()
    blank: tuple[str, ...] = ()
    """Titles of areas beside the columns where nothing stands and nothing is missed."""
    gaps: Mapping[str, str] = field(default_factory=dict)
    """Area to what is missing there, in one sentence."""
    others: tuple[str, ...] = ()
    """What else is missing, doubtful or one-sided."""

    @property
    def places(self) -> list[Place]:
        """Every area in the order it is read."""
        beside = [one for block in self.columns for one in block.places]
        return [*self.above, *beside, *self.lines, *self.below]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all stands here."""
        return all(one.is_empty for one in self.places) and not any(one.texts for one in self.houses)


def lay_out(seen: Seen, sheet: Sheet, gaps: Sequence[Gap] = ()) -> Laid:
    """Return a sheet laid out; areas that stand before the first column in the sheet stand above it."""
    houses = tuple(houses_of(seen, sheet, ())) if seen.with_somebody and sheet.draw == "houses" else ()
    places = [one for one in seen.places(sheet) if not (houses and _is_drawn(sheet, one.area))]
    missing = {gap.about: gap.says for gap in gaps if gap.about in sheet.areas}
    columns = [_block(seen, sheet, name, places, missing) for name in sheet.columns]
    first = next((at for at, one in enumerate(places) if one.area.column in sheet.columns), len(places))
    loose = [(at, one) for at, one in enumerate(places) if one.area.column not in sheet.columns]
    blank = [one for _, one in loose if _is_blank(one, missing)]
    loose = [(at, one) for at, one in loose if one not in blank]
    under = [one for at, one in loose if at >= first]
    return Laid(
        above=tuple(one for at, one in loose if at < first),
        houses=houses,
        columns=tuple(one for one in columns if one.places or one.blank),
        lines=tuple(one for one in under if one.area.holds == "ratings"),
        below=tuple(one for one in under if one.area.holds != "ratings"),
        blank=tuple(one.area.title for one in blank),
        gaps=missing,
        others=tuple(gap.says for gap in gaps if gap.about not in seen.sight.flow.areas),
    )


def _is_drawn(sheet: Sheet, area: Area) -> bool:
    """Return whether an area is part of a house that is drawn."""
    house = sheet.areas.get(f"{sheet.id}.{area.column}")
    return house is not None and house.holds == "entries"


def _is_blank(place: Place, missing: Mapping[str, str]) -> bool:
    return place.is_empty and place.area.id not in missing


def _block(
    seen: Seen, sheet: Sheet, column: str, places: Sequence[Place], missing: Mapping[str, str]
) -> Block:
    own = [one for one in places if one.area.column == column]
    called = sheet.areas.get(f"{sheet.id}.{column}_name")
    names = seen.place(called).entries if called else ()
    return Block(
        sheet.columns[column],
        tuple(one for one in own if not _is_blank(one, missing)),
        names[-1].text if names else "",
        tuple(one.area.title for one in own if _is_blank(one, missing)),
    )
