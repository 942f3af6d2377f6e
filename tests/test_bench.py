"""The table of scripts/bench.py: what it promises, how it counts, and how it ends."""

import json
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import bench
import pytest
import start
from bench_rows import budgets, table
from bench_rows.invented import asking_flow, made, mixed_flow, question
from bench_rows.peers import END, SismicPeer, StateMachinePeer, ways_of
from bench_rows.row import Budget, NotMeasured, Row
from bench_rows.taking import medians
from bench_rows.talker import reply_to
from bench_rows.terminal import Terminal

from guide.clock import StillClock
from guide.engine.session import Session
from guide.log.memory import Memory

PROMISED = {
    "HOME": Budget(times=1.35),
    "START": Budget(times=1.5),
    "REPLY": Budget(most=3, times=2.5),
    "ENTER_EARLY": Budget(most=25),
    "ENTER_LATE": Budget(times=1.3),
    "ENTER_TIMED": Budget(times=1.2),
    "STEP": Budget(faster=True),
    "COMPILE": Budget(most=1000),
    "COMPILE_TWICE": Budget(times=2.3),
    "JUMP": Budget(most=200),
    "REOPEN": Budget(most=300),
    "MEMORY": Budget(most=150),
}


def row(ours: float = 3.0, theirs: float = 2.0, budget: Budget = budgets.FOR_INTEREST) -> Row:
    return Row("reply", "one reply", ours, "a bare insert", theirs, "ms", budget)


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let the bench find everything installed and measure these rows in no time."""

    def measure(*rows: Row, not_measured: tuple[str, ...] = ()) -> None:
        monkeypatch.setattr(bench, "find_spec", lambda _name: object())
        monkeypatch.setattr(bench, "measure", lambda _names, *, quick: (list(rows), list(not_measured)))  # noqa: ARG005
        monkeypatch.setattr(sys, "path", list(sys.path))

    return measure


# Rows and budgets


def test_every_promise_is_in_the_table() -> None:
    assert {name: getattr(budgets, name) for name in PROMISED} == PROMISED


def test_a_ratio_says_how_many_times_the_other_figure_ours_is() -> None:
    assert row(ours=3.0, theirs=2.0).ratio == 1.5


@pytest.mark.parametrize(
    ("budget", "ours", "theirs", "kept"),
    [
        (Budget(times=1.5), 3.0, 2.0, True),
        (Budget(times=1.5), 3.1, 2.0, False),
        (Budget(most=3), 3.0, 0.1, True),
        (Budget(most=3), 3.1, 9.0, False),
        (Budget(most=3, times=2.5), 2.9, 0.1, True),
        (Budget(most=3, times=2.5), 20.0, 10.0, True),
        (Budget(most=3, times=2.5), 3.1, 1.0, False),
        (Budget(faster=True), 1.9, 2.0, True),
        (Budget(faster=True), 2.0, 2.0, False),
        (Budget(), 99.0, 1.0, True),
    ],
)
def test_a_row_keeps_to_its_budget_or_not(budget: Budget, ours: float, theirs: float, *, kept: bool) -> None:
    assert row(ours, theirs, budget).is_kept is kept


def test_a_figure_is_the_median_of_rounds_taken_by_turns_and_the_first_does_not_count() -> None:
    taken: list[str] = []

    def measure(name: str, seconds: Iterator[float]) -> Callable[[], float]:
        def once() -> float:
            taken.append(name)
            return next(seconds)

        return once

    ours = measure("ours", iter([99.0, 1.0, 3.0, 2.0]))
    theirs = measure("theirs", iter([99.0, 5.0, 4.0, 6.0]))

    assert medians(3, ours, theirs) == [2.0, 5.0]
    assert taken == ["ours", "theirs"] * 4


# The table


def test_the_table_has_a_line_for_each_row_with_its_ratio_and_budget() -> None:
    text = table.as_text([row(budget=Budget(times=1.5)), row(ours=9.0, budget=Budget(most=4))], [])

    lines = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if "|" in line]
    assert lines[2] == ["one reply", "3 ms", "2 ms", "a bare insert", "1.50 ×", "1.5 ×", "ok"]
    assert lines[3] == ["one reply", "9 ms", "2 ms", "a bare insert", "4.50 ×", "4 ms", "OVER"]


def test_the_table_says_when_and_on_what_computer() -> None:
    assert table.as_text([row()], []).startswith(table.about_here())
    assert "Python 3." in table.about_here()


@pytest.mark.parametrize(("value", "shown"), [(0.1234, "0.123 ms"), (12.34, "12.3 ms"), (1234.5, "1,234 ms")])
def test_a_figure_has_three_digits_that_say_something(value: float, shown: str) -> None:
    assert shown in table.as_text([row(ours=value)], [])


def test_what_could_not_be_measured_stands_under_the_table() -> None:
    assert table.as_text([], ["NOT MEASURED home: no terminal."]) == "NOT MEASURED home: no terminal."


# The program


@pytest.mark.parametrize(("budget", "code"), [(Budget(times=2), 0), (Budget(times=1), 1)])
def test_it_ends_with_one_when_a_row_is_over_its_budget(
    measured: Callable[..., None], budget: Budget, code: int
) -> None:
    measured(row(budget=budget))

    assert bench.main([]) == code


def test_it_ends_with_one_when_a_row_could_not_be_measured(
    measured: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    measured(row(), not_measured=("NOT MEASURED home: no terminal.",))

    assert bench.main([]) == 1
    assert "NOT MEASURED home: no terminal." in capsys.readouterr().out


def test_json_holds_what_the_table_says(
    measured: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    measured(row(budget=Budget(most=4)))

    bench.main(["--json"])

    said = json.loads(capsys.readouterr().out)
    assert said["not_measured"] == []
    assert said["rows"] == [
        {
            "name": "reply",
            "what": "one reply",
            "ours": 3.0,
            "beside": "a bare insert",
            "theirs": 2.0,
            "unit": "ms",
            "ratio": 1.5,
            "budget": {"most": 4, "times": None, "faster": False},
            "ok": True,
        }
    ]


def test_only_the_named_rows_are_measured_and_one_that_fails_stops_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*, quick: bool) -> list[Row]:
        raise NotMeasured(f"it was {quick}.")

    monkeypatch.setattr("bench_rows.replying.measure", lambda *, quick: [row()])  # noqa: ARG005
    monkeypatch.setattr("bench_rows.reopening.measure", fail)

    rows, not_measured = bench.measure(["reopen", "reply"], quick=True)

    assert rows == [row()]
    assert not_measured == ["NOT MEASURED reopen: it was True."]


def test_a_name_that_is_no_row_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        bench.main(["--only", "nothing"])

    assert ended.value.code == 2
    assert "nothing" in capsys.readouterr().err


@pytest.mark.parametrize("name", bench.BENCHES)
def test_every_name_has_something_that_measures_it(name: str) -> None:
    module, _, function = bench.BENCHES[name].partition(":")

    assert callable(getattr(import_module(f"bench_rows.{module}"), function))


def test_what_is_missing_is_installed_first(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def hand_over(command: list[str]) -> int:
        asked.extend(command)
        return 7

    monkeypatch.setattr(bench, "find_spec", lambda name: None if name == "sismic" else object())
    monkeypatch.setattr(start, "make_ready", lambda lock: f"python with {lock}")
    monkeypatch.setattr(start, "hand_over", hand_over)

    assert bench.main(["--quick"]) == 7
    assert asked == ["python with bench", bench.__file__, "--quick"]


def test_a_missing_network_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_lock: str) -> str:
        raise start.NotReady("There is no network just now.")

    monkeypatch.setattr(bench, "find_spec", lambda _name: None)
    monkeypatch.setattr(start, "make_ready", fail)

    assert bench.main([]) == 1
    assert capsys.readouterr().err == "There is no network just now.\n"


# What is measured


def test_a_made_up_flow_has_as_many_steps_as_asked_for_and_is_right(tmp_path: Path) -> None:
    flow = made(mixed_flow(tmp_path, 30))

    assert len(flow.steps) == 30 + len(flow.people)


def test_a_made_up_conversation_can_be_talked_to_its_end(tmp_path: Path) -> None:
    session = Session.start(Memory(), made(mixed_flow(tmp_path, 30)), StillClock())

    while not session.turn.is_finished:
        session.hear(reply_to(session.turn.asks))

    assert {key.step for key in session.record.visits} == set(session.flow.steps)


def test_every_question_of_an_asking_flow_is_known_by_its_number(tmp_path: Path) -> None:
    session = Session.start(Memory(), made(asking_flow(tmp_path, 3)), StillClock())
    asked = []

    while not session.turn.is_finished:
        asked.append(session.turn.asks.text)
        session.hear(reply_to(session.turn.asks))

    assert [text.startswith(question(n)) for n, text in enumerate(asked[-3:], 1)] == [True] * 3


@pytest.mark.parametrize(("peer", "package"), [(StateMachinePeer, "statemachine"), (SismicPeer, "sismic")])
def test_a_peer_walks_the_same_way(
    tmp_path: Path, peer: type[StateMachinePeer | SismicPeer], package: str
) -> None:
    pytest.importorskip(package)
    flow = made(mixed_flow(tmp_path, 20))
    walked = peer(ways_of(flow))
    names = list(flow.steps)

    walked.begin()
    reached = [walked.go_on(name, "yes" if name.startswith("deeper") else "said") for name in names]
    assert reached == [*names[1:], END]

    walked.begin()
    ways = {name: walked.go_on(name, "no" if name == "deeper_1" else "said") for name in names[:5]}
    assert ways["deeper_1"] == "last_1"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_terminal_sees_words_whatever_moves_and_colours_stand_between() -> None:
    program = (
        "print('\\x1b[2J\\x1b[1;1HA \\x1b[31mbare\\x1b[0m\\x1b[2;5Hscreen'); print(input(), 'was heard')"
    )

    with Terminal([sys.executable, "-c", program]) as terminal:
        assert terminal.painted("A bare screen") > terminal.began
        assert terminal.memory > 0
        terminal.send("She\r")
        terminal.painted("She was heard")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_words_that_never_come_are_a_sentence_with_the_last_that_did() -> None:
    with (
        Terminal([sys.executable, "-c", "print('It broke here')"]) as terminal,
        pytest.raises(NotMeasured, match=r"“A home” never came .* had ended with 0; .*: It broke here"),
    ):
        terminal.painted("A home")
