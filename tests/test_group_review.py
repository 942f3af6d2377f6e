"""A group review with seven people: written alone, numbers shown together, decided by who may decide."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from guide.cli.line_reply import reply_from
from guide.cli.lines import turn_lines
from guide.cli.show import sheet_lines
from guide.documents.leaving import Order, picture_of, states, write
from guide.engine.play import Player
from guide.engine.session import Session
from guide.errors import GuideError, Refused
from guide.flow.compile import compile_flow
from guide.flow.possible import possible_steps
from guide.flow.talk_file import read_talk
from guide.log.memory import Memory
from guide.map.record_shape import RecordShape
from guide.map.stage import left

Json = Any

FLOWS = Path(__file__).parent.parent / "flows"
FLOW = compile_flow(FLOWS / "group-review").flow
TALK = read_talk(FLOWS / "group-review" / "yusuf.talk.yaml")
WRITERS = ("Tia", "Mr Hale", "Lina", "Obi", "Gwen", "Yusuf")


class Moving:
    """A clock that a test moves."""

    def __init__(self) -> None:
        """Begin in the morning."""
        self.at = datetime(2026, 11, 22, 9, tzinfo=UTC)

    def now(self) -> str:
        """Return the time it was moved to."""
        return self.at.strftime("%Y-%m-%dT%H:%M:%SZ")


class Meeting:
    """The seven people of a talk, walked to any step of it."""

    def __init__(self, *, without: str = "", form: str = "standard") -> None:
        """Begin it; somebody may be away."""
        self.store, self.time = Memory(), Moving()
        self.session = Session.start(self.store, FLOW, self.time, form=form, level="safety", invented=True)
        people = [one for one in TALK.people if one["name"] != without]
        lines = [one for one in TALK.lines if one.beat or one.keys.get("by") != without]
        self.player = Player(self.session, people, lines)
        self.greetings: list[str] = []

    @property
    def at(self) -> str:
        """The step asked now."""
        return self.session.turn.asks.step or self.session.turn.asks.kind

    def to(self, step: str) -> "Meeting":
        """Play on until this step is asked."""
        while self.at != step:
            reply = self.player.next()
            assert reply is not None, step
            self.player.send(reply)
        return self

    def to_the_end(self) -> "Meeting":
        """Play on to the end."""
        while (reply := self.player.next()) is not None:
            asks = self.player.send(reply).asks
            if asks.kind == "hand-over":
                self.greetings.append(asks.text)
        return self

    def says(self, *lines: Json) -> "Meeting":
        """Say these lines."""
        for line in lines:
            self.session.hear(line)
        return self

    def names(self) -> list[str]:
        """Return who is still to speak, in order."""
        return [one.name for one in self.session.turn.asks.by]

    def id_of(self, name: str) -> str:
        """Return the id of the only person of a name."""
        (found,) = [one.id for one in self.session.record.people.values() if one.name == name]
        return found

    def paper(self, name: str, folder: Path, form: str = "md", viewer: str = "file") -> str:
        """Return one paper's text."""
        order = Order((form,), folder, viewer=viewer, paper=name, today="2026-11-22")
        (made,) = write(picture_of(self.session), order)
        return made.read_text(encoding="utf-8")

    def everywhere(self, folder: Path) -> str:
        """Return everything a screen, a program, `show` or a paper could hold, without the journal's hash."""
        session, record = self.session, self.session.record_json()
        shown: list[Any] = [
            session.turn.as_json(),
            {**record, "head": None},
            sheet_lines(session),
            [repr(one) for one in session.transcript()],
            [one.as_json() for one in session.turn.said],
            repr(session.turn.asks),
            [session.walk.shown.names, session.walk.shown.placed],
            session.turn.pinned,
            session.turn.cue,
        ]
        for viewer in ("file", "team"):
            ready = [one.name for one in states(picture_of(session), viewer) if one.ready]
            for form in ("html", "md", "csv"):
                shown.extend(self.paper(one, folder / viewer, form, viewer) for one in ready)
        return json.dumps(shown, default=str).replace(session.id, "…")


# What is private


