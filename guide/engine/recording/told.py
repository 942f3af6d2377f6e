"""Tells an answer's value, and what people think of something, as the keys of a line."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from guide.engine.recording.naming import Keys, Naming, one_or_all, without_nothing
from guide.engine.turn import Item
from guide.log import events as ev

Json = Any


def value_of(kind: str, value: Json, naming: Naming) -> Keys:
    """Return a value as the key of a line that holds it, in the shape of a step of this kind."""
    match kind:
        case "scale":
            return {"rate": value}
        case "choose":
            return {"choose": one_or_all(value)}
        case "number" | "date":
            return {kind: value}
        case "timer":
            return {"wrote": True}
        case "panel":
            sources = [str(naming.called.one(one)) for one in value.get("from", ())]
            return {"panel": {**value, **({"from": sources} if sources else {})}}
        case _:
            return {"say": value}


def opinions(what: ev.Reviewed, naming: Naming, items: Sequence[Item] | None = None) -> Keys:
    """Return who may see what, who agrees and who does not."""

    def keyed(value: Mapping[str, Json], inner: Callable[[Json], Json]) -> Keys:
        return {str(naming.thing(name, items)): inner(own) for name, own in value.items()}

    def of_people(own: Mapping[str, Json]) -> Keys:
        return {naming.person(one): words for one, words in own.items()}

    return without_nothing({
        "share": keyed(what.share, of_people),
        "agree": keyed(what.agree, lambda own: [naming.person(one) for one in own]),
        "dispute": keyed(what.dispute, of_people),
    })  # fmt: skip
