"""The trainer's notes for where a showing is, as blocks of words."""

from collections.abc import Iterator
from typing import Final

from guide.engine.beats import Beat
from guide.engine.run_through import RunThrough
from guide.engine.showing import LAYERS, Show, next_beat_name
from guide.ui.says import say
from guide.ui.widgets.present.blocks import Block, blocks_of, layers_shown, page_of, technique_words, words_of

_KEYS: Final = {layer: at for at, layer in enumerate(LAYERS, 1)}
"""Each layer's digit, the same as on the room's screen."""


def notes_of(show: Show, run: RunThrough, trouble: str = "") -> Iterator[Block]:
    """Yield what the trainer reads at this stop, and what comes next."""
    beat = show.stop.beat
    if beat is None:
        yield from page_of(show, run, trouble).blocks
    else:
        yield Block("title", f"{beat.number} {beat.name}")
        yield from _to_do(beat)
        yield from blocks_of(beat.said, "plain")
        yield Block("think", beat.think or say("present.think"))
        yield from _layers(show, beat)
    coming = next_beat_name(show)
    if coming:
        yield Block("quiet", say("present.notes.next", name=coming))


def _to_do(beat: Beat) -> Iterator[Block]:
    if beat.notes:
        yield Block("strong", beat.notes, say("present.notes.say"))
    if beat.listen_for:
        yield Block("plain", beat.listen_for, say("present.notes.listen_for"))
    if beat.note:
        yield Block("quiet", beat.note, say("present.notes.helper"))


def _layers(show: Show, beat: Beat) -> Iterator[Block]:
    """Yield each layer with its digit, and whether the room sees it."""
    for layer, is_shown in layers_shown(show):
        mark = "●" if is_shown else "○"
        name = say("present.notes.layer", digit=_KEYS[layer], name=say(f"present.label.{layer}"))
        for at, text in enumerate(layer_texts(beat, layer)):
            yield Block("plain", text, f"{mark} {name}" if not at else "")


def layer_texts(beat: Beat, layer: str) -> list[str]:
    """Return the words of one layer, a paragraph each."""
    match layer:
        case "technique":
            return [technique_words(beat.technique)]
        case "instead":
            return [_one_weaker(one.ask, one.brings, one.teach) for one in beat.instead]
        case "answer":
            return [" ".join(filter(None, (one.who, words_of(one)))) for one in beat.answer]
        case "tests":
            return [f"{one.text} → {one.place}" for one in beat.tests]
        case "place":
            return [_landed(beat)]
    return [str(getattr(beat, layer))]


def _one_weaker(ask: str, brings: str, teach: str) -> str:
    parts = [say("present.quoted", words=ask), brings and f"→ {brings}", teach]
    return "\n".join(one for one in parts if one)


def _landed(beat: Beat) -> str:
    rows = []
    for one in beat.landings:
        now = say("present.and").join(one.places)
        later = say("present.and").join(one.later)
        where = say("present.later", now=now, later=later) if later else now
        rows.append(f"{say('present.quoted', words=one.text)}: {where}")
    return "\n".join(rows)
