"""Hears what is legal at any turn: undo, corrections, moving, adding, asides, clearing, something urgent."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from guide.engine import values
from guide.engine.hear_answer import panel_value, sorted_places
from guide.engine.hear_people import joined
from guide.engine.listening import Listening
from guide.engine.undo import to_put_back, to_take_back
from guide.log import events as ev
from guide.map.model import Answer, Key

Json = Any
What = list[ev.What]


def back(heard: Listening) -> What:
    """Take back the last thing somebody said or decided, with the *next*s after it."""
    if heard.line["back"] is not True:
        raise heard.refused("true", key="back")
    deeds, stopped = to_take_back(heard.record)
    if not deeds:
        raise heard.refused("revealed" if stopped else "nothing_back")
    return [ev.TookBack(deeds=deeds)]


def redo(heard: Listening) -> What:
    """Do again what was taken back last."""
    if heard.line["redo"] is not True:
        raise heard.refused("true", key="redo")
    deeds = to_put_back(heard.record)
    if not deeds:
        raise heard.refused("nothing_redo")
    return [ev.PutBack(deeds=deeds)]


def aside(heard: Listening) -> What:
    """Keep a helper's own words, or what a helper saw, apart from everybody's answers."""
    standing = heard.walked.standing
    by = heard.person(heard.line["by"]) if heard.line.get("by") else heard.helper()
    step = standing.key.step if standing else ""
    return [ev.Noted(text=heard.text("aside"), seen=heard.line.get("seen") is True, by=by, step=step)]


def named(heard: Listening) -> What:
    """Mark a person a child has spoken of; somebody new becomes known by that name alone."""
    name = heard.text("named")
    children = heard.record.of_roles(("child",))
    by = heard.person(heard.line["by"]) if heard.line.get("by") else (children[0].id if children else "")
    known = [one.id for one in heard.record.people.values() if name in (one.name, one.id)]
    if len(known) > 1:
        raise heard.refused("which", name=name, ids=", ".join(known))
    if known:
        return [ev.Named(person=known[0], by=by)]
    person = heard.new("person")
    return [ev.Joined(person=person, name=name, role="other"), ev.Named(person=person, by=by)]


def clear(heard: Listening) -> What:
    """Let a named adult clear entries for a viewer; the person's own wish is another decision."""
    by = heard.person(heard.line["by"]) if heard.line.get("by") else heard.helper()
    if not by or heard.record.people[by].role == "child":
        raise heard.refused("clear_by")
    why = heard.optional_text("why") or ""
    happened: What = []
    for viewer, names in heard.mapping("clear").items():
        entries = tuple(heard.held(name) for name in ([names] if isinstance(names, str) else names))
        happened.append(ev.Cleared(viewer=heard.person(viewer), entries=entries, by=by, why=why))
    if not happened:
        raise heard.refused("shape", key="clear", shape='like {"p3": ["e3"]}')
    return happened


def urgent(heard: Listening) -> What:
    """Mark something urgent at once, with nothing to type; or write down its second half, apart."""
    value = heard.line["urgent"]
    if isinstance(value, Mapping):
        return _second_half(heard, value)
    words = value if isinstance(value, str) else ""
    last = _last_said(heard)
    standing = heard.walked.standing
    step = standing.key.step if standing else ""
    said, asked, by = (words or last[0]), last[1], last[2]
    return [ev.Urged(urgent=heard.new("urgent"), words=said, asked=asked, by=by, step=step)]


def _last_said(heard: Listening) -> tuple[str, str, str]:
    """Return the last words somebody said, the question as it was put, and who said them."""
    for event in reversed(heard.record.events[-20:]):
        match event.what:
            case ev.Answered(kind="ask" | "compose") as what if what.answer in heard.record.answers:
                if not heard.walked.flow.steps[what.step].private:
                    return str(what.value), what.asked or "", what.by
            case ev.Followed() as what:
                return what.text, what.asked or "", what.by
            case _:
                pass
    return "", "", ""


