"""Hears what changes a story: a panel put right, added, moved or split, and who agrees to its sentences."""

from collections.abc import Mapping, Sequence
from typing import Any

from guide.engine import values
from guide.engine.listening import Listening, What
from guide.log import events as ev
from guide.map.model import Panel

Json = Any


def panel_of(heard: Listening, name: Json) -> Panel:
    """Return a panel that stands in the story; raises Refused."""
    panel = heard.record.panels.get(name) if isinstance(name, str) else None
    if panel is None or panel.id in heard.record.removed:
        raise heard.refused("no_panel", name=name)
    return panel


def corrected(heard: Listening, name: str) -> What:
    """Put right a panel that is no answer of its own: what the line leaves out stays as it is."""
    value = values.panel_value(heard, heard.record.panels[name])
    return [ev.Corrected(target=name, value=value, by=heard.named("by"))]


def added(heard: Listening, inner: Listening) -> What:
    """Put a panel into the story by hand; `inner` is the line with what is to be added laid open."""
    before, after = _anchor(heard, inner.line)
    return [
        ev.PanelAdded(
            panel=heard.new("panel"),
            value=values.panel_value(inner),
            by=inner.speaker(),
            typed_by=inner.named("typed_by"),
            before=before,
            after=after,
            made_with=_made_with(heard),
        )
    ]


def _made_with(heard: Listening) -> str:
    sits = heard.record.sits
    return sits if sits == "worker" else heard.asks.held_with


def moved(heard: Listening, name: str, where: Mapping[str, Json]) -> ev.PanelMoved:
    """Move a panel before or after another."""
    before, after = _anchor(heard, where)
    panel = panel_of(heard, name).id
    if not (before or after) or panel in {before, after}:
        raise heard.refused("shape", key="move", shape='like {"n3": {"before": "n1"}}')
    return ev.PanelMoved(panel=panel, before=before, after=after)


def _anchor(heard: Listening, where: Mapping[str, Json]) -> tuple[str, str]:
    before, after = where.get("before"), where.get("after")
    if before and after:
        raise heard.refused("two_things", one="before", other="after")
    return (panel_of(heard, before).id if before else ""), (panel_of(heard, after).id if after else "")


def split(heard: Listening) -> What:
    """Split a panel after one of its sentences: what follows is a panel of its own, with the same picture."""
    wishes = heard.mapping("split")
    if len(wishes) != 1:
        raise heard.refused("shape", key="split", shape='like {"n1": 2}')
    name, many = next(iter(wishes.items()))
    panel = panel_of(heard, name)
    if isinstance(many, bool) or not isinstance(many, int) or not 0 < many < len(panel.text):
        raise heard.refused("split", name=name, most=max(1, len(panel.text) - 1))
    second = _value_of(panel, panel.text[many:]) | {"title": ""}
    return [
        ev.PanelAdded(
            panel=heard.new("panel"), value=second, by=panel.by, after=panel.id, split_from=panel.id
        ),
        ev.Corrected(target=panel.answer or panel.id, value=_value_of(panel, panel.text[:many])),
    ]


def _value_of(panel: Panel, text: Sequence[str]) -> dict[str, Json]:
    value: dict[str, Json] = {"text": list(text), "picture": dict(panel.picture)}
    value |= {"title": panel.title} if panel.title else {}
    return value | ({"from": list(panel.from_)} if panel.from_ else {})


# How somebody looks


def looks(heard: Listening) -> What:
    """Hear how people of the story look; what is said holds in every picture, and is all that holds."""
    told = heard.mapping("look")
    if not told:
        raise heard.refused("shape", key="look", shape='like {"Mum": "long hair, glasses"}')
    by = heard.named("by") or ""
    return [ev.LookSaid(name=_called(heard, one), look=_look(heard, own), by=by) for one, own in told.items()]


def _called(heard: Listening, name: str) -> str:
    """Return the name that stands in the pictures: somebody's own, or what a child calls them."""
    known = heard.record.people.get(name)
    called = " ".join((known.name if known else name).split())
    if not called:
        raise heard.refused("shape", key="look", shape='like {"Mum": "long hair, glasses"}')
    return called


def _look(heard: Listening, own: Json) -> str:
    return ", ".join(" ".join(one.split()) for one in heard.several(own, "look") if one.strip())


# Who agrees


def opinions(heard: Listening) -> What:
    """Hear who agrees to which sentence, and who sees it differently."""
    agree, dispute = _by_panel(heard, "agree"), _by_panel(heard, "dispute")
    if not agree and not dispute:
        raise heard.refused("shape", key="agree", shape='like {"n1": {"2": ["Carys"]}}')
    by = heard.named("by") or ""
    return [
        ev.PanelAgreed(
            panel=name,
            agree=_agreed(heard, name, agree.get(name)),
            dispute=_disputed(heard, name, dispute.get(name)),
            by=by,
        )
        for name in dict.fromkeys((*agree, *dispute))
    ]


def _by_panel(heard: Listening, key: str) -> Mapping[str, Json]:
    return heard.mapping(key) if heard.line.get(key) is not None else {}


def _agreed(heard: Listening, name: str, said: Json) -> dict[str, list[str]]:
    """Return sentence to people; people alone agree to every sentence of the panel."""
    panel = panel_of(heard, name)
    if said is None:
        return {}
    if not isinstance(said, Mapping):
        return {sentence: _people(heard, said) for sentence in panel.text}
    return {_sentence(heard, panel, at): _people(heard, own) for at, own in said.items()}


def _people(heard: Listening, own: Json) -> list[str]:
    people = [heard.person(one) for one in (own if isinstance(own, list) else [own])]
    if not people:
        raise heard.refused("shape", key="agree", shape='like {"n1": {"2": ["Carys"]}}')
    return people


def _disputed(heard: Listening, name: str, said: Json) -> dict[str, dict[str, str]]:
    panel = panel_of(heard, name)
    if said is None:
        return {}
    found: dict[str, dict[str, str]] = {}
    for at, own in said.items() if isinstance(said, Mapping) else [("", None)]:
        if not isinstance(own, Mapping) or not own:
            raise heard.refused("shape", key="dispute", shape='like {"n1": {"2": {"Owen": "It was once"}}}')
        sentence = _sentence(heard, panel, at)
        found[sentence] = {heard.person(one): heard.words(words, "dispute") for one, words in own.items()}
    return found


def _sentence(heard: Listening, panel: Panel, at: Json) -> str:
    number = int(at) if str(at).isdecimal() and len(str(at)) < len("10000") else 0
    if not 1 <= number <= len(panel.text):
        raise heard.refused("sentence", name=panel.id, at=at, most=len(panel.text))
    return panel.text[number - 1]
