"""The page for leads says what the flows, the minutes and the keys really are."""

import re
from pathlib import Path

import pytest

from guide.flow.compile import compile_flow
from guide.flow.possible import possible_steps
from guide.ui.commands.anywhere import ANYWHERE
from guide.ui.commands.conversation import CONVERSATION
from guide.ui.commands.room import ROOM

CHECKOUT = Path(__file__).parent.parent
PAGE = (CHECKOUT / "docs" / "for-leads.md").read_text(encoding="utf-8")
FLOW = compile_flow(CHECKOUT / "flows" / "group-review").flow
ROWS = [
    tuple(cell.strip() for cell in row.strip("| \n").split("|"))
    for row in PAGE.splitlines()
    if row[:1] == "|"
]


@pytest.mark.parametrize("row", [row for row in ROWS if "guide start" in row[1]], ids=lambda row: row[1])
def test_every_form_is_there_and_takes_the_minutes_it_says(row: tuple[str, ...]) -> None:
    name, *form = re.findall(r"guide start ([a-z-]+)(?: --form ([a-z]+))?", row[1])[0]
    flow = compile_flow(CHECKOUT / "flows" / name).flow
    chosen = form[0] or next(iter(flow.forms), "")
    sections = {one.section for one in possible_steps(flow, chosen) if one.section}
    clocks = sum(flow.section_of[one].minutes for one in sections)

    assert chosen in flow.forms or not flow.forms
    assert (clocks or flow.minutes) == int(row[2])


def test_the_hour_has_the_stages_of_the_flow_in_their_order() -> None:
    told = [(row[0], int(row[1])) for row in ROWS if len(row) == 4 and row[1].isdigit()]
    ids = dict.fromkeys(one.section for one in possible_steps(FLOW, "standard") if one.section)
    sections = [FLOW.section_of[one] for one in ids]

    assert told == [
        ("".join(map(str, one.title.for_band("adult"))), one.minutes) for one in sections if one.minutes
    ]


def test_every_key_does_what_the_page_says() -> None:
    keys = {
        key: one.label
        for commands in (ANYWHERE, CONVERSATION, ROOM)
        for one in commands.values()
        for key in one.keys.casefold().split(",")
    }
    labels = {one.label for commands in (CONVERSATION, ROOM) for one in commands.values()}

    assert keys["ctrl+k"] == "pause"
    assert keys["ctrl+u"] == "five more minutes"
    assert keys["f12"] == "papers"
    assert {"add somebody", "somebody has left"} <= labels
    assert [key for key in re.findall(r"`((?:ctrl\+|F)\w+)`", PAGE) if key.casefold() not in keys] == []
