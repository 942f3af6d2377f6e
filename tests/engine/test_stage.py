"""A stage with a clock: told on the turn, set by lines that are no deeds, right after a kill or a sleep."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from guide.clock import StillClock
from guide.engine.session import Session
from guide.frozen import replace
from guide.log.memory import Memory
from guide.map.stage import StageClock, left, told, used
from tests.engine.talking import ASH, DEE, IMRAN, ROB, Talking, talk, tiny

STAGES = """
- section: brief
  title: Brief
  steps:
    - ask: first
      text: "First?"
- section: write
  title: Write alone
  minutes: 5
  steps:
    - ask: own
      text: "Own?"
    - timer: quiet
      text: "Write."
      minutes: 2
    - say: done
      text: "Done."
- section: close
  title: Close
  steps:
    - ask: last
      text: "Last?"
"""


class Moving:
    """A clock that a test moves."""

    def __init__(self) -> None:
        """Begin in the morning."""
        self.at = datetime(2026, 11, 21, 10, tzinfo=UTC)

    def now(self) -> str:
        """Return the time it was moved to."""
        return self.at.strftime("%Y-%m-%dT%H:%M:%SZ")

    def go(self, **by: float) -> None:
        """Let time pass."""
        self.at += timedelta(**by)


class Staged(Talking):
    """A conversation whose clock a test moves."""

    def __init__(self, sections: str) -> None:
        """Begin it, everybody known, before the family."""
        self.store, self.time = Memory(), Moving()
        self.session = Session.start(self.store, tiny(sections), self.time)
        self.meet(ASH, DEE, ROB, IMRAN)
        self.hear(next=True)

    @property
    def clock(self) -> StageClock:
        """The clock that runs."""
        clock = self.turn.clock
        assert clock is not None
        return clock

    def left(self) -> int:
        """Return the seconds left now."""
        return left(self.clock, self.time.now())


@pytest.fixture
def staged() -> Staged:
    talking = Staged(STAGES)
    talking.hear(say="one")
    return talking


def test_a_stage_tells_its_clock_from_the_moment_the_walk_arrives(staged: Staged) -> None:
    assert staged.events().count("ClockBegan") == 1
    assert staged.json["clock"] == {
        "section": "write", "step": None, "of": None, "title": "Write alone", "minutes": 5,
        "began": "2026-11-21T10:00:00Z", "paused": None, "rested": 0, "extra": 0,
    }  # fmt: skip
    staged.time.go(minutes=3)
    assert staged.left() == 120
    assert staged.at == "own", "nothing advances by itself"


def test_a_section_without_minutes_tells_no_clock() -> None:
    staged = Staged(STAGES)

    assert staged.turn.clock is None
    assert "clock" not in staged.json
    assert "No clock" in staged.is_refused(clock="pause")


def test_a_quiet_time_tells_its_own_minutes_and_then_the_stages_again(staged: Staged) -> None:
    staged.time.go(minutes=1)
    staged.hear(say="own")

    assert (staged.clock.step, staged.left()) == ("quiet", 120)
    staged.hear(next=True)
    assert (staged.clock.step, staged.left()) == ("", 240)


def test_the_clock_stands_still_goes_on_and_gets_five_minutes_more(staged: Staged) -> None:
    staged.time.go(minutes=1)
    staged.hear(clock="pause")
    staged.time.go(hours=2)
    assert staged.left() == 240
    staged.hear(clock="go")
    staged.time.go(minutes=1)
    staged.hear(clock="more")

    assert staged.left() == 180 + 300
    assert staged.json["clock"]["rested"] == 7200
    assert staged.json["clock"]["extra"] == 5


def test_the_stages_clock_rests_while_the_quiet_time_rests(staged: Staged) -> None:
    staged.hear(say="own")
    staged.hear(clock="pause")
    staged.time.go(minutes=30)
    staged.hear(clock="go")
    staged.hear(next=True)

    assert staged.left() == 300


@pytest.mark.parametrize("line", ["stop", True, None, ["pause"], {"pause": 1}])
def test_any_other_word_to_the_clock_is_refused(staged: Staged, line: Any) -> None:
    assert "pause, go, more" in staged.is_refused(clock=line)


def test_a_clock_that_stands_cannot_be_stopped_and_one_that_runs_not_be_started(staged: Staged) -> None:
    assert "runs already" in staged.is_refused(clock="go")
    staged.hear(clock="pause")
    assert "stands still" in staged.is_refused(clock="pause")


def test_a_clock_line_is_no_deed(staged: Staged) -> None:
    staged.hear(say="own")
    staged.back()
    turn = staged.hear(clock="more")

    assert turn.said == ()
    assert turn.can_redo, "what was taken back can still be done again"
    staged.hear(redo=True)
    assert staged.clock.step == "quiet"
    staged.hear(clock="pause")
    staged.back()
    assert staged.at == "own", "back passes over it"
    assert staged.clock.extra == 5


def test_the_beginning_is_taken_back_with_its_deed_and_comes_again(staged: Staged) -> None:
    staged.hear(clock="more")
    staged.back()
    assert staged.turn.clock is None
    staged.time.go(minutes=9)
    staged.hear(say="other words")

    assert staged.left() == 300


def test_done_again_the_stage_has_begun_when_it_first_did(staged: Staged) -> None:
    staged.back()
    staged.time.go(minutes=2)
    staged.hear(redo=True)

    assert staged.left() == 180


def test_a_clock_is_right_again_after_a_kill_and_a_long_sleep(staged: Staged) -> None:
    staged.hear(say="own")
    staged.time.go(seconds=30)
    staged.hear(clock="pause")
    staged.time.go(days=1)
    again = Session.resume(staged.store, StillClock(staged.time.now()), staged.session.id)

    assert again.turn.clock == staged.turn.clock
    assert again.turn.clock is not None
    assert left(again.turn.clock, staged.time.now()) == 90
    again.hear({"clock": "go"})
    assert left(again.turn.clock, staged.time.now()) == 90


def test_a_break_lets_the_clock_rest() -> None:
    staged = Staged(STAGES.replace("  title: Write alone\n", "  title: Write alone\n  with: child\n"))
    staged.hear(say="one")
    staged.time.go(minutes=1)
    staged.hear({"pass": "break"})
    assert staged.turn.clock is None
    assert "No clock" in staged.is_refused(clock="go")
    staged.time.go(minutes=20)
    staged.hear(next=True)

    assert staged.left() == 240


def test_the_clock_waits_behind_a_hand_over_page() -> None:
    flow = STAGES.replace("  title: Brief\n", "  title: Brief\n  with: worker\n")
    talking = Staged.__new__(Staged)
    talking.store, talking.time = Memory(), Moving()
    talking.session = Session.start(talking.store, tiny(flow), talking.time)
    talking.meet(ASH, DEE, ROB, IMRAN)
    talking.hear(say="one")
    assert talking.at == "hand-over"
    assert talking.turn.clock is None
    talking.time.go(minutes=4)
    talking.hear(next=True)

    assert talking.left() == 300


def test_no_clock_is_told_at_the_end(staged: Staged) -> None:
    staged.hear(finish=True)

    assert staged.turn.clock is None


RUNNING = StageClock("write", "", "", "Write", 5, "2026-11-21T10:00:00Z")


@pytest.mark.parametrize(
    ("now", "seconds", "words"),
    [
        ("2026-11-21T10:00:00Z", 300, "5 minutes left"),
        ("2026-11-21T10:00:01Z", 299, "5 minutes left"),
        ("2026-11-21T10:04:00Z", 60, "1 minute left"),
        ("2026-11-21T10:04:01Z", 59, "less than a minute left"),
        ("2026-11-21T10:05:00Z", 0, "that was the time"),
        ("2026-11-21T10:05:59Z", -59, "that was the time"),
        ("2026-11-21T10:06:00Z", -60, "1 minute over"),
        ("2026-11-21T10:08:30Z", -210, "3 minutes over"),
        ("2026-11-21T09:00:00Z", 300, "5 minutes left"),
    ],
)
def test_what_is_left_is_worked_out_from_the_times_alone(now: str, seconds: int, words: str) -> None:
    assert left(RUNNING, now) == seconds
    assert told(RUNNING, now) == words


def test_a_clock_that_stands_says_so_and_how_much_is_left() -> None:
    standing = replace(RUNNING, paused="2026-11-21T10:01:00Z")

    assert told(standing, "2026-11-22T10:00:00Z") == "paused, 4 minutes left"


def test_the_bar_is_empty_at_the_beginning_and_full_when_over() -> None:
    assert used(RUNNING, "2026-11-21T10:00:00Z") == 0
    assert used(RUNNING, "2026-11-21T10:02:30Z") == pytest.approx(0.5)
    assert used(RUNNING, "2026-11-21T11:00:00Z") == 1


# Writing on paper, and reading aloud in turn

ROUND = """
- section: write
  title: Write alone
  minutes: 5
  steps:
    - timer: slips
      text: "Write."
      by: [child, parent, worker]
      last: [child]
    - say: read
      text: "Each reads."
      by: [child, parent, worker]
      last: [child]
