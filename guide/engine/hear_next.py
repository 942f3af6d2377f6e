"""Hears going on: *next*, a pass, a break, and what ends the conversation at a step."""

from guide.engine.accepts import PASSES, ways_to_pass
from guide.engine.answering import is_first_answer, leaves_open, passed, who_answers
from guide.engine.hear_clock import breaks
from guide.engine.listening import Listening, What, place_of
from guide.errors import Refused
from guide.frozen import replace
from guide.log import events as ev


def go_on(heard: Listening) -> What:
    """Hear *next*: at a text, a timer, a hand-over page, a break, or an optional question left empty."""
    heard.is_true("next")
    standing = heard.walked.standing
    if standing is None or heard.asks.kind == "end":
        raise heard.refused("ended")
    key = standing.key
    if heard.asks.kind == "hand-over":
        return [ev.Handed(to=heard.asks.held_with, step=key.step, item=key.item)]
    if heard.asks.kind == "break":
        return [ev.Resumed(**place_of(key)), *breaks(heard, "go")]
    if standing.mode == "next":
        return [ev.WentOn(**heard.place, asked=heard.asked())]
    return _left_empty(heard)


def _left_empty(heard: Listening) -> What:
    """Hear that an optional question, or one part of a sentence, is left empty."""
    standing, step = heard.standing, heard.step
    if standing.mode == "part" and step.parts[standing.part].optional:
        return [ev.WentOn(**heard.place, asked=heard.asked(), part=standing.part, by=standing.who)]
    if not step.optional or standing.mode not in {"first", "part"}:
        raise heard.not_here("next")
    if not step.by or (standing.mode == "first" and not heard.line.get("by")):
        return [ev.WentOn(**heard.place, asked=heard.asked())]
    who = who_answers(heard)
    return [*leaves_open(heard, who), ev.WentOn(**heard.place, asked=heard.asked(), by=who)]


def pass_by(heard: Listening) -> What:
    """Hear a pass; no reason is ever required."""
    way = heard.text("pass")
    if heard.asks.kind == "break":
        return _finish_in_break(heard, way)
    standing = heard.standing
    begins = is_first_answer(heard)
    at = replace(standing, mode="first") if begins else standing
    ways = ways_to_pass(heard.step, at, heard.asks.held_with)
    if way in ways and way == "break":
        return [ev.Paused(**heard.place), *breaks(heard, "pause")]
    if way in ways and way == "finish-here":
        return [passed(heard, heard.speaker(), way)]
    if way in PASSES and standing.mode in {"quiet", "more", "echo"} and not begins:
        return [ev.Closed(**heard.place, by=standing.who)]
    if way not in ways:
        raise _no_way(heard, way, ways)
    return _pass_question(heard, way)


def _no_way(heard: Listening, way: str, ways: tuple[str, ...]) -> Refused:
    if way == "later" and heard.step.private:
        return heard.refused("no_later")
    return heard.refused("pass", way=way, ways=", ".join(ways)) if ways else heard.refused("no_pass")


def _finish_in_break(heard: Listening, way: str) -> What:
    standing = heard.walked.standing
    if standing is None or {"pass": way} not in heard.asks.accepts:
        raise heard.refused("next_first")
    place = place_of(standing.key)
    own = ev.Passed(**place, answer=heard.new("answer"), by=heard.speaker(), way=way)
    return [ev.Resumed(**place), own]


def _pass_question(heard: Listening, way: str) -> What:
    standing, step = heard.standing, heard.step
    who = who_answers(heard)
    if not is_first_answer(heard):
        if standing.mode == "reason":
            return [passed(heard, who, way, standing.part)]
        if standing.mode == "part" and step.parts[standing.part].optional:
            return [passed(heard, who, way, standing.part)]
    return [*leaves_open(heard, who), passed(heard, who, way)]
