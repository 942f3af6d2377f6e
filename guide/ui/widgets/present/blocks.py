"""What stands on one page of a showing, as blocks of words: no screen is needed to read or to test it."""

from collections.abc import Iterable, Iterator
from typing import Final

from guide.engine.beats import Beat
from guide.engine.run_through import Exchange, RunThrough
from guide.engine.showing import Show, Stop, is_of
from guide.engine.spoken import Spoken, told
from guide.engine.turn import Turn
from guide.frozen import frozen, replace
from guide.ui.says import say

_QUESTION: Final = ("question", "technique", "why", "opened")
_ANSWER: Final = ("answer", "tests", "argue", "place")

_FOLDED: Final = 3
"""How many of the answers that a cut folds together are shown: those nearest to the next moment."""


@frozen
class Block:
    """A few words of one sort."""

    role: str
    """How it is drawn: title, plain, quiet, asked, words, think, ours, weaker, strong."""
    text: str
    label: str = ""
    """What it is, over it."""


@frozen
class Sheet:
    """What is drawn of the sheet beside a page."""

    turn: Turn


@frozen
class StagePage:
    """One page of a showing."""

    part: str
    """opening, exchange, way, moment, question, answer or end."""
    blocks: tuple[Block, ...]
    beside: tuple[Block, ...] = ()
    """What stands beside them where there is room, else under them: the weaker questions."""
    sheet: Sheet | None = None


def page_of(show: Show, run: RunThrough, trouble: str = "") -> StagePage:
    """Return the page that stands now; `trouble` is where the talk does not fit its flow."""
    stop = show.stop
    match stop.kind:
        case "opening":
            return StagePage("opening", tuple(_opening(run, trouble)))
        case "end":
            return StagePage("end", tuple(_end(trouble)), sheet=Sheet(run.last))
        case "beat" if stop.beat is not None:
            return _beat_page(show, stop.beat)
    return _told_page(stop)


# The first page and the last


def _opening(run: RunThrough, trouble: str) -> Iterator[Block]:
    talk = run.talk
    yield Block("title", talk.title or run.flow.title)
    if talk.skill:
        yield Block("words", talk.skill, say("present.skill"))
    if talk.about:
        yield Block("plain", talk.about)
    yield Block("strong", say("present.invented"))
    yield Block("plain", talk.care or say("present.care"))
    if trouble:
        yield Block("quiet", trouble)


def _end(trouble: str) -> Iterator[Block]:
    yield Block("title", say("present.end"))
    yield Block("plain", say("present.monday"))
    yield Block("strong", say("present.were_invented"))
    if trouble:
        yield Block("quiet", trouble)


# What was said on the way


def _told_page(stop: Stop) -> StagePage:
    last = stop.exchanges[-1]
    blocks = _folded(stop) if stop.kind == "way" else _told(last, "words")
    return StagePage(stop.kind, tuple(blocks), sheet=Sheet(_looking(last.after, last.before, ())))


def _folded(stop: Stop) -> Iterator[Block]:
    """Yield the last answers of what a cut folds together, each with its question."""
    lines = [line for one in stop.exchanges for line in told(one.after, one.said)]
    answers = [at for at, one in enumerate(lines) if one.kind != "guide"]
    shown = answers[-_FOLDED:]
    if len(answers) > len(shown):
        yield Block("quiet", say("present.earlier", n=len(answers) - len(shown)))
    for at in shown:
        asked = [lines[at - 1]] if at and lines[at - 1].kind == "guide" else []
        yield from blocks_of([*asked, lines[at]], "plain")


def _told(exchange: Exchange, role: str) -> Iterator[Block]:
    led = told(exchange.before, exchange.led)
    return blocks_of((*led, *told(exchange.after, exchange.said)), role)


def blocks_of(lines: Iterable[Spoken], role: str = "words") -> Iterator[Block]:
    """Yield what was said, each with who said it; a question as it was put is quieter."""
    for one in lines:
        if one.kind == "guide":
            yield Block("asked", one.text)
        elif one.kind in {"aside", "urgent", "placed", "given"}:
            yield Block("quiet", words_of(one), say(f"kind.{one.kind}") if one.kind == "aside" else "")
        else:
            yield Block(role, words_of(one), _who(one))