- section: close
  title: Close
  steps:
    - ask: last
      text: "Last?"
"""


def names(talking: Talking) -> list[str]:
    return [one.name for one in talking.asks.by]


def test_a_quiet_time_counts_who_has_written_and_waits_for_next() -> None:
    talking = talk(ROUND)
    assert names(talking) == ["Dee", "Rob", "Imran", "Ash"], "whoever is last stands behind everybody else"
    assert talking.asks.minutes == 5, "as long as its stage"
    assert talking.accepts[:2] == [{"wrote": True, "by": "Dee"}, {"wrote": True, "by": "Rob"}]
    assert {"next": True} in talking.accepts
    for name in ("Ash", "Dee", "Imran", "Rob"):
        talking.hear(wrote=True, by=name)

    assert talking.at == "slips", "nothing advances by itself"
    assert [talking.session.record.people[one].name for one in talking.asks.wrote] == [
        "Dee",
        "Rob",
        "Imran",
        "Ash",
    ]
    assert talking.accepts[0] == {"next": True}
    talking.hear(next=True)
    assert talking.at == "read"


def test_the_record_keeps_that_somebody_wrote_and_not_what() -> None:
    talking = talk(ROUND)
    turn = talking.hear(wrote=True, by="Dee")

    assert [(one.kind, one.text) for one in turn.said if one.by] == [("wrote", "wrote own: yes")]
    assert [(one["kind"], one["value"]) for one in talking.answers("slips")] == [("timer", True)]
    assert "no-child-voice" in talking.gaps(), "having written is not having been heard"


def test_next_is_always_legal_and_a_slip_of_the_finger_can_be_taken_back() -> None:
    talking = talk(ROUND)
    talking.hear(wrote=True, by="Dee")
    talking.back()
    assert talking.asks.wrote == ()
    talking.hear(next=True)
    assert talking.at == "read"


def test_nobody_writes_twice_or_where_nobody_writes() -> None:
    talking = talk(ROUND)
    talking.hear(wrote=True, by="Dee")

    assert "has answered" in talking.is_refused(wrote=True, by="Dee")
    assert "Still to answer" in talking.is_refused(wrote=True)
    talking.hear(next=True)
    assert "“wrote” does not answer" in talking.is_refused(wrote=True, by="Rob")


def test_who_comes_late_is_counted_in_and_who_leaves_out() -> None:
    talking = talk(ROUND)
    talking.hear(people=[{"name": "Nan", "as": "parent"}])
    assert names(talking) == ["Dee", "Rob", "Nan", "Imran", "Ash"]
    talking.hear(people=[{"id": talking.person("Rob"), "left": True}])

    assert names(talking) == ["Dee", "Nan", "Imran", "Ash"]
    talking.hear(next=True)
    assert names(talking) == ["Dee", "Nan", "Imran", "Ash"]


def test_a_round_of_reading_tells_the_order_and_takes_no_answers() -> None:
    talking = talk(ROUND).to("read")

    assert names(talking) == ["Dee", "Rob", "Imran", "Ash"]
    assert talking.accepts == [{"next": True}, {"back": True}]
    talking.is_refused(say="Mine", by="Dee")
    talking.hear(next=True)
    assert talking.at == "last"


def test_that_somebody_wrote_is_put_right_by_taking_it_back_and_not_by_words() -> None:
    talking = talk(ROUND)
    talking.hear(wrote=True, by="Dee")
    (answer,) = talking.answers("slips")

    for line in ({"say": "Mine"}, {"rate": 4}, {"pass": "dont-know"}, {"number": 2}):
        talking.is_refused({"correct": answer["id"], **line})
    talking.is_refused(remove=answer["id"])
    talking.is_refused({"correct": "slips", "by": "Rob", "say": "Mine"})