def test_no_number_and_no_refusal_is_anywhere_before_all_are_shown_together(tmp_path: Path) -> None:
    """Two meetings in which everybody writes something else cannot be told apart before the reveal."""
    one, other = Meeting().to("our_numbers"), Meeting().to("our_numbers")
    low: list[Json] = [{"rate": 1.5}, {"rate": 0}, {"rate": 2}, {"rate": 1, "because": "canary 7391"}]
    high: list[Json] = [{"rate": 9.5}, {"rate": 10}, {"pass": "rather-not"}, {"rate": 8, "because": "gull 4"}]

    for at, (a, b) in enumerate(zip(low, high, strict=True)):
        one.says({**a, "by": WRITERS[at]})
        other.says({**b, "by": WRITERS[at]})
        shown = one.everywhere(tmp_path / f"{at}a")
        assert shown == other.everywhere(tmp_path / f"{at}b")
        assert "7391" not in shown
        assert "Revealed" not in str(one.session.record.events)
    assert one.names() == other.names() == ["Yusuf", "Gwen"]


def test_all_numbers_are_shown_together_and_nothing_is_averaged(tmp_path: Path) -> None:
    meeting = Meeting().to("our_numbers")
    values = dict(zip(WRITERS, (0, 0.5, 1, 10, 9.5, 8.5), strict=True))
    for name, value in values.items():
        meeting.says({"rate": value, "by": name})

    record = meeting.session.record_json()
    marks = record["sheets"]["map"]["scales"]["map.line"]
    assert [one["value"] for one in marks] == list(values.values())
    assert [one.kind for one in meeting.session.turn.said].count("revealed") == 1
    assert {one.text for one in meeting.session.turn.said if one.kind == "rated"} == {
        "0", "0.5", "1", "10", "9.5", "8.5",
    }  # fmt: skip
    meeting.says({"next": True})
    text = meeting.paper("summary", tmp_path)
    assert all(f"{name}: {value:g}" in text for name, value in values.items())
    assert "4.9" not in text, "the average is nobody's number"
    assert "4.75" not in text, "and so is the middle"


def test_what_was_opened_stays_open_and_says_so() -> None:
    meeting = Meeting().to("our_numbers")
    meeting.says(*({"rate": 5, "by": name} for name in WRITERS))

    assert {"back": True} not in meeting.session.turn.as_json()["asks"]["accepts"]
    with pytest.raises(Refused, match="stays open"):
        meeting.says({"back": True})
    meeting.says({"next": True} if meeting.session.turn.asks.optional else {"wrote": True, "by": "Tia"})
    assert len(meeting.session.walk.shown.ratings("map.line")) == len(WRITERS)


def test_statements_stay_on_paper_and_only_that_somebody_wrote_is_kept(tmp_path: Path) -> None:
    meeting = Meeting().to("underlined")
    wrote = [one for one in meeting.session.record_json()["answers"] if one["step"] == "slips_statement"]

    assert [one["value"] for one in wrote] == [True] * len(WRITERS)
    assert meeting.paper("record", tmp_path).count("Wrote their own, on paper.") == len(WRITERS)
    assert meeting.session.record_json()["sheets"]["review"]["areas"]["review.statement"] == []


def test_the_record_fits_its_published_shape_before_and_after() -> None:
    meeting = Meeting().to("our_numbers").says({"rate": 5, "by": "Tia"})
    RecordShape.model_validate(meeting.session.record_json())
    RecordShape.model_validate(Meeting().to_the_end().session.record_json())


# Who comes, who goes, who will not


def test_two_people_of_one_name_are_told_apart_everywhere(tmp_path: Path) -> None:
    meeting = Meeting().to("our_numbers").says({"people": [{"name": "Lina", "as": "health"}]})
    linas = [one.id for one in meeting.session.turn.asks.by if one.name == "Lina"]

    assert len(linas) == 2
    assert {"rate": 5, "by": linas[1]} in meeting.session.turn.asks.accepts
    with pytest.raises(Refused, match="say which"):
        meeting.says({"rate": 4, "by": "Lina"})
    everybody = [one.id for one in meeting.session.turn.asks.by]
    meeting.says(*({"rate": at, "by": who} for at, who in enumerate(everybody)))
    text = meeting.paper("summary", tmp_path)
    assert "Lina (worker)" in text
    assert "Lina (health)" in text


def test_who_comes_late_is_asked_too_and_stands_in_the_order_of_speaking() -> None:
    meeting = Meeting().to("our_numbers").says({"rate": 5, "by": "Tia"})
    meeting.says({"people": [{"name": "Nia", "as": "health"}]})

    assert meeting.names() == ["Mr Hale", "Nia", "Lina", "Obi", "Yusuf", "Gwen"]


