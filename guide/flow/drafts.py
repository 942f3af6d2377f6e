"""Puts blocks where they are used: the sections of a flow in order, each with what its names mean."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from guide.flow.findings import did_you_mean, finding
from guide.flow.gathered import Scope
from guide.flow.ids import is_snake, snake, spelled, taken_by
from guide.flow.places import Spot
from guide.flow.shape import BlockShape, HeldWith, SectionShape, UseShape
from guide.flow.shape_steps import KINDS, StepShape
from guide.flow.sources import Sources


@dataclass(frozen=True, slots=True)
class When:
    """A condition of a section, as it was written and with what its names mean there."""

    source: str
    spot: Spot
    scope: Scope


@dataclass(frozen=True, slots=True)
class Draft:
    """One section on its way to being compiled."""

    name: str
    """Its id in the flow."""
    title: Mapping[str, str]
    held_with: HeldWith
    steps: tuple[StepShape, ...]
    spot: Spot
    """Where the section is written."""
    scope: Scope
    whens: tuple[When, ...] = ()
    """All of these have to hold: its own, and that of every `use` around it."""
    for_each: Mapping[str, str] | None = None
    again: Mapping[str, str] | None = None
    minutes: float = 0


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds for everything in one file: a flow, or a block as it is used in one place."""

    scope: Scope
    held_with: HeldWith
    whens: tuple[When, ...] = ()
    blocks: tuple[Path, ...] = ()
    """The blocks this one is inside of."""


class Drafts:
    """Goes through the sections of a flow, into the blocks it uses."""

    def __init__(self, sources: Sources) -> None:
        """Remember where blocks are read from."""
        self.sources = sources

    def of_flow(
        self, sections: list[SectionShape | UseShape], spot: Spot, held_with: HeldWith
    ) -> list[Draft]:
        """Return the sections of a flow; `spot` is that of its list of sections."""
        return list(self._sections(sections, spot, _Around(Scope(), held_with)))

    def _sections(
        self, sections: list[SectionShape | UseShape], spot: Spot, around: _Around
    ) -> Iterator[Draft]:
        for number, one in enumerate(sections):
            if isinstance(one, UseShape):
                yield from self._used(one, spot.at(number), around)
            else:
                yield self._section(one, spot.at(number), around)

    def _section(self, shape: SectionShape, spot: Spot, around: _Around) -> Draft:
        name = around.scope.name(shape.section)
        scope = replace(around.scope, section=name)
        own = (When(shape.when, spot.at("when"), scope),) if shape.when is not None else ()
        return Draft(
            name,
            shape.title or {"any": spelled(shape.section)},
            shape.held_with or around.held_with,
            tuple(shape.steps),
            spot,
            scope,
            around.whens + own,
            shape.for_each,
            shape.again,
            shape.minutes,
        )

    def _used(self, use: UseShape, spot: Spot, around: _Around) -> Iterator[Draft]:
        path = self.sources.find("blocks", use.use)
        if path is None:
            known = self.sources.names("blocks")
            self._find(
                "G036", spot.at("use"), did_you_mean(use.use, known), block=use.use, known=", ".join(known)
            )
            return
        if path in around.blocks:
            self._find("G040", spot.at("use"), block=use.use)
            return
        read = self.sources.read(path, BlockShape, "block")
        if read is None:
            return
        block, written = read
        self._check_block(block, written.spot, path)
        self._check_given(use, block, spot)
        prefix = f"{use.prefix}_" if use.prefix else ""
        whens = around.whens
        if use.when is not None:
            whens += (When(use.when, spot.at("when"), around.scope),)
        held_with = use.held_with or block.held_with or around.held_with
        given = dict.fromkeys(block.needs, "…") | use.given
        inner = _Around(Scope("", given), held_with, whens, (*around.blocks, path))
        drafts = list(self._of_block(block, written.spot, inner))
        yield from _prefixed(drafts, prefix, len(whens)) if prefix else drafts

    def _of_block(self, block: BlockShape, spot: Spot, around: _Around) -> Iterator[Draft]:
        if block.steps is not None:
            name = block.block.replace("-", "_")
            scope = replace(around.scope, section=name)
            title = block.title or {"any": spelled(block.block)}
            steps = tuple(block.steps)
            own = Draft(name, title, around.held_with, steps, spot, scope, around.whens)
            yield replace(own, minutes=block.minutes)
        if block.sections is not None:
            yield from self._sections(block.sections, spot.at("sections"), around)

    def _check_block(self, block: BlockShape, spot: Spot, path: Path) -> None:
        if block.block != path.stem:
            self._find("G035", spot.at("block"), kind="block", id=block.block, place=path.name)
        if block.steps is None and block.sections is None:
            self._find("G014", spot, key="steps", owner="a block", how="Add `steps` or `sections`.")

        for need in block.needs:
            place = Spot(spot.at("needs", need).named)
            if not is_snake(need):
                self._find("G030", place, id=need, joint="_", better=snake(need))
            if taken := taken_by(need):
                self._find("G031", place, id=need, taken_by=taken, better=f"the_{need}")

    def _check_given(self, use: UseShape, block: BlockShape, spot: Spot) -> None:
        for need, meaning in block.needs.items():
            if need not in use.given:
                self._find("G037", spot.at("use"), block=block.block, need=need, meaning=meaning)
        for name, words in use.given.items():
            place = Spot(spot.at("given", name).named)
            if name not in block.needs:
                self._find("G038", place, did_you_mean(name, block.needs), block=block.block, given=name)
            if "{{" in words:
                self._find("G039", place, given=name)

    def _find(self, code: str, spot: Spot, likely: str = "", /, **words: object) -> None:
        self.sources.findings.append(finding(code, spot.place, likely, **words))


def _prefixed(drafts: list[Draft], prefix: str, outer: int) -> Iterator[Draft]:
    """Return the sections of a block used under another name: their ids begin with it, everywhere inside.

    The first `outer` conditions of each stand outside the block and mean what they say.
    """
    own = {name for draft in drafts for name in _ids(draft)}

    def renamed(scope: Scope) -> Scope:
        names = {name: f"{prefix}{name}" for name in own}
        names |= {name: f"{prefix}{to}" if to in own else to for name, to in scope.renamed.items()}
        return replace(scope, section=f"{prefix}{scope.section}", renamed=names)

    for draft in drafts:
        inner = tuple(replace(one, scope=renamed(one.scope)) for one in draft.whens[outer:])
        whens = (*draft.whens[:outer], *inner)
        yield replace(draft, name=f"{prefix}{draft.name}", scope=renamed(draft.scope), whens=whens)


def _ids(draft: Draft) -> Iterator[str]:
    """Return the ids a section brings into the flow."""
    yield draft.name
    if draft.again:
        yield f"{draft.name}_again"
    yield from (draft.scope.name(name) for name in draft.for_each or ())
    yield from (draft.scope.name(getattr(step, KINDS[type(step)])) for step in draft.steps)
