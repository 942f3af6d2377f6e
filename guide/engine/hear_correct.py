"""Hears a correction: an answer is put right beside its first words, or taken from somebody added later."""

from difflib import get_close_matches
from typing import Any, Final

from guide.engine import hear_story, values
from guide.engine.accepts import PASSES
from guide.engine.answering import answered_at, in_words, on_a_sheet
from guide.engine.asks import speaker_of
from guide.engine.hear_people import joined
from guide.engine.hear_review import reviewed
from guide.engine.listening import Listening, What, place_of
from guide.engine.worded import items_read
from guide.flow.model import Step
from guide.log import events as ev
from guide.map.model import Answer, Key, Panel
from guide.map.sentences import sentence_at

Json = Any


def correct(heard: Listening) -> What:
    """Put an answer right: by its id, or its entry's, rating's or panel's, or by the step."""
    name = heard.text("correct")
    record = heard.record
    if name in record.entries and not record.entries[name].answer:
        return [ev.Corrected(target=name, value=heard.text("say"), by=heard.named("by"))]
    found = sentence_at(record.panels, name)
    if found is not None:
        return correct(_as_panel(heard, *found))
    if name in record.panels and not record.panels[name].answer:
        return hear_story.corrected(heard, name)
    answer = _answer_of(heard, name)
    if answer is None:
        return _take_answer(heard, name)
    if heard.line.get("pass") is not None:
        return [_into_pass(heard, answer)]
    if answer.passed:
        return _after_pass(heard, answer)
    return [*_corrected(heard, answer, heard.walked.flow.steps[answer.key.step])]


def _as_panel(heard: Listening, panel: Panel, at: int) -> Listening:
    """Return the correction of one sentence as one of its panel: the others stay word for word."""
    text = [*panel.text[:at], heard.text("say"), *panel.text[at + 1 :]]
    rest = {key: value for key, value in heard.line.items() if key != "say"}
    line = {**rest, "correct": panel.id, "panel": {"text": text}}
    return Listening(heard.walked, heard.asks, line, heard.given_out)


def _answer_of(heard: Listening, name: str) -> Answer | None:
    """Return the answer meant; None for a step where this person has none."""
    record = heard.record
    if name in record.answers:
        return record.answers[name]
    for held in (record.entries, record.ratings, record.panels):
        if name in held:
            return record.answers[held[name].answer]
    if name not in heard.walked.flow.steps:
        near = get_close_matches(name[:80], list(heard.walked.flow.steps), 1)
        hint = f": did you mean “{near[0]}”?" if near else ""
        raise heard.refused("unknown_step", name=name, hint=hint)
    return _answer_at(heard, name)


def _answer_at(heard: Listening, name: str) -> Answer | None:
    step = heard.walked.flow.steps[name]
    own = _answers_at(heard, name)
    by = heard.named("by")
    if by is not None and step.by:
        own = [one for one in own if one.by == by and not _is_only_guess(heard, one)]
    item = heard.line.get("item")
    if item is not None:
        own = [one for at, one in enumerate(own, 1) if item in (at, str(at), one.id, one.entry)]
    if len(own) > 1:
        raise heard.refused("which_item", step=name)
    return own[0] if own else None


def _is_only_guess(heard: Listening, answer: Answer) -> bool:
    """Whether somebody else's guess stands where a person's own rating is meant: that stands beside it."""
    rating = heard.record.ratings.get(answer.rating)
    return rating is not None and rating.guessed_by is not None and not heard.line.get("guessed_by")


def _answers_at(heard: Listening, step: str) -> list[Answer]:
    """Return the answers that stand at a step; not the *later* of a question that has come back since."""
    of = _item_of(heard, step)
    record = heard.record
    return [
        one
        for one in record.answers.values()
        if one.key.step == step
        and not one.part
        and one.passed != "finish-here"
        and (of is None or one.key.item == of)
        and (one.entry or one.rating or one.panel) not in record.removed
        and not (one.passed == "later" and record.visit(one.key._replace(returned=True)).answers)
    ]


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


def _into_pass(heard: Listening, answer: Answer) -> ev.Corrected:
    way = heard.one_of("pass", PASSES[:2], "")
    if answer.part or answer.kind in {"sort", "review", "people", "timer"}:
        raise heard.not_here("pass")
    return ev.Corrected(target=answer.id, by=heard.named("by"), passed=way)


