"""Turns a flow and everything it uses into one plain JSON value, with findings for what is wrong."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from guide.flow.cache import Stamp
from guide.flow.drafts import Draft, Drafts
from guide.flow.findings import Finding, in_order
from guide.flow.gathered import Gathered
from guide.flow.model import COMPILED, Flow, Json, Tree, flow_from_json
from guide.flow.people import person_json
from guide.flow.places import Place, Spot, Written, shown
from guide.flow.plain import plain_words
from guide.flow.shape import FlowShape
from guide.flow.shape_steps import ScaleShape
from guide.flow.sheets import levels_json, sheets_json
from guide.flow.sources import Sources
from guide.flow.steps import fingerprint, step_json
from guide.flow.texts import Texts
from guide.flow.uncollected import uncollected

_AS_IT_IS: Final = ("flow", "version", "title", "about", "group", "minutes", "audience", "forms", "papers")


@dataclass(frozen=True)
class Compiled:
    """A flow as it was compiled, and what was seen on the way."""

    json: Json
    """The compiled flow, as `guide.flow.model` reads it; None when the file could not be understood."""
    findings: tuple[Finding, ...]
    """What is wrong with it so far; `guide.flow.check` finds the rest."""
    uses: tuple[Path, ...]
    """Every file that was looked for, there or not."""
    stamps: tuple[Stamp, ...]
    """The same files as they were before they were read."""
    path: Path
    """The flow file."""
    spot: Spot
    gathered: Gathered
    named: frozenset[str]
    """Every id the files mention as one, also of steps that could not be compiled."""
    sheets_known: frozenset[str]
    """Every sheet in the libraries, listed by this flow or not."""

    @cached_property
    def flow(self) -> Flow:
        """The flow, ready to be talked on."""
        return flow_from_json(self.json)


@uncollected()
def compile_flow(path: Path, *libraries: Path) -> Compiled:
    """Compile `flows/x` or `flows/x/flow.yaml` with what it uses from `libraries`, the first first.

    Never raises for what somebody wrote; look at the findings.
    """
    file = path if path.suffix == ".yaml" else path / "flow.yaml"
    sources = Sources(libraries or (file.parent.parent,))
    gathered = Gathered(sources.findings)
    read = sources.read(file, FlowShape, "flow")
    if read is None:
        return _compiled(None, file, Spot(Place(shown(file))), sources, gathered)
    shape, written = read
    drafts = Drafts(sources).of_flow(list(shape.sections), written.spot.at("sections"), shape.audience)
    gathered.lines = _lines(drafts)
    json = _flow_json(shape, written, gathered)
    json["sections"] = [_section_json(draft, gathered) for draft in drafts]
    json["sheets"] = sheets_json(shape.sheets, written.spot.at("sheets"), sources)
    json["levels"] = levels_json(sources)
    return _compiled(json, file, written.spot, sources, gathered)


def _compiled(json: Json, path: Path, spot: Spot, sources: Sources, gathered: Gathered) -> Compiled:
    return Compiled(
        json,
        in_order(sources.findings),
        tuple(sources.uses),
        tuple(sources.uses.values()),
        path,
        spot,
        gathered,
        frozenset(sources.named),
        frozenset(sources.names("sheets")),
    )


def _flow_json(shape: FlowShape, written: Written, gathered: Gathered) -> Json:
    spot = written.spot
    for key, words in (("title", shape.title), ("about", shape.about), ("group", shape.group)):
        plain_words(gathered, words, spot.at(key), key)
    json: Json = {"compiled": COMPILED}
    json |= {key: getattr(shape, key) for key in _AS_IT_IS}
    if shape.after:
        json["after"] = shape.after
    if shape.pinned:
        json["pinned"] = shape.pinned
    json["people"] = [
        person_json(person, spot.at("people", number), gathered) for number, person in enumerate(shape.people)
    ]
    return json


def _section_json(draft: Draft, gathered: Gathered) -> Json:
    gathered.keep(draft.name, draft.spot)
    texts = Texts(gathered, draft.scope, "", "section")
    json: Json = {"id": draft.name, "held_with": draft.held_with}
    json["title"] = texts.wording(dict(draft.title), draft.spot.at("title"), "title")
    if when := _when(draft, gathered):
        json["when"] = when
    if draft.for_each:
        json["for_each"] = _for_each(draft, texts)
    if draft.minutes:
        json["minutes"] = int(draft.minutes) if float(draft.minutes).is_integer() else draft.minutes
    json["steps"] = []
    at = draft.spot.at("steps")
    for number, step in enumerate(draft.steps):
        json["steps"].append(step_json(step, at.at(number), draft.scope, gathered))
    if draft.again:
        json["again"] = _again(draft, gathered)
    return json


def _when(draft: Draft, gathered: Gathered) -> Tree | None:
    """Return the one condition all of the section's conditions come to."""
    trees: list[Tree] = []
    for when in draft.whens:
        texts = Texts(gathered, replace(when.scope, section=draft.name))
        tree = texts.tree(when.source, when.spot.place, "when")
        if tree is not None:
            trees.append(tree)
    return ["and", *trees] if len(trees) > 1 else next(iter(trees), None)


def _for_each(draft: Draft, texts: Texts) -> Json | None:
    for written, source in (draft.for_each or {}).items():
        spot = draft.spot.at("for_each", written)
        name = draft.scope.name(written)
        texts.gathered.keep(name, Spot(spot.named))
        tree = texts.tree(source, spot.place, "for_each")
        return {"name": name, "over": tree or ["list"]}
    return None


def _again(draft: Draft, gathered: Gathered) -> Json:
    """Return the question after a section that can be gone through more than once."""
    name = f"{draft.name}_again"
    spot = draft.spot.at("again")
    gathered.keep(name, spot)
    texts = Texts(gathered, draft.scope, name, "choose")
    step: Json = {"id": name, "kind": "choose", "again": True}
    step["text"] = texts.wording(dict(draft.again or {}), spot, "text")
    step["options"] = {"yes": {"any": ["Yes"]}, "no": {"any": ["No"]}}
    step["print"] = fingerprint(step)
    return step


def _lines(drafts: list[Draft]) -> dict[str, str]:
    """Return each scale with the area its ratings stand in."""
    return {
        draft.scope.name(step.scale): step.into[0]
        for draft in drafts
        for step in draft.steps
        if isinstance(step, ScaleShape) and step.into
    }