def _second_half(heard: Listening, value: Mapping[str, Json]) -> What:
    own = dict(value)
    name = str(own.pop("id", "") or next(reversed(heard.record.urgent), ""))
    known = name in heard.record.urgent
    if not known and name:
        raise heard.refused("urgent_id", name=name)
    if known:
        return [ev.UrgentTold(urgent=name, fields=own)]
    new = heard.new("urgent")
    return [ev.Urged(urgent=new, words=str(own.get("words", ""))), ev.UrgentTold(urgent=new, fields=own)]


def finish(heard: Listening) -> What:
    """End the conversation here; what was said can still be changed or added to."""
    if heard.line["finish"] is not True:
        raise heard.refused("true", key="finish")
    if heard.asks.kind == "end":
        raise heard.refused("ended")
    return [ev.Finished(by_hand=True)]


def add(heard: Listening) -> What:
    """Put an entry onto a sheet by hand."""
    own = heard.mapping("add")
    line = {**heard.line, **own}
    inner = Listening(heard.walked, heard.asks, line, heard.given_out)
    area = inner.area(line.get("area"))
    return [
        ev.Added(
            entry=inner.new("entry"),
            area=area,
            text=inner.text("say"),
            by=inner.speaker(),
            form=str(line.get("form", "said")),
            typed_by=inner.typed_by(),
            source=str(line.get("source", "said")),
            from_=inner.from_(),
            about=inner.optional_text("about"),
        )
    ]


def move(heard: Listening) -> What:
    """Put entries into another place by hand."""
    wishes = heard.mapping("move")
    return [ev.Moved(entry=_entry(heard, name), area=heard.area(area)) for name, area in wishes.items()]


def _entry(heard: Listening, name: str) -> str:
    if name in heard.record.entries and name not in heard.record.removed:
        return name
    raise heard.refused("entry", name=name)


def remove(heard: Listening) -> What:
    """Take an entry, a rating or a panel off its sheet; the question does not come back."""
    name = heard.text("remove")
    record = heard.record
    answer = record.answers.get(name)
    target = (answer.entry or answer.rating or answer.panel) if answer else name
    known = target in record.entries or target in record.ratings or target in record.panels
    if not known or target in record.removed:
        raise heard.refused("unknown_id", name=name)
    return [ev.Removed(target=target)]


# Corrections


def correct(heard: Listening) -> What:
    """Put an answer right: by its id, or its entry's, rating's or panel's, or by the step."""
    name = heard.text("correct")
    record = heard.record
    if name in record.entries and not record.entries[name].answer:
        return [ev.Corrected(target=name, value=heard.text("say"), by=_by(heard))]
    answer = _answer_of(heard, name)
    if answer is None:
        return _take_answer(heard, name)
    if answer.passed and "pass" not in heard.line:
        return _answer_after_pass(heard, answer)
    return _corrected(heard, answer)


def _by(heard: Listening) -> str | None:
    return heard.person(heard.line["by"]) if heard.line.get("by") else None


def _answer_of(heard: Listening, name: str) -> Answer | None:
    """Return the answer meant; None for a step where this person has none."""
    record = heard.record
    if name in record.answers:
        return record.answers[name]
    for held in (record.entries, record.ratings, record.panels):
        if name in held:
            return record.answers[held[name].answer]
    if name not in heard.walked.flow.steps:
        near = get_close_matches(name, list(heard.walked.flow.steps), 1)
        hint = f": did you mean “{near[0]}”?" if near else ""
        raise heard.refused("unknown_step", name=name, hint=hint)
    return _answer_at(heard, name)


def _answer_at(heard: Listening, step: str) -> Answer | None:
    own = _answers_at(heard, step)
    by = _by(heard)
    if by is not None and heard.walked.flow.steps[step].by:
        own = [one for one in own if one.by == by]
    item = heard.line.get("item")
    if item is not None:
        own = [one for at, one in enumerate(own, 1) if item in (at, str(at), one.id, one.entry)]
    if len(own) > 1:
        raise heard.refused("which_item", step=step)
    return own[0] if own else None


