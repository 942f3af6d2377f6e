"""Hears what answers the question that stands: each hearer returns what happened, or refuses."""

from collections.abc import Mapping
from typing import Any, Final

from guide.engine import values
from guide.engine.accepts import PASSES, ways_to_pass
from guide.engine.asks import sentence_of, worded
from guide.engine.hear_people import joined
from guide.engine.listening import Listening
from guide.flow.model import Wording
from guide.log import events as ev
from guide.words.voice import say

Json = Any
What = list[ev.What]

_FORMS: Final = ("said", "wrote", "drew", "pointed", "signed", "picked", "composed", "observed")
_SOURCES: Final = ("said", "seen", "told", "read", "research")
REASONS: Final = ("because", "lower", "higher", "small_step")


def go_on(heard: Listening) -> What:
    """Hear *next*: at a text, a timer, a hand-over page, a break, or an optional question left empty."""
    if heard.line["next"] is not True:
        raise heard.refused("true", key="next")
    standing = heard.walked.standing
    if standing is None or heard.asks.kind == "end":
        raise heard.refused("ended")
    key = standing.key
    if heard.asks.kind == "hand-over":
        return [ev.Handed(to=heard.asks.held_with, step=key.step, item=key.item)]
    place = {"step": key.step, "item": key.item, "returned": key.returned}
    if heard.asks.kind == "break":
        return [ev.Resumed(**place)]
    if standing.mode == "next" or (heard.step.optional and standing.mode in {"first", "part"}):
        return [ev.WentOn(**place, asked=heard.asked())]
    raise heard.not_here("next")


def pass_by(heard: Listening) -> What:
    """Hear a pass; no reason is ever required."""
    way = heard.text("pass")
    if heard.asks.kind == "break":
        return _finish_in_break(heard, way)
    standing, step = heard.standing, heard.step
    ways = ways_to_pass(step, standing, heard.asks.held_with)
    if way == "later" and step.private and step.asks:
        raise heard.refused("no_later")
    if way == "break" and way in ways:
        return [ev.Paused(**heard.place)]
    if way == "finish-here" and way in ways:
        return [_passed(heard, heard.speaker(), way)]
    if standing.mode in {"quiet", "more", "echo"} and way in PASSES:
        return [ev.Closed(**heard.place, by=standing.who)]
    if way not in ways:
        known = ", ".join(ways)
        raise heard.refused("pass", way=way, ways=known) if known else heard.refused("no_pass")
    return _pass_question(heard, way)


def _finish_in_break(heard: Listening, way: str) -> What:
    standing = heard.walked.standing
    if standing is None or {"pass": way} not in heard.asks.accepts:
        raise heard.refused("next_first")
    key = standing.key
    place = {"step": key.step, "item": key.item, "returned": key.returned}
    passed = ev.Passed(**place, answer=heard.new("answer"), by=heard.speaker(), way=way)
    return [ev.Resumed(**place), passed]


def _pass_question(heard: Listening, way: str) -> What:
    standing, step = heard.standing, heard.step
    who = _who(heard)
    on_other = bool(step.by) and who != standing.who
    if standing.mode == "reason" and not on_other:
        return [_passed(heard, who, way, standing.part)]
    if standing.mode == "part" and not on_other and step.parts[standing.part].optional:
        return [_passed(heard, who, way, standing.part)]
    return [*heard.leaves_open(who), _passed(heard, who, way)]


def _passed(heard: Listening, by: str, way: str, part: str = "") -> ev.Passed:
    return ev.Passed(
        **heard.place, answer=heard.new("answer"), by=by, way=way, part=part, asked=heard.asked()
    )


def _who(heard: Listening) -> str:
    """Return who answers here; where several are asked it must be one of them."""
    standing, step = heard.standing, heard.step
    if not step.by:
        return heard.speaker()
    expected = (standing.who, *standing.waiting) if standing.who else standing.waiting
    if not heard.line.get("by"):
        usual = heard.speaker()
        if standing.mode != "first" and standing.who:
            return standing.who
        if usual in expected or len(expected) == 1:
            return usual if usual in expected else expected[0]
        raise heard.refused("who", names=heard.walked.sight.names_of(expected))
    person = heard.person(heard.line["by"])
    _must_be_asked(heard, person, expected)
    return person


