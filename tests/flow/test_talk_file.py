"""A talk is read with the line each thing is said on."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.flow.talk_file import TalkBroken, read_talk, talks_of
from tests.flow.conftest import EXAMPLE, Write

ASH = EXAMPLE / "mill-lane" / "ash.talk.yaml"


def test_a_talk_knows_who_speaks_and_what_comes_of_it() -> None:
    talk = read_talk(ASH)

    assert (talk.name, talk.flow, talk.form, talk.invented) == ("ash", "mill-lane", "full", True)
    assert talk.people[0] == {"name": "Ash", "as": "child", "age": 9}
    assert talk.expect["look.line"] == {"Ash": 4, "Dee": 7, "Imran": 3.5}
    assert talk.file == ASH


def test_a_line_is_a_reply_and_where_it_belongs() -> None:
    line = next(one for one in read_talk(ASH).lines if one.at == "last_time")

    assert line.line == next(
        n for n, text in enumerate(ASH.read_text().split("\n"), 1) if "last_time" in text
    )
    assert (line.of, line.item, line.beat) == (1, None, None)
    assert line.keys == {"by": "Rob", "date": "about March"}


def test_a_choice_is_a_list_as_in_json_lines() -> None:
    assert read_talk(ASH).lines[0].keys == {"choose": ["yes"]}


def test_a_deed_keeps_what_it_is_done_to() -> None:
    line = next(one for one in read_talk(ASH).lines if "correct" in one.keys)

    assert (line.at, line.item) == (None, 2)
    assert line.keys == {"correct": "events", "item": 2, "say": "the noise"}


def test_a_moment_for_a_trainer_is_no_reply() -> None:
    line = next(one for one in read_talk(ASH).lines if one.beat)

    assert line.keys == {}
    assert line.beat is not None
    assert line.beat["beat"] == "Ash looks at the door"
    assert line.beat["instead"][0]["ask"] == "Why did he throw it?"


def test_what_a_talk_before_a_room_needs_stands_at_its_top(write: Write) -> None:
    head = 'title: "A cup"\nskill: "An exception found"\ncuts: [20, 6, 6]\ncare: "Step out."\n'
    path = write("small/a.talk.yaml", head + "talk: a\nflow: b\nsays:\n  - {at: c, say: d}\n")

    talk = read_talk(path)

    assert (talk.title, talk.skill, talk.cuts, talk.care) == (
        "A cup",
        "An exception found",
        (6, 20),
        "Step out.",
    )
    assert read_talk(ASH).cuts == ()


def test_a_moment_keeps_what_it_opened_what_could_be_argued_and_its_cuts(write: Write) -> None:
    beat = 'beat: "He knelt", opened: "The floor", argue: "It was once", cuts: [6]'
    path = write(
        "small/a.talk.yaml",
        "talk: a\nflow: b\ncuts: [6]\nsays:\n  - {" + beat + "}\n  - {at: c, say: d}\n",
    )

    assert read_talk(path).lines[0].beat == {
        "beat": "He knelt", "opened": "The floor", "argue": "It was once", "cuts": [6],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("cuts: 6\ntalk: a\nflow: b\nsays: [{at: c, say: d}]\n", "1:7", "G013"),
        ("cuts: [six]\ntalk: a\nflow: b\nsays: [{at: c, say: d}]\n", "1:8", "G013"),
        ("cuts: []\ntalk: a\nflow: b\nsays: [{at: c, say: d}]\n", "1:1", "G023"),
        ("", "1:1", "G002"),
        ("talk: a\nflow: b\nsays: []\n", "3:1", "G023"),
        ("talk: a\nflow: b\n", "1:1", "G014"),
        ("talk: a\nflow: b\nsays:\n  - {at: c, say: 7}\n", "4:18", "G013"),
        ("talk: a\nflow: b\nsays:\n  - {at: c, rate: four}\n", "4:19", "G013"),
        ("talk: a\nflow: b\nsays:\n  - {at: c, pas: later}\n", "4:13", "G012"),
        ("talk: a\nflow: b\nsays:\n  - {at: c, form: sung}\n", "4:19", "G018"),
        ("talk: a\nflow: b\nsays:\n  - {at: c, say: Well, yes}\n", "4:24", "G007"),
        ("talk: a\nflow: b\nsays:\n  - {at: c, say: yes: no}\n", "4:21", "G007"),
    ],
)
def test_a_talk_that_cannot_be_used_says_where_and_why(
    write: Write, text: str, place: str, code: str
) -> None:
    path = write("small/a.talk.yaml", text)

    with pytest.raises(TalkBroken, match=rf"^flows/small/a.talk.yaml:{place} {code} "):
        read_talk(path)


def test_what_is_said_in_a_list_of_parts_stays_a_list(write: Write) -> None:
    path = write(
        "small/a.talk.yaml", "talk: a\nflow: b\nsays:\n  - {at: c, parts: {who: [Dee, Rob], what: x}}\n"
    )

    assert read_talk(path).lines[0].keys == {"parts": {"who": ["Dee", "Rob"], "what": "x"}}


def test_the_talks_of_a_flow_are_the_files_beside_it(tmp_path: Path) -> None:
    assert talks_of(ASH.parent) == [ASH]
    assert talks_of(tmp_path / "none") == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=120)
    | st.text(max_size=120).map(lambda text: f"talk: a\nsays: {text}".encode("utf-8", "replace"))
)
def test_any_file_is_a_talk_or_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "a.talk.yaml"
    path.write_bytes(raw)

    with pytest.raises(TalkBroken) as broken:
        read_talk(path)

    assert "\n" not in str(broken.value)
