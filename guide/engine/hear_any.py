"""Hears what is legal at any turn: undo, adding, moving and removing, asides, clearing, something urgent."""

from collections.abc import Mapping
from typing import Any, Final

from guide.engine import hear_story
from guide.engine.answering import FORMS, SOURCES
from guide.engine.listening import Listening, What
from guide.engine.undo import to_put_back, to_take_back
from guide.log import events as ev
from guide.map.model import Key, Person
from guide.map.placing import is_hidden

Json = Any

_GROWN: Final = 18

_RECENT: Final = 40
"""Events looked back over for the last words that were said."""


def back(heard: Listening) -> What:
    """Take back the last thing somebody said or decided, with the *next*s after it."""
    heard.is_true("back")
    deeds, stopped = to_take_back(heard.record)
    if not deeds:
        raise heard.refused("revealed" if stopped else "nothing_back")
    return [ev.TookBack(deeds=deeds)]


def redo(heard: Listening) -> What:
    """Do again what was taken back last."""
    heard.is_true("redo")
    deeds = to_put_back(heard.record)
    if not deeds:
        raise heard.refused("nothing_redo")
    return [ev.PutBack(deeds=deeds)]


def aside(heard: Listening) -> What:
    """Keep a helper's own words, or what a helper saw, apart from everybody's answers."""
    standing = heard.walked.standing
    by = heard.named("by") or heard.helper()
    step = standing.key.step if standing else ""
    return [ev.Noted(text=heard.text("aside"), seen=heard.line.get("seen") is True, by=by, step=step)]


def named(heard: Listening) -> What:
    """Mark a person a child has spoken of; somebody new becomes known by that name alone."""
    name = heard.text("named")
    children = heard.record.of_roles(("child",))
    by = heard.named("by") or (children[0].id if children else "")
    if not by:
        raise heard.refused("no_child")
    known = [one.id for one in heard.record.people.values() if name in (one.name, one.id)]
    if len(known) > 1:
        raise heard.refused("which", name=name, ids=", ".join(known))
    if known:
        return [ev.Named(person=known[0], by=by)]
    person = heard.new("person")
    return [ev.Joined(person=person, name=name, role="other"), ev.Named(person=person, by=by)]


def clear(heard: Listening) -> What:
    """Let a named adult clear entries, marks and pictures of the story for a viewer.

    The wish of the person whose words they are is another decision.
    """
    by = heard.named("by") or heard.helper()
    if not by or not _is_grown_up_here(heard.record.people[by]):
        raise heard.refused("clear_by")
    why = heard.optional_text("why") or ""
    happened: What = []
    for viewer, names in heard.mapping("clear").items():
        if heard.person(viewer) == by:
            raise heard.refused("clear_by")
        entries = tuple(_clearable(heard, name) for name in (names if isinstance(names, list) else [names]))
        happened.append(ev.Cleared(viewer=heard.person(viewer), entries=entries, by=by, why=why))
    if not happened or not all(isinstance(one, ev.Cleared) and one.entries for one in happened):
        raise heard.refused("shape", key="clear", shape='like {"p3": ["e3"]}')
    return happened


def _is_grown_up_here(person: Person) -> bool:
    young = person.role == "child" or (person.age is not None and person.age < _GROWN)
    return not young and not person.left


def _clearable(heard: Listening, name: Any) -> str:
    """Return the entry, mark or picture of the story that is meant."""
    return str(name) if str(name) in heard.record.panels else heard.held(name)


def finish(heard: Listening) -> What:
    """End the conversation here; what was said can still be changed or added to."""
    heard.is_true("finish")
    if heard.asks.kind == "end":
        raise heard.refused("ended")
    return [ev.Finished(by_hand=True)]


# Something urgent


def urgent(heard: Listening) -> What:
    """Mark something urgent at once, with nothing to type; or write down its second half, apart."""
    value = heard.line["urgent"]
    if isinstance(value, Mapping):
        return _second_half(heard, value)
    words = "" if value is True or value is None else heard.words(value, "urgent")
    said, asked, by = _last_said(heard)
    standing = heard.walked.standing
    step = standing.key.step if standing else ""
    return [ev.Urged(urgent=heard.new("urgent"), words=words or said, asked=asked, by=by, step=step)]


def _last_said(heard: Listening) -> tuple[str, str, str]:
    """Return the last words somebody said, the question as it was put, and who said them."""
    standing = {deed.number for deed in heard.record.deeds[-_RECENT:]}
    for event in reversed(heard.record.events[-_RECENT:]):
        what = event.what
        if event.deed not in standing or not isinstance(what, ev.Answered | ev.Followed):
            continue
        if is_hidden(heard.walked.flow, heard.record, Key(what.step, what.item, what.returned)):
            continue
        if isinstance(what, ev.Followed):
            return what.text, what.asked or "", what.by
        if what.kind in {"ask", "compose"}:
            return str(what.value), what.asked or "", what.by
    return "", "", ""


def _second_half(heard: Listening, value: Mapping[str, Json]) -> What:
    own = dict(value)
    known = list(heard.record.urgent)
    name = str(own.pop("id", "") or (known[-1] if known else ""))
    if name in known:
        return [ev.UrgentTold(urgent=name, fields=own)]
    if name:
        raise heard.refused("urgent_id", name=name)
    new = heard.new("urgent")
    words = heard.words(own.get("words") or "", "words")
    return [ev.Urged(urgent=new, words=words), ev.UrgentTold(urgent=new, fields=own)]


# What is put by hand


def add(heard: Listening) -> What:
    """Put an entry onto a sheet, or a panel into the story, by hand."""
    line = {**heard.line, **heard.mapping("add")}
    inner = Listening(heard.walked, heard.asks, line, heard.given_out)
    if "panel" in line:
        return hear_story.added(heard, inner)
    return [
        ev.Added(
            entry=inner.new("entry"),
            area=inner.area(line.get("area")),
            text=inner.text("say"),
            by=inner.speaker(),
            form=inner.one_of("form", FORMS, "said"),
            typed_by=inner.named("typed_by"),
            source=inner.one_of("source", SOURCES, "said"),
            from_=inner.from_(),
            about=inner.optional_text("about"),
        )
    ]


def move(heard: Listening) -> What:
    """Put entries into another place, or panels before or after another, by hand."""
    wishes = heard.mapping("move")
    if not wishes:
        raise heard.refused("shape", key="move", shape='like {"e4": "map.harm"}')
    return [_moved(heard, name, where) for name, where in wishes.items()]


def _moved(heard: Listening, name: str, where: Json) -> ev.Moved | ev.PanelMoved:
    if isinstance(where, Mapping):
        return hear_story.moved(heard, name, where)
    return ev.Moved(entry=_entry(heard, name), area=heard.area(where))


def _entry(heard: Listening, name: str) -> str:
    """Return an entry that can be moved: nobody moves what they may not see yet."""
    known = name in heard.record.entries and name not in heard.record.removed
    if known and heard.walked.sight.can_be_seen(name):
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
