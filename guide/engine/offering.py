"""Offers what was said in the conversation this one was started from; nothing is taken by itself."""

import json
from collections.abc import Sequence

from guide.engine.session import events_from
from guide.engine.turn import Item
from guide.engine.walk import walk
from guide.errors import GuideError
from guide.flow.model import flow_from_json
from guide.log.store import Store
from guide.map.fold import fold
from guide.map.model import Entry, Record
from guide.map.sight import Sight


def offered(store: Store, record: Record, areas: Sequence[str]) -> tuple[Item, ...]:
    """Return the entries of the earlier conversation in these areas that were not taken yet.

    They are looked up whenever they are offered and never copied: when the earlier conversation is erased,
    nothing of it is left here but what somebody took.
    """
    try:
        flow = flow_from_json(json.loads(store.compiled(record.origin)))
        rows = store.rows(record.origin)
    except GuideError:
        return ()
    sight = walk(flow, fold(events_from(rows), record.origin)).shown
    taken = {one.from_ for one in record.entries.values() if one.id not in record.removed}
    entries = {entry.id: entry for area in areas for entry in sight.entries(area)}
    items = (_item(entry, sight, record) for entry in entries.values())
    return tuple(one for one in items if one.id not in taken)


def _item(entry: Entry, sight: Sight, record: Record) -> Item:
    name = sight.name_of(entry.by)
    same = [one.id for one in record.people.values() if name and one.name == name]
    return Item(f"{record.origin}:{entry.id}", entry.text, same[0] if same else "", kept=_kept(entry, sight))


def _kept(entry: Entry, sight: Sight) -> str:
    """Return from whom somebody wished to keep it, and how: "Mum: with-me"."""
    wishes = (
        (sight.name_of(who), one.wish) for who, one in entry.share.items() if one.wish not in {None, "yes"}
    )
    return ", ".join(f"{who}: {wish}" for who, wish in wishes if who)
