"""Hears words: an answer, one more, what follows an echo, a reason, a part or a whole sentence."""

from collections.abc import Mapping
from typing import Any

from guide.engine.answering import FORMS, answered, is_first_answer, leaves_open, passed, who_answers
from guide.engine.listening import Listening, What
from guide.engine.turn import Item
from guide.engine.worded import given_parts, sentence_of, worded
from guide.flow.model import Part
from guide.log import events as ev
from guide.words.voice import say

Json = Any


def spoken(heard: Listening) -> What:
    """Hear words at the question that stands."""
    standing = heard.standing
    if is_first_answer(heard):
        return _first_words(heard)
    match standing.mode:
        case "quiet":
            return [_entry(heard, who_answers(heard), asked=heard.optional_text("asked"))]
        case "more":
            return [_entry(heard, who_answers(heard))]
        case "echo":
            return [_followed(heard)]
        case "reason":
            return [_reason(heard)]
        case "part":
            return [_part_said(heard, who_answers(heard), standing.part)]
        case "sentence":
            return whole_sentence(heard, heard.text("say"))
        case _:
            raise heard.not_here("say")


def _first_words(heard: Listening) -> What:
    kind = heard.step.kind
    if kind not in {"ask", "compose"}:
        raise heard.not_here("say")
    who = who_answers(heard)
    if kind == "ask":
        return [*leaves_open(heard, who), _entry(heard, who)]
    given = heard.voice(who).parts
    part = next((name for name in heard.step.parts if name not in given), None)
    if part is None:
        raise heard.not_here("say")
    return [*leaves_open(heard, who), _part_said(heard, who, part)]


def _entry(heard: Listening, who: str, **more: Any) -> ev.Answered:
    words = heard.text("say")
    taken = _taken(heard, words)
    if taken is not None and heard.line.get("by") is None:
        who, more = taken.by or who, {"typed_by": heard.named("typed_by") or who, **more}
    if taken is not None:
        more["from_"] = taken.id
    return answered(heard, who, words, entry=heard.new("entry"), areas=heard.areas(heard.step), **more)


def _taken(heard: Listening, words: str) -> Item | None:
    """Return what is offered here from an earlier conversation when these are its words, or it is named."""
    named = heard.line.get("from")
    offers = heard.asks.offers
    return next((one for one in offers if one.id == named or (named is None and one.text == words)), None)


def _followed(heard: Listening) -> ev.Followed:
    voice = heard.voice(heard.standing.who)
    if voice.echo is None:
        raise heard.not_here("say")
    return ev.Followed(
        **heard.place,
        entry=voice.echo[0],
        text=heard.text("say"),
        asked=heard.asked(),
        by=who_answers(heard),
        form=heard.one_of("form", FORMS, "said"),
        typed_by=heard.named("typed_by"),
    )


def echo(heard: Listening) -> What:
    """Hear that a phrase of theirs is given back; the phrase must be in what was said."""
    standing = heard.standing
    if standing.mode not in {"quiet", "more", "echo"} or not heard.asks.items:
        raise heard.not_here("echo")
    phrase = heard.text("echo")
    entry = heard.held(heard.line.get("entry") or heard.asks.items[-1].id)
    if entry not in {item.id for item in heard.asks.items}:
        raise heard.refused("entry", name=entry)
    held = heard.record.entries[entry]
    if not any(phrase in one for one in (held.text, *(one.text for one in held.followups))):
        raise heard.refused("echo", phrase=phrase)
    asked = heard.optional_text("asked") or say("echo", heard.record.lang, phrase=phrase)
    return [ev.Echoed(**heard.place, entry=entry, phrase=phrase, asked=asked, by=standing.who)]


def more(heard: Listening) -> What:
    """Hear *what else* or *go on*."""
    standing = heard.standing
    wish = heard.line["more"]
    if not isinstance(wish, bool):
        raise heard.refused("shape", key="more", shape="true or false")
    if not wish and standing.mode in {"quiet", "more", "echo", "reason"}:
        return [ev.Closed(**heard.place, by=standing.who)]
    if wish and standing.mode in {"quiet", "echo"}:
        return [ev.MoreAsked(**heard.place, by=standing.who)]
    if wish and standing.mode == "more":
        raise heard.not_here("more")
    raise heard.refused("no_more")


def _reason(heard: Listening) -> ev.Reasoned:
    who = heard.standing.who
    rating = heard.voice(who).rating
    words = heard.text("say")
    return ev.Reasoned(
        **heard.place, rating=rating, part=heard.standing.part, text=words, asked=heard.asked(), by=who
    )


# Sentences made of parts


def _texts(heard: Listening, part: Part, value: Json, key: str) -> tuple[str, ...]:
    """Return what was said for one part; where it may be several, each line is one."""
    words = [one for one in heard.several(value, key) if one]
    if part.many:
        return tuple(line.strip() for one in words for line in one.splitlines() if line.strip())
    if len(words) > 1:
        raise heard.refused("shape", key=key, shape="one text: this part takes no list")
    return tuple(words)


def _part_said(heard: Listening, who: str, name: str) -> ev.PartGiven:
    part = heard.step.parts[name]
    texts = _texts(heard, part, heard.line["say"], "say")
    if not texts:
        raise heard.refused("empty")
    own_question = heard.standing.part == name
    asked = heard.asked() if own_question else heard.optional_text("asked") or _question(heard, part)
    return ev.PartGiven(**heard.place, part=name, texts=texts, by=who, asked=asked)


def _question(heard: Listening, part: Part) -> str:
    return worded(heard.walked, part.ask, heard.asks.band)


def parts(heard: Listening) -> What:
    """Hear all parts of a sentence in one line; what is left out is passed, a needed one passes the step."""
    step = heard.step
    if step.kind != "compose" or not (heard.standing.mode == "part" or is_first_answer(heard)):
        raise heard.not_here("parts")
    wishes = heard.mapping("parts")
    for name in wishes:
        if name not in step.parts:
            raise heard.refused("part", name=name, parts=", ".join(step.parts))
    given = {
        name: texts
        for name, one in step.parts.items()
        if name in wishes and wishes[name] is not None and (texts := _texts(heard, one, wishes[name], name))
    }
    who = who_answers(heard)
    return [*leaves_open(heard, who), *_each_part(heard, given, who)]


def _each_part(heard: Listening, given: Mapping[str, tuple[str, ...]], who: str) -> What:
    known = heard.voice(who if heard.step.by else "").parts
    happened: What = []
    for name, part in heard.step.parts.items():
        if name in given:
            asked = _question(heard, part)
            happened.append(ev.PartGiven(**heard.place, part=name, texts=given[name], by=who, asked=asked))
        elif name in known:
            continue
        elif part.optional:
            happened.append(passed(heard, who, "rather-not", name))
        else:
            return [*happened, passed(heard, who, "dont-know")]
    return happened


def whole_sentence(heard: Listening, words: str | None) -> What:
    """Hear the whole sentence: right as it was put together, or in the family's own words."""
    composed = sentence_of(heard.walked, heard.step, given_parts(heard.walked, heard.standing))
    who = who_answers(heard)
    was = (composed,) if words is not None and words != composed else ()
    value = composed if words is None else words
    if not value:
        raise heard.refused("empty")
    entry, areas = heard.new("entry"), heard.areas(heard.step)
    return [answered(heard, who, value, entry=entry, areas=areas, form="composed", was=was)]