def _must_be_asked(heard: Listening, person: str, expected: tuple[str, ...]) -> None:
    known = heard.record.people[person]
    if person in expected:
        return
    voice = heard.voice(person)
    only_guessed = voice.guessed and not heard.line.get("guessed_by")
    if (voice.answers or voice.passed) and not only_guessed:
        raise heard.refused("has_answered", name=known.name)
    if known.role not in heard.step.by:
        names = heard.walked.sight.names_of(expected)
        raise heard.refused("not_asked", name=known.name, names=names)


def _is_for_another(heard: Listening) -> bool:
    """Whether this line is a new person's first answer while somebody else's turns are open."""
    standing = heard.standing
    if standing.mode == "first" or not heard.step.by or not heard.line.get("by"):
        return standing.mode == "first"
    return heard.person(heard.line["by"]) != standing.who


def _answered(heard: Listening, who: str, value: Json, **more: Any) -> ev.Answered:
    kinds = {
        "form": _one_of(heard, "form", _FORMS, "said"),
        "source": _one_of(heard, "source", _SOURCES, "said"),
        "from_": heard.from_(),
        "about": heard.optional_text("about"),
        "typed_by": heard.typed_by(),
        "asked": heard.asked(),
        "kind": heard.step.kind,
    }
    return ev.Answered(**heard.place, answer=heard.new("answer"), by=who, value=value, **{**kinds, **more})


def _one_of(heard: Listening, key: str, known: tuple[str, ...], usual: str) -> str:
    value = heard.line.get(key, usual)
    if value not in known:
        raise heard.refused("shape", key=key, shape=f"one of {', '.join(known)}")
    return str(value)


def spoken(heard: Listening) -> What:
    """Hear words: an answer, one more, what follows an echo, a reason, a part or a whole sentence."""
    standing, step = heard.standing, heard.step
    if _is_for_another(heard) and step.kind != "compose":
        return _first_words(heard)
    match standing.mode:
        case "quiet":
            return [_entry(heard, _who(heard), asked=heard.optional_text("asked"))]
        case "more":
            return [_entry(heard, _who(heard))]
        case "echo":
            return _followed(heard)
        case "reason":
            return [_reason(heard, standing.part, heard.text("say"))]
        case "part":
            return _one_part(heard)
        case "sentence":
            return _sentence(heard, heard.text("say"))
        case _:
            raise heard.not_here("say")


def _first_words(heard: Listening) -> What:
    if heard.step.kind == "compose":
        return _one_part(heard)
    if heard.step.kind != "ask":
        raise heard.not_here("say")
    who = _who(heard)
    return [*heard.leaves_open(who), _entry(heard, who)]


def _entry(heard: Listening, who: str, **more: Any) -> ev.Answered:
    words = heard.text("say")
    return _answered(heard, who, words, entry=heard.new("entry"), areas=heard.areas(), **more)


def _followed(heard: Listening) -> What:
    voice = heard.voice(heard.standing.who)
    if voice.echo is None:
        raise heard.not_here("say")
    return [
        ev.Followed(
            **heard.place,
            entry=voice.echo[0],
            text=heard.text("say"),
            asked=heard.asked(),
            by=_who(heard) if heard.step.by else heard.speaker(),
            form=_one_of(heard, "form", _FORMS, "said"),
            typed_by=heard.typed_by(),
        )
    ]


def echo(heard: Listening) -> What:
    """Hear that a phrase of theirs is given back; the phrase must be in what was said."""
    standing = heard.standing
    if standing.mode not in {"quiet", "more", "echo"}:
        raise heard.not_here("echo")
    phrase = heard.text("echo")
    entry = heard.held(heard.line.get("entry") or (heard.asks.items[-1].id if heard.asks.items else ""))
    held = heard.record.entries.get(entry)
    if held is None:
        raise heard.refused("entry", name=entry)
    said = [held.text, *(one.text for one in held.followups)]
    if not any(phrase in one for one in said):
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


def rate(heard: Listening) -> What:
    """Hear a number on the line, with the words that came with it."""
    if heard.step.kind != "scale" or not _is_for_another(heard):
        raise heard.not_here("rate")
    who = _rater(heard)
    value, of = values.mark(heard, heard.step, heard.line["rate"], who)
    guessed_by = _guesser(heard)
    areas = tuple(one for one in heard.step.into if heard.walked.flow.areas[one].holds == "ratings")
    rating = heard.new("rating")
    given = _answered(heard, who, value, rating=rating, areas=areas, guessed_by=guessed_by, of=of)
    return [*heard.leaves_open(who), given, *_reasons_with(heard, rating, who if heard.step.by else "")]