def _corrected(heard: Listening, answer: Answer, step: Step) -> What:
    place = place_of(answer.key)
    match answer.kind:
        case "sort":
            waiting = [*heard.record.visit(answer.key).placed[0][1], *heard.walked.shown.held(step.sorts)]
            placed = values.sorted_places(heard, step, waiting)
            return [ev.Sorted(**place, answer=answer.id, placed=placed, by=heard.named("by") or answer.by)]
        case "review":
            items = items_read(heard.walked, step)
            return [reviewed(heard, answer.key, items, answer.id, heard.optional_text("asked"))]
        case "people":
            ids, happened = joined(heard, step, answer.value)
            same = ids == list(answer.value)
            return happened if same else [*happened, ev.Corrected(target=answer.id, value=ids)]
    value = _value(heard, step, answer)
    by = None if step.by else heard.named("by")
    words = in_words(heard, step, value) if answer.entry and step.kind in _WORDED else ""
    return [ev.Corrected(target=answer.id, value=value, by=by, words=words)]


_WORDED: Final = frozenset({"choose", "number", "date"})


def _value(heard: Listening, step: Step, answer: Answer | None = None) -> Json:
    """Return the new value in the step's own shape; what a line leaves out of a panel stays."""
    match step.kind:
        case "ask" | "compose":
            return heard.text("say")
        case "choose":
            return values.choice(heard, step)
        case "number":
            return values.amount(heard, step)
        case "date":
            return values.day(heard, step)
        case "scale":
            return values.mark(heard, step)[0]
        case "panel":
            return values.panel_value(heard, heard.record.panels.get(answer.panel) if answer else None)
        case _:
            raise heard.not_here("correct")


def _after_pass(heard: Listening, answer: Answer) -> What:
    """Take an answer where there was a pass: it stands in the pass's place."""
    step = heard.walked.flow.steps[answer.key.step]
    if answer.part and step.kind == "scale":
        return [_reason_after_pass(heard, answer)]
    if answer.part or answer.passed == "finish-here":
        raise heard.not_here("correct")
    by = answer.by if step.by else heard.named("by") or answer.by
    return _give(heard, step, answer.key, by, answer.id)


def _reason_after_pass(heard: Listening, answer: Answer) -> ev.Reasoned:
    who = answer.by if heard.walked.flow.steps[answer.key.step].by else ""
    voice = heard.record.visit(answer.key).voices[who]
    words, asked = heard.text("say"), heard.optional_text("asked") or answer.asked
    return ev.Reasoned(
        **place_of(answer.key), rating=voice.rating, part=answer.part, text=words, asked=asked, by=who
    )


def _take_answer(heard: Listening, name: str) -> What:
    """Take the answer of somebody who was not asked, or had nothing to say, when the question stood."""
    step, key = heard.walked.flow.steps[name], Key(name, _item_of(heard, name) or "")
    visited = key in heard.walked.visited or heard.record.visit(key).put is not None
    by = heard.named("by")
    if not step.asks or not visited or (step.by and by is None):
        raise heard.refused("no_answer_yet", name=heard.walked.sight.name_of(by or "") or "Nobody", step=name)
    if by is None:
        by = speaker_of(heard.walked, heard.walked.flow.held_with(step), step.section)
    elif step.by and heard.record.people[by].role not in step.by:
        raise heard.refused("not_meant", name=heard.record.people[by].name)
    return _give(heard, step, key, by)


def _give(heard: Listening, step: Step, key: Key, by: str, answer: str = "") -> What:
    """Write an answer down at a question that does not stand; its own turns end with it."""
    closed = ev.Closed(**place_of(key), by=by if step.by else "")
    if step.kind == "people":
        ids, happened = joined(heard, step)
        return [*happened, answered_at(heard, step, key, by, ids, answer=answer), closed]
    own = _held_by(heard, step)
    return [answered_at(heard, step, key, by, _value(heard, step), answer=answer, **own), closed]


def _held_by(heard: Listening, step: Step) -> dict[str, Any]:
    """Return what an answer of this kind puts on the sheets."""
    match step.kind:
        case "ask":
            return {"entry": heard.new("entry"), "areas": heard.areas(step)}
        case "compose":
            return {"entry": heard.new("entry"), "areas": heard.areas(step), "form": "composed"}
        case "scale":
            guessed_by, of = heard.named("guessed_by"), values.mark(heard, step)[1]
            areas = heard.areas(step, "ratings")
            return {"rating": heard.new("rating"), "areas": areas, "guessed_by": guessed_by, "of": of}
        case "panel":
            return {"panel": heard.new("panel")}
        case _:
            return on_a_sheet(heard, step, _value(heard, step))