def _answers_at(heard: Listening, step: str) -> list[Answer]:
    of = _item_of(heard, step)
    return [
        one
        for one in heard.record.answers.values()
        if one.key.step == step and not one.part and (of is None or one.key.item == of)
        and (one.entry or one.rating or one.panel) not in heard.record.removed
    ]  # fmt: skip


def _item_of(heard: Listening, step: str) -> str | None:
    """Return the loop item meant by `of`: its id, or its number from 1."""
    of = heard.line.get("of")
    if of is None:
        return None
    section = heard.walked.flow.steps[step].section
    items = heard.walked.items.get(section, [])
    if isinstance(of, int) and 1 <= of <= len(items):
        return items[of - 1]
    return str(of)


def _corrected(heard: Listening, answer: Answer) -> What:
    if heard.line.get("pass"):
        return [ev.Corrected(target=answer.id, by=_by(heard), passed=heard.text("pass"))]
    step = heard.walked.flow.steps[answer.key.step]
    place = {"step": answer.key.step, "item": answer.key.item, "returned": answer.key.returned}
    if answer.kind == "sort":
        waiting = set(heard.record.entries)
        placed = sorted_places(heard, heard.mapping("sort"), waiting)
        by = _by(heard) or answer.by
        return [ev.Sorted(**place, answer=heard.new("answer"), placed=placed, by=by)]
    if answer.kind == "people":
        return joined(heard, None)[1]
    value = _new_value(heard, answer, step.kind)
    by = None if step.by else _by(heard)
    return [ev.Corrected(target=answer.id, value=value, by=by)]


def _new_value(heard: Listening, answer: Answer, kind: str) -> Json:
    """Return the new value in the step's own shape."""
    line, step = heard.line, heard.walked.flow.steps[answer.key.step]
    match kind:
        case "ask" | "compose":
            return heard.text("say")
        case "choose":
            return values.choice(heard, step)
        case "number":
            return values.amount(heard, step)
        case "date":
            return values.day(heard, step)
        case "scale":
            return values.mark(heard, step, line.get("rate"), answer.by)[0]
        case "panel":
            return panel_value(heard)
        case _:
            raise heard.not_here("correct")


def _answer_after_pass(heard: Listening, answer: Answer) -> What:
    return _give(heard, answer.key, answer.by)


def _take_answer(heard: Listening, step: str) -> What:
    """Take the answer of somebody who was not asked, or had nothing to say, when the question stood."""
    of = _item_of(heard, step) or ""
    key = Key(step, of)
    known = heard.walked.flow.steps[step]
    by = _by(heard)
    visited = key in heard.walked.visited or heard.record.visit(key).put is not None
    if not known.asks or not visited or (known.by and by is None):
        person = heard.walked.sight.name_of(by or "") or "Nobody"
        raise heard.refused("no_answer_yet", name=person, step=step)
    return _give(heard, key, by or "")


def _give(heard: Listening, key: Key, by: str) -> What:
    step = heard.walked.flow.steps[key.step]
    place = {"step": key.step, "item": key.item, "returned": key.returned}
    own: dict[str, Any] = {"answer": heard.new("answer"), "by": _by(heard) or by, "kind": step.kind}
    match step.kind:
        case "ask" | "compose":
            own |= {"value": heard.text("say"), "entry": heard.new("entry"), "areas": step.into}
        case "scale":
            value, of = values.mark(heard, step, heard.line.get("rate"), own["by"])
            own |= {"value": value, "of": of, "rating": heard.new("rating"), "areas": step.into}
        case "choose":
            own["value"] = values.choice(heard, step)
        case "number":
            own["value"] = values.amount(heard, step)
        case "date":
            own["value"] = values.day(heard, step)
        case "panel":
            own |= {"value": panel_value(heard), "panel": heard.new("panel")}
        case _:
            raise heard.not_here("correct")
    asked = heard.optional_text("asked")
    return [ev.Answered(**place, **own, asked=asked), ev.Closed(**place, by=own["by"] if step.by else "")]