def _rater(heard: Listening) -> str:
    """Return whose place it is: where a guess is asked for and nobody is named, nobody's in particular."""
    is_guess = heard.step.guess or heard.line.get("guessed_by")
    if is_guess and not heard.step.by:
        return heard.person(heard.line["by"]) if heard.line.get("by") else ""
    return _who(heard)


def _guesser(heard: Listening) -> str | None:
    """Return whose guess it is: the one named, or at a step that asks for a guess whoever is speaking."""
    if heard.line.get("guessed_by"):
        return heard.person(heard.line["guessed_by"])
    return heard.asks.speaks or heard.helper() if heard.step.guess else None


def _reasons_with(heard: Listening, rating: str, who: str) -> What:
    found: What = []
    for part in REASONS:
        words = heard.line.get(part)
        for one in words if isinstance(words, list) else [words]:
            if one:
                asked = dict(heard.step.because_parts).get(part)
                put = _worded(heard, asked) if asked else None
                found.append(
                    ev.Reasoned(**heard.place, rating=rating, part=part, text=str(one), asked=put, by=who)
                )
    return found


def _worded(heard: Listening, wording: Wording) -> str:
    return worded(heard.walked, wording, heard.asks.band)


def _reason(heard: Listening, part: str, words: str) -> ev.Reasoned:
    who = heard.standing.who
    rating = heard.voice(who).rating
    return ev.Reasoned(**heard.place, rating=rating, part=part, text=words, asked=heard.asked(), by=who)


def choose(heard: Listening) -> What:
    """Hear one choice or several."""
    step = heard.step
    if step.kind != "choose" or not _is_for_another(heard):
        raise heard.not_here("choose")
    keys = values.choice(heard, step)
    who = _who(heard)
    return [*heard.leaves_open(who), _answered(heard, who, keys)]


def number(heard: Listening) -> What:
    """Hear a number."""
    if heard.step.kind != "number" or not _is_for_another(heard):
        raise heard.not_here("number")
    value = values.amount(heard, heard.step)
    who = _who(heard)
    return [*heard.leaves_open(who), _answered(heard, who, value)]


def date(heard: Listening) -> What:
    """Hear a day, or where the step allows it something like "about March"."""
    step = heard.step
    if step.kind != "date" or not _is_for_another(heard):
        raise heard.not_here("date")
    words = values.day(heard, step)
    who = _who(heard)
    return [*heard.leaves_open(who), _answered(heard, who, words)]


def people(heard: Listening) -> What:
    """Hear who there is; at any turn, and as the answer where people are asked for."""
    standing = heard.walked.standing
    step = heard.walked.flow.steps[standing.key.step] if standing else None
    asked_here = step is not None and step.kind == "people" and heard.asks.kind == "people"
    ids, happened = joined(heard, step if asked_here else None)
    if asked_here and ids:
        happened.append(_answered(heard, heard.speaker(), ids))
    return happened


def sort(heard: Listening) -> What:
    """Hear where each entry belongs; what is left out stays where it is."""
    step = heard.step
    if step.kind != "sort" or heard.standing.mode != "first":
        raise heard.not_here("sort")
    waiting = {item.id: step.sorts for item in heard.asks.items}
    placed = {**waiting, **sorted_places(heard, heard.mapping("sort"), set(waiting))}
    by = heard.speaker()
    return [ev.Sorted(**heard.place, answer=heard.new("answer"), placed=placed, by=by, asked=heard.asked())]


def sorted_places(heard: Listening, wishes: Mapping[str, Json], waiting: set[str]) -> dict[str, str]:
    """Return entry to area; an empty area leaves the entry where it is."""
    placed: dict[str, str] = {}
    for name, area in wishes.items():
        entry = heard.held(name)
        if entry not in waiting:
            raise heard.refused("sort_entry", name=name)
        if area:
            placed[entry] = heard.area(area)
    return placed


def panel(heard: Listening) -> What:
    """Hear one picture with its sentences."""
    if heard.step.kind != "panel" or heard.standing.mode != "first":
        raise heard.not_here("panel")
    value = panel_value(heard)
    return [_answered(heard, heard.speaker(), value, panel=heard.new("panel"))]


