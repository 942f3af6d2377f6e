"""A sentence of the story, as reading back names it: `n1.2` is the second sentence of the panel n1."""

from collections.abc import Iterable, Mapping, Sequence

from guide.log import events as ev
from guide.log.events import Event
from guide.map.fold_story import STORY
from guide.map.ledger import Ledger
from guide.map.model import Panel


def sentences_of(panels: Iterable[Panel]) -> list[tuple[str, str]]:
    """Return the name and the words of every sentence, in the order they are told."""
    return [(f"{one.id}.{at}", words) for one in panels for at, words in enumerate(one.text, 1)]


def sentence_at(panels: Mapping[str, Panel], name: str) -> tuple[Panel, int] | None:
    """Return the panel a sentence stands in and its place there, from 0; None for any other name."""
    panel, _, number = name.partition(".")
    if panel not in panels or not number.isdecimal() or len(number) > len("1000"):
        return None
    at = int(number) - 1
    return (panels[panel], at) if 0 <= at < len(panels[panel].text) else None


def agreed_to_sentence(ledger: Ledger, event: Event, name: str, people: Sequence[str]) -> bool:
    """Write down who agrees to a sentence, as if it had been said by itself; False for any other name."""
    found = sentence_at(ledger.of("panels"), name)
    if found is not None:
        panel, at = found
        agreed = ev.PanelAgreed(panel=panel.id, agree={panel.text[at]: people})
        STORY[ev.PanelAgreed](ledger, event, agreed)
    return found is not None


def disputed_sentence(ledger: Ledger, event: Event, name: str, words: Mapping[str, str]) -> bool:
    """Write down who sees a sentence differently, and how; False for any other name."""
    found = sentence_at(ledger.of("panels"), name)
    if found is not None:
        panel, at = found
        disputed = ev.PanelAgreed(panel=panel.id, dispute={panel.text[at]: words})
        STORY[ev.PanelAgreed](ledger, event, disputed)
    return found is not None
