"""Writes down how a story stands: its panels, their order, and who agrees to which sentence."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from guide.frozen import replace
from guide.log import events as ev
from guide.log.events import Event
from guide.map.ledger import Ledger
from guide.map.model import Answer, Panel


def told(ledger: Ledger, panel: Panel, *, before: str = "", after: str = "") -> None:
    """Let a panel be told: where it is put, and a new one at the end otherwise."""
    ledger.of("panels")[panel.id] = panel
    story: tuple[str, ...] = ledger.get("story")
    if before or after or panel.id not in story:
        ledger.set("story", _placed(story, panel.id, before, after))


def _placed(story: tuple[str, ...], panel: str, before: str, after: str) -> tuple[str, ...]:
    others = [one for one in story if one != panel]
    if before in others:
        at = others.index(before)
    elif after in others:
        at = others.index(after) + 1
    else:
        at = len(others)
    return (*others[:at], panel, *others[at:])


def correct_panel(ledger: Ledger, name: str, value: Mapping[str, Any]) -> None:
    """Put a panel right; how it was stands beside it, and who agreed to words that changed is asked anew."""
    panels = ledger.of("panels")
    panel: Panel = panels[name]
    text = tuple(value.get("text", panel.text))
    panels[name] = replace(
        panel,
        text=text,
        picture=value.get("picture", panel.picture),
        title=value.get("title", panel.title),
        from_=tuple(value.get("from", panel.from_)),
        was=(*panel.was, _as_it_was(panel)),
        agreed_by=_still(panel.agreed_by, text),
        disputed_by=_still(panel.disputed_by, text),
        share={},
    )


def _as_it_was(panel: Panel) -> dict[str, Any]:
    first: dict[str, Any] = {"text": list(panel.text), "picture": dict(panel.picture), "title": panel.title}
    agreed = {sentence: list(people) for sentence, people in panel.agreed_by.items() if people}
    return {**first, "agreed_by": agreed} if agreed else first


def _still(said: Mapping[str, Any], text: tuple[str, ...]) -> dict[str, Any]:
    """Return what was said about the sentences that stand word for word as they did."""
    return {sentence: own for sentence, own in said.items() if sentence in text}


def _added(ledger: Ledger, event: Event, what: ev.PanelAdded) -> None:
    value = what.value
    panel = Panel(
        what.panel, tuple(value.get("text", ())), value.get("picture", {}), event.at, "",
        value.get("title", ""), from_=tuple(value.get("from", ())), by=what.by,
        made_with=what.made_with,
    )  # fmt: skip
    if what.split_from:
        panel = _split_off(ledger.of("panels")[what.split_from], panel)
    told(ledger, panel, before=what.before, after=what.after)


def _split_off(whole: Panel, part: Panel) -> Panel:
    """Return the part with what was said about its sentences while they stood in the whole."""
    return replace(
        part,
        step=whole.step,
        made_with=whole.made_with,
        rests_on=whole.answer or whole.rests_on,
        agreed_by=_still(whole.agreed_by, part.text),
        disputed_by=_still(whole.disputed_by, part.text),
    )


def _moved(ledger: Ledger, _event: Event, what: ev.PanelMoved) -> None:
    ledger.set("story", _placed(ledger.get("story"), what.panel, what.before, what.after))


def _agreed(ledger: Ledger, _event: Event, what: ev.PanelAgreed) -> None:
    """Write down who agrees, who then no longer differs, and who differs, who then no longer agrees."""
    panels = ledger.of("panels")
    panel: Panel = panels[what.panel]
    agreed, disputed = dict(panel.agreed_by), dict(panel.disputed_by)
    for sentence, people in what.agree.items():
        agreed[sentence] = tuple(dict.fromkeys((*agreed.get(sentence, ()), *people)))
        disputed[sentence] = tuple(pair for pair in disputed.get(sentence, ()) if pair[0] not in people)
    for sentence, words in what.dispute.items():
        kept = tuple(pair for pair in disputed.get(sentence, ()) if pair[0] not in words)
        disputed[sentence] = (*kept, *words.items())
        agreed[sentence] = tuple(one for one in agreed.get(sentence, ()) if one not in words)
    share = {} if what.dispute else panel.share  # it was cleared before anybody saw it differently
    panels[what.panel] = replace(panel, agreed_by=agreed, disputed_by=disputed, share=share)


def _look_said(ledger: Ledger, _event: Event, what: ev.LookSaid) -> None:
    """Write down how somebody looks; a picture they are in was not cleared with that in it."""
    name = what.name.casefold()
    ledger.of("looks")[name] = what.look
    panels = ledger.of("panels")
    for panel in list(panels.values()):
        if panel.share and any(_name_in(one) == name for one in panel.picture.get("people") or ()):
            panels[panel.id] = replace(panel, share={})


def dressed(panel: Panel, looks: Mapping[str, str]) -> Panel:
    """Return a panel whose people look as was said of them, whichever picture it was said at."""
    people = panel.picture.get("people") or ()
    if not any(_name_in(one) in looks for one in people):
        return panel
    seen = [_as_said(one, looks[name]) if (name := _name_in(one)) in looks else one for one in people]
    return replace(panel, picture={**panel.picture, "people": seen})


def _name_in(one: Any) -> str:
    return str(one.get("name") or "" if isinstance(one, Mapping) else one).casefold()


def _as_said(one: Any, look: str) -> dict[str, Any]:
    known = dict(one) if isinstance(one, Mapping) else {"name": one}
    known.pop("look", None)
    return {**known, "look": look} if look else known


def is_on_the_way(panel: Panel, active: Mapping[str, None], answers: Mapping[str, Answer]) -> bool:
    """Whether the answer a panel came with counts now; one that was put in by hand always does."""
    answer = panel.answer or panel.rests_on
    return not answer or (answer in active and not answers[answer].passed)


STORY: Final[Mapping[type, Callable[..., None]]] = {
    ev.PanelAdded: _added,
    ev.PanelMoved: _moved,
    ev.PanelAgreed: _agreed,
    ev.LookSaid: _look_said,
}