def panel_value(heard: Listening) -> dict[str, Json]:
    """Return a panel's value; raises Refused without at least one sentence."""
    value = dict(heard.mapping("panel"))
    text = value.get("text")
    sentences = [text] if isinstance(text, str) else text
    if not isinstance(sentences, list) or not any(isinstance(one, str) and one for one in sentences):
        raise heard.refused("panel")
    picture = value.get("picture") or {}
    if not isinstance(picture, Mapping):
        raise heard.refused("shape", key="picture", shape="an object")
    return {**value, "text": [str(one) for one in sentences if one], "picture": dict(picture)}


def _one_part(heard: Listening) -> What:
    standing = heard.standing
    value = heard.line["say"]
    part = heard.step.parts[standing.part]
    words = [str(one) for one in value if one] if isinstance(value, list) else [heard.text("say")]
    if part.many and len(words) == 1:
        words = [line.strip() for line in words[0].splitlines() if line.strip()]
    if not words:
        raise heard.refused("empty")
    who = _who(heard)
    return [ev.PartGiven(**heard.place, part=standing.part, texts=tuple(words), by=who, asked=heard.asked())]


def parts(heard: Listening) -> What:
    """Hear all parts of a sentence in one line; what is left out is passed."""
    step = heard.step
    if step.kind != "compose" or heard.standing.mode not in {"part", "first"}:
        raise heard.not_here("parts")
    given = heard.mapping("parts")
    for name in given:
        if name not in step.parts:
            raise heard.refused("part", name=name, parts=", ".join(step.parts))
    who = _who(heard)
    known = heard.voice(who if step.by else "").parts
    missing = [
        name for name, one in step.parts.items()
        if not one.optional and not given.get(name) and not known.get(name)
    ]  # fmt: skip
    if missing:
        return [_passed(heard, who, "dont-know")]
    return [*heard.leaves_open(who), *_each_part(heard, given, set(known), who)]


def _each_part(heard: Listening, given: Mapping[str, Json], known: set[str], who: str) -> What:
    happened: What = []
    for name, one in heard.step.parts.items():
        value = given.get(name)
        words = [str(word) for word in value] if isinstance(value, list) else [str(value)] if value else []
        asked = _worded(heard, one.ask)
        if words:
            texts = tuple(word for word in words if word)
            happened.append(ev.PartGiven(**heard.place, part=name, texts=texts, by=who, asked=asked))
        elif name not in known:
            happened.append(_passed(heard, who, "rather-not", name))
    return happened


def agreed(heard: Listening) -> What:
    """Hear that a whole sentence, or what was read back, is right."""
    if heard.line["ok"] is not True:
        raise heard.refused("true", key="ok")
    if heard.standing.mode == "sentence":
        return _sentence(heard, None)
    if heard.step.kind != "review":
        raise heard.not_here("ok")
    return _reviewed(heard)


def _sentence(heard: Listening, words: str | None) -> What:
    standing, step = heard.standing, heard.step
    composed = sentence_of(heard.walked, step, dict(heard.asks.given))
    who = _who(heard)
    was = (composed,) if words is not None and words != composed else ()
    value = composed if words is None else words
    return [
        *([] if not standing.who else heard.leaves_open(who)),
        _answered(heard, who, value, entry=heard.new("entry"), areas=heard.areas(), form="composed", was=was),
    ]


def _reviewed(heard: Listening) -> What:
    share = {heard.held(name): _wishes(heard, own) for name, own in _pairs(heard, "share")}
    agree = {
        heard.held(name): tuple(heard.person(one) for one in ([own] if isinstance(own, str) else own))
        for name, own in _pairs(heard, "agree")
    }
    dispute = {
        heard.held(name): {heard.person(one): str(words) for one, words in dict(own).items()}
        for name, own in _pairs(heard, "dispute")
    }
    read = tuple(item.id for item in heard.asks.items)
    return [
        ev.Reviewed(
            **heard.place, answer=heard.new("answer"), by=heard.speaker(), read=read,
            share=share, agree=agree, dispute=dispute, asked=heard.asked(),
        )
    ]  # fmt: skip


def _pairs(heard: Listening, key: str) -> list[tuple[str, Any]]:
    return list(heard.mapping(key).items()) if heard.line.get(key) else []


def _wishes(heard: Listening, own: Json) -> dict[str, str]:
    if not isinstance(own, Mapping):
        raise heard.refused("shape", key="share", shape='like {"e3": {"p3": "yes"}}')
    return {heard.person(viewer): str(wish) for viewer, wish in own.items()}
