"""The record as plain JSON, `guide-record/1`: what leaves for papers and other programs."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from guide.flow.model import Area
from guide.map.gaps import gaps_of
from guide.map.model import Answer, Entry, Key, Panel, Person, Rating, Record, Share, Urgent
from guide.map.placing import is_hidden
from guide.map.sight import Sight
from guide.map.urgent import urgent_in

Json = Any
FORMAT: Final = "guide-record/1"


def record_as_json(
    sight: Sight, path: Sequence[Key], *, ended: bool, head: Mapping[str, Json], deferred: Sequence[Key] = ()
) -> dict[str, Json]:
    """Return everything known; what is private and not yet opened holds only that it was given."""
    record, flow = sight.record, sight.flow
    return {
        "format": FORMAT,
        "session": _session(record, ended=ended),
        "people": [_person(one) for one in record.people.values()],
        "sheets": {sheet: _sheet(sight, sheet) for sheet in flow.sheets},
        "story": [_panel(one) for one in sight.panels()],
        "asides": [
            {"by": one.by or None, "text": one.text, "seen": one.seen, "at": one.at} for one in record.asides
        ],
        "urgent": [_urgent(one) for one in urgent_in(sight)],
        "later": _later(record, path),
        "gaps": [one.as_json() for one in gaps_of(sight, path, deferred)],
        "answers": [_answer(sight, one) for one in record.answers.values()],
        "head": dict(head),
    }


def _session(record: Record, *, ended: bool) -> dict[str, Json]:
    finished = record.finished if ended or record.finished_by_hand else ""
    return {
        "id": record.session,
        "thread": record.thread or None,
        "flow": record.flow,
        "version": record.version,
        "form": record.form,
        "level": record.level,
        "lang": record.lang,
        "invented": record.invented,
        "started": record.started,
        "finished": finished or None,
    }


def _person(one: Person) -> dict[str, Json]:
    return {
        "id": one.id, "name": one.name, "as": one.role, "age": one.age,
        "band": one.understanding if one.role == "child" or one.band else None, "left": one.left,
    }  # fmt: skip


def _sheet(sight: Sight, sheet: str) -> dict[str, Json]:
    areas = sight.flow.sheets[sheet].areas.values()
    return {
        "areas": {area.id: _held(sight, area) for area in areas if area.holds != "ratings"},
        "scales": {
            area.id: [_rating(one) for one in sight.ratings(area.id)]
            for area in areas
            if area.holds == "ratings"
        },
    }


def _held(sight: Sight, area: Area) -> list[dict[str, Json]]:
    if area.holds == "people":
        return [{"id": one.id, "name": one.name, "as": one.role} for one in sight.people(area.id)]
    return [_entry(one) for one in sight.entries(area.id)]


def _entry(one: Entry) -> dict[str, Json]:
    return {
        "id": one.id,
        "text": one.text,
        "by": one.by or None,
        "typed_by": one.typed_by,
        "form": one.form,
        "step": one.step or None,
        "asked": one.asked,
        "at": one.at,
        "source": one.source,
        "from": one.from_,
        "about": one.about,
        "was": list(one.was),
        "followups": [
            {"asked": more.asked, "text": more.text, "at": more.at, "by": more.by or None}
            for more in one.followups
        ],
        **_sharing(one),
    }


def _sharing(one: Entry | Rating) -> dict[str, Json]:
    return {
        "share": {viewer: _share(share) for viewer, share in one.share.items()},
        "agreed_by": list(one.agreed_by),
        "disputed_by": [{"by": by, "says": says} for by, says in one.disputed_by],
    }


def _share(one: Share) -> dict[str, Json]:
    return {"wish": one.wish, "words": one.words, "cleared": dict(one.cleared) if one.cleared else None}


def _rating(one: Rating) -> dict[str, Json]:
    return {
        "id": one.id,
        "by": one.by or None,
        "value": one.value,
        "of": one.of,
        "guessed_by": one.guessed_by,
        "because": list(one.because),
        "lower": list(one.lower),
        "higher": list(one.higher),
        "small_step": list(one.small_step),
        "was": list(one.was),
        "asked": one.asked,
        "step": one.step,
        "at": one.at,
        **_sharing(one),
    }


def _panel(one: Panel) -> dict[str, Json]:
    return {
        "id": one.id, "title": one.title, "text": list(one.text), "picture": dict(one.picture),
        "from": list(one.from_), "was": [dict(before) for before in one.was], "by": one.by or None,
        "sentences": [_sentence(one, text) for text in one.text],
        "share": {viewer: _share(share) for viewer, share in one.share.items()},
    }  # fmt: skip


def _sentence(panel: Panel, text: str) -> dict[str, Json]:
    """Return a sentence with who agreed to it as it stands, and who sees it differently."""
    disputed = panel.disputed_by.get(text, ())
    return {
        "text": text,
        "agreed_by": list(panel.agreed_by.get(text, ())),
        "disputed_by": [{"by": by, "says": says} for by, says in disputed],
    }


def _urgent(one: Urgent) -> dict[str, Json]:
    """Return it with what was written down apart; when and where it came up is nobody's to change."""
    return {
        "words": one.words,
        **one.fields,
        "id": one.id,
        "asked": one.asked or None,
        "by": one.by or None,
        "at": one.at,
        "step": one.step or None,
    }


def _later(record: Record, path: Sequence[Key]) -> list[dict[str, Json]]:
    found: list[dict[str, Json]] = []
    for key in path:
        if record.visit(Key(key.step, key.item, returned=True)).answers:
            continue
        for name in record.visit(key).answers:
            answer = record.answers[name]
            if answer.passed == "later":
                own = {"step": key.step, "of": key.item or None, "by": answer.by or None}
                found.append({**own, "asked": answer.asked})
    return found


def status_of(sight: Sight, answer: Answer) -> str:
    """Return active, later, passed or aside."""
    held = answer.entry or answer.rating or answer.panel
    if answer.id not in sight.active or held in sight.record.removed:
        return "aside"
    if answer.passed == "later":
        return "later"
    return "passed" if answer.passed else "active"


def _answer(sight: Sight, one: Answer) -> dict[str, Json]:
    own: dict[str, Json] = {
        "id": one.id, "step": one.key.step, "of": one.key.item or None, "by": one.by or None,
    }  # fmt: skip
    if is_hidden(sight.flow, sight.record, one.key):
        return {**own, "given": True}
    return {
        **own,
        "kind": one.kind,
        "value": one.value,
        "pass": one.passed or None,
        "part": one.part or None,
        "was": list(one.was),
        "asked": one.asked,
        "at": one.at,
        "status": status_of(sight, one),
        "entries": [one.entry] if one.entry else [],
    }