def words_of(one: Spoken) -> str:
    """Return what somebody said as it is read; their own words in quotation marks."""
    match one.kind:
        case "given":
            return say("given", who=one.who or say("somebody"))
        case "passed":
            return say(f"pass.{one.text}")
        case "placed":
            return say("kind.placed", where=one.text)
        case "said" | "followed" | "reason" | "added" | "aside" | "urgent":
            return say("present.quoted", words=one.text)
    return one.text


def _who(one: Spoken) -> str:
    return say("guess_of", who=one.who, by=one.guessed_by) if one.guessed_by else one.who


# A moment


def _beat_page(show: Show, beat: Beat) -> StagePage:
    newest = show.shown[-1] if show.shown else ""
    if not newest:
        return StagePage("moment", tuple(_moment(beat)))
    if newest.partition(".")[0] in _ANSWER:
        turn = beat.after if "place" in show.shown else beat.before
        looking = _looking(turn, beat.before, beat.areas)
        return StagePage("answer", tuple(_answer(show, beat)), sheet=Sheet(looking))
    return StagePage("question", tuple(_question(show, beat)), tuple(_weaker(show, beat)))


def _looking(turn: Turn, before: Turn, areas: tuple[str, ...]) -> Turn:
    """Return a turn as those sat before it who were asked, with the place in sight where something lands."""
    asks = replace(turn.asks, into=areas or before.asks.into, held_with=before.asks.held_with)
    return replace(turn, asks=asks)


def _moment(beat: Beat) -> Iterator[Block]:
    yield from blocks_of(beat.said)
    yield Block("think", beat.think or say("present.think"))


def _question(show: Show, beat: Beat) -> Iterator[Block]:
    words = [one for one in beat.said if one.kind != "guide"][-1:]
    yield from blocks_of(words, "asked")
    for layer in _QUESTION:
        if layer in show.shown:
            yield _layer(beat, layer)


def _layer(beat: Beat, layer: str) -> Block:
    text = str(getattr(beat, layer))
    if layer == "technique":
        text = technique_words(text)
    return Block("ours" if layer == "question" else "plain", text, say(f"present.label.{layer}"))


def technique_words(technique: str) -> str:
    """Return a technique as it is said: `what-else` is "what else"."""
    return technique.replace("-", " ")


def _weaker(show: Show, beat: Beat) -> Iterator[Block]:
    for at, one in enumerate(beat.instead, 1):
        if f"instead.{at}" not in show.shown:
            continue
        yield Block("weaker", one.ask, say("present.label.instead"))
        if one.brings:
            yield Block("plain", one.brings, say("present.label.brings"))
        if one.teach:
            yield Block("plain", one.teach, say("present.label.weaker_why"))


def _answer(show: Show, beat: Beat) -> Iterator[Block]:
    if beat.answer:
        if "question" in show.shown:
            yield Block("asked", beat.question)
        if "answer" in show.shown:
            yield from blocks_of(beat.answer)
    else:
        yield from blocks_of(beat.said)
    if "tests" in show.shown:
        for at, test in enumerate(beat.tests):
            yield Block("test", test.text, say("present.label.tests") if not at else "")
    if "argue" in show.shown:
        yield Block("plain", beat.argue, say("present.label.argue"))
    if "place" in show.shown:
        yield from _places(beat)


def _places(beat: Beat) -> Iterator[Block]:
    several = len(beat.landings) > 1
    for at, one in enumerate(beat.landings):
        text = say("present.quoted", words=one.text) + " " if several else ""
        where = say("present.and").join(one.places)
        if one.later:
            where = say("present.later", now=where, later=say("present.and").join(one.later))
        yield Block("strong", f"{text}{where}", say("present.label.place") if not at else "")


def layers_shown(show: Show) -> list[tuple[str, bool]]:
    """Return the kinds of layer this stop has, and whether the room sees them; for the trainer's eyes."""
    kinds = dict.fromkeys(one.partition(".")[0] for one in show.stop.layers)
    return [(kind, any(is_of(one, kind) for one in show.shown)) for kind in kinds]