def test_who_leaves_or_gives_no_number_holds_nobody_up() -> None:
    meeting = Meeting().to("our_numbers")
    meeting.says(*({"rate": 5, "by": name} for name in WRITERS[:4]))
    meeting.says({"pass": "rather-not", "by": "Gwen"})
    assert not meeting.session.walk.shown.ratings("map.line")
    meeting.says({"people": [{"id": meeting.id_of("Yusuf"), "left": True}]})

    shown = meeting.session.walk.shown
    assert [shown.name_of(one.by) for one in shown.ratings("map.line")] == list(WRITERS[:4])


# The order of speaking


def test_statements_are_read_lowest_power_first_and_the_case_holder_last() -> None:
    meeting = Meeting().to("slips_statement")
    assert meeting.names() == list(WRITERS)
    assert meeting.to("reads_statement").names() == list(WRITERS)


def test_for_numbers_whoever_is_accountable_comes_last() -> None:
    assert Meeting().to("our_numbers").names() == ["Tia", "Mr Hale", "Lina", "Obi", "Yusuf", "Gwen"]


def test_the_pages_before_and_after_are_whoever_leads_and_no_colleagues() -> None:
    meeting = Meeting().to("in_room")
    meeting.says({"aside": "Two chairs short"}).to_the_end()
    record = meeting.session.record_json()
    by = {one["step"]: one["by"] for one in record["answers"]}

    assert by["hurt_today"] == by["cannot_wait"] == meeting.id_of("Petra")
    assert record["asides"][0]["by"] == meeting.id_of("Petra")
    assert any("Petra and Yusuf alone" in one for one in meeting.greetings)


def test_line_by_line_it_says_who_writes_who_reads_and_in_which_order() -> None:
    meeting = Meeting().to("slips_statement")
    meeting.says(
        reply_from("/wrote Tia", meeting.session.turn), reply_from("/clock more", meeting.session.turn)
    )
    assert any("not written yet: Mr Hale, Lina" in one for one in turn_lines(meeting.session.turn))
    assert meeting.session.turn.clock is not None
    assert meeting.session.turn.clock.extra == 5

    reading = turn_lines(meeting.says(reply_from("", meeting.session.turn)).session.turn)
    assert "  in this order: Tia, Mr Hale, Lina, Obi, Gwen, Yusuf" in reading


# The goal and the clock


def test_the_goal_stands_on_every_page_of_the_team_and_its_owner_scores_it_first() -> None:
    meeting = Meeting().to("most_worried")
    goal = "One sentence I can say to Callum on Thursday without him hearing that he is a bad dad"
    pages = 0
    while (reply := meeting.player.next()) is not None:
        turn = meeting.player.send(reply)
        if turn.asks.held_with == "team" and turn.asks.kind != "hand-over":
            assert turn.pinned == goal
            pages += 1
    useful = meeting.session.record_json()["sheets"]["review"]["scales"]["review.useful"]

    assert pages > 40
    assert useful[0]["by"] == meeting.id_of("Yusuf")


def test_every_stage_of_the_hour_tells_its_time_and_nothing_advances_by_itself() -> None:
    meeting, stages = Meeting(), dict[str, float]()
    while (reply := meeting.player.next()) is not None:
        meeting.time.at += timedelta(seconds=20)
        clock = meeting.player.send(reply).clock
        if clock is not None and not clock.step:
            stages[clock.title] = clock.minutes

    assert list(stages.items()) == [
        ("Who is here", 2), ("The people first", 6), ("What for", 4), ("Two minutes, no more", 2),
        ("Three columns", 9), ("Everybody writes", 5), ("Each reads", 5), ("What fits", 5),
        ("Turn it over", 6), ("The line", 5), ("Questions, not advice", 4),
        ("Which kind of question", 1), ("What comes of it", 4),
        ("Was it any use?", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "minutes"), [("standard", 60), ("stuck", 75), ("agencies", 70), ("peer", 35)]
)
def test_the_minutes_of_a_form_are_those_it_says(form: str, minutes: int) -> None:
    sections = {one.section for one in possible_steps(FLOW, form) if one.section}

    assert sum(FLOW.section_of[one].minutes for one in sections) == minutes
    assert form == "standard" or f"{minutes} minutes" in FLOW.forms[form]


def test_killed_in_the_silent_writing_the_time_and_who_has_written_are_there_again() -> None:
    meeting = Meeting().to("slips_statement").says({"wrote": True, "by": "Tia"}, {"clock": "more"})
    meeting.time.at += timedelta(minutes=4)
    again = Session.resume(meeting.store, meeting.time, meeting.session.id)

    assert again.turn.as_json()["asks"]["wrote"] == [meeting.id_of("Tia")]
    assert again.turn.clock is not None
    assert left(again.turn.clock, meeting.time.now()) == 6 * 60
    assert again.turn.pinned


def test_more_middle_is_said_while_the_middle_is_thin() -> None:
    meeting = Meeting().to("good_around")
    assert meeting.session.turn.cue is not None
    assert meeting.to("slips_statement").session.turn.cue is None
    meeting.to("takes_away").says({"add": {"area": "map.harm", "say": "One more"}})
    meeting.says(*({"add": {"area": "map.harm", "say": f"Worry {at}"}} for at in range(9)))
    assert meeting.session.turn.cue is None, "where nothing is said for the middle it would come too late"


# What comes of it


def test_steps_are_agreed_only_by_who_is_accountable_and_the_page_says_who(tmp_path: Path) -> None:
    text = Meeting().to_the_end().paper("summary", tmp_path)

    assert "Next steps, agreed" in text
    assert "Gwen" in text.partition("Next steps, agreed")[2]
    assert "Nothing here has been decided" not in text
    assert "A time when the worry was not there, or was less" in text


def test_without_them_next_steps_are_ideas_and_the_page_says_so(tmp_path: Path) -> None:
    meeting = Meeting(without="Gwen").to("takes_away").says({"say": "Something", "by": "Yusuf"})
    assert meeting.at == "only_ideas"
    meeting.says({"next": True}, {"say": "Ring the bakery", "by": "Yusuf"}, {"more": False})

    text = meeting.paper("summary", tmp_path)
    assert "Nothing here has been decided" in text
    assert "Ring the bakery" in text.partition("Ideas, not decisions")[2]
    assert "Next steps, agreed" not in text
    assert meeting.session.record_json()["sheets"]["map"]["areas"]["map.next"] == []


def test_how_the_family_will_hear_is_never_skipped_silently(tmp_path: Path) -> None:
    meeting = Meeting().to("telling").says({"pass": "dont-know", "by": "Yusuf"})
    assert meeting.at == "telling_found_out"
    meeting.says({"pass": "dont-know", "by": "Yusuf"})

    assert "Nobody has said yet how the family will hear of it." in meeting.paper("summary", tmp_path)
    assert "Nobody has said how the family will hear of it." in sheet_lines_of(meeting)


def sheet_lines_of(meeting: Meeting) -> str:
    return json.dumps([one["says"] for one in meeting.session.record_json()["gaps"]])


# Slips


def test_slips_can_be_printed_before_anybody_has_said_anything(tmp_path: Path) -> None:
    meeting = Meeting()
    text = meeting.paper("slips", tmp_path, "html")

    assert "For the room" in text
    assert "the child" in text, "nobody is named yet"
    assert text.count('<div class="sheet">') == 8
    for words in ("What are you worried will happen", "Turn it over", "Two questions", "My number"):
        assert text.count(words) >= 8


def test_slips_are_one_page_a_person_and_hold_nothing_anybody_said(tmp_path: Path) -> None:
    meeting = Meeting().to_the_end()
    text = meeting.paper("slips", tmp_path, "html")

    assert text.count('<div class="sheet">') == len(WRITERS)
    assert "Callum" not in text
    assert "Everybody here is invented." in text
    with pytest.raises(GuideError, match="for the room"):
        meeting.paper("slips", tmp_path, viewer="team")


def test_empty_slips_leave_with_the_other_papers_only_when_they_are_asked_for(tmp_path: Path) -> None:
    for meeting, names in ((Meeting(), {"slips"}), (Meeting().to_the_end(), {"summary", "map", "record"})):
        folder = tmp_path / str(len(names))
        order = Order(("html",), folder, today="2026-11-22")
        assert {one.stem for one in write(picture_of(meeting.session), order)} == names


def test_nothing_is_written_on_paper_among_peers(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="on paper"):
        Meeting(form="peer").paper("slips", tmp_path)


def test_a_summary_shows_others_nothing_that_was_not_cleared(tmp_path: Path) -> None:
    meeting = Meeting().to_the_end()
    meeting.paper("summary", tmp_path, viewer="file")

    with pytest.raises(GuideError, match="nothing to put"):
        meeting.paper("summary", tmp_path / "f", viewer="family")
