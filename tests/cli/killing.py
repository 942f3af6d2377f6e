"""Kills guide at random moments while a robot talks with it, and looks at what is left.

The robot knows nothing but what each turn accepts.  Beside the program walks a twin that keeps nothing on a
disk and hears the same replies: after a kill the conversation on the disk must be the twin's, to the last
letter, or the twin's with the one reply that was on its way.
"""

import random
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from guide.clock import WallClock
from guide.engine.session import Session
from guide.flow.library import load_flow
from guide.log.memory import Memory
from guide.log.vault import open_vault
from guide.paths import Paths
from tests.cli.running import FLOWS, Program, guide
from tests.strategies import AWKWARD

Json = Any

CONVERSATIONS: Final = (
    ("three-houses", "full"),
    ("map", "full"),
    ("map", "short"),
    ("appreciative-inquiry", ""),
)
_RARE: Final = ("back", "redo", "finish-here")
_TIMES: Final = frozenset({"at", "started", "finished", "changed"})


def without_times(value: Json) -> Json:
    """Return a record as it is whenever it was made, and whatever its session is called."""
    if isinstance(value, Mapping):
        return {key: without_times(one) for key, one in value.items() if key not in _TIMES}
    return [without_times(one) for one in value] if isinstance(value, list) else value


def known(session: Session) -> Json:
    """Return everything known in a session, and what it asks now."""
    record = without_times(session.record_json())
    del record["head"], record["session"]["id"]
    turn = session.turn.as_json()
    return {"record": record, "turn": turn["turn"], "asks": turn.get("asks")}


def differences(one: Json, other: Json, at: str = "") -> Iterator[str]:
    """Yield where two values differ, and how."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        for key in {**one, **other}:
            yield from differences(one.get(key), other.get(key), f"{at}.{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from differences(left, right, f"{at}[{number}]")
    elif one != other:
        yield f"{at}: {one!r:.200} became {other!r:.200}"


class Robot:
    """Talks with one conversation after another, is killed in the middle, and goes on."""

    def __init__(self, home: Path, seed: int) -> None:
        self.home = home
        self.chance = random.Random(seed)  # noqa: S311 - moments that can be tried again, no secret
        self.session = ""
        self.twin: Session | None = None
        self.on_its_way: Json = None
        """The reply that was sent and not yet acknowledged."""
        self.acknowledged = 0

    def talk_until_killed(self) -> None:
        """Start the program, talk for a while, kill it at a random moment, and look at what is left."""
        program = self._start()
        if self.chance.random() < 0.85:  # the others are killed while they start
            self._begin(program)
            for _ in range(self.chance.randrange(1, 12)):
                if program.turn.get("finished"):
                    break
                self._say(program)
                self._acknowledge(program.read())
            if not program.turn.get("finished"):
                self._say(program)
        self._kill(program)
        self._look()

    def _start(self) -> Program:
        """Go on with the conversation, or begin the next one with a twin of its own."""
        if self.session and self.twin and not self.twin.turn.is_finished:
            return Program(self.home, "--resume", self.session)
        flow, form = self.chance.choice(CONVERSATIONS)
        compiled = load_flow(flow, Paths(self.home, FLOWS))
        self.session, self.twin = "", Session.start(Memory(), compiled, WallClock(), form=form)
        return Program(self.home, flow, "--form", form)

    def _begin(self, program: Program) -> None:
        turn = program.first()
        assert turn, program.close()
        assert self.session in {"", turn["session"]}
        self.session = turn["session"]

    def _say(self, program: Program) -> None:
        """Send any of the examples, with words of our own, and do not wait."""
        accepts = program.turn["asks"]["accepts"]
        usual = [one for one in accepts if not any(word in str(one) for word in _RARE)]
        reply = self.chance.choice(usual if usual and self.chance.random() < 0.9 else accepts)
        if "say" in reply:
            reply = {**reply, "say": f"{self.chance.choice(AWKWARD)} {self.acknowledged}"}
        self.on_its_way = reply
        program.write(reply)

    def _acknowledge(self, answer: Json) -> None:
        """The program has answered what was on its way: from here on it is promised."""
        assert self.twin
        assert "turn" in answer, answer
        self.twin.hear(self.on_its_way)
        assert answer["turn"] == self.twin.turn.n
        self.on_its_way = None
        self.acknowledged += 1

    def _kill(self, program: Program) -> None:
        # Hearing, writing and answering take a millisecond or two; starting takes some hundred.
        within = self.chance.choice((0.0003, 0.001, 0.003, 0.008)) if self.on_its_way else 0.25
        moment = self.chance.random() * within
        try:
            program.process.wait(moment)
        except subprocess.TimeoutExpired:  # it still runs, as it should
            program.process.kill()
        program.process.wait()
        if self.on_its_way and (answer := program.read()):
            self._acknowledge(answer)
        complaint = program.close()
        assert complaint == "", complaint

    def _look(self) -> None:
        """Open what is left: at once, every time, and with every acknowledged answer in it."""
        if not (self.home / "vault.db").exists():
            return
        vault = open_vault(self.home / "vault.db")
        try:
            for one in vault.sessions():
                assert vault.verify(one.session) == []
                opened = Session.resume(vault, WallClock(), one.session)
                assert not opened.readonly, "the lock must end with its program"
                if one.session == self.session:
                    self._compare(opened)
                opened.close()
        finally:
            vault.close()

    def _compare(self, opened: Session) -> None:
        assert self.twin
        if self.on_its_way and opened.turn.n != self.twin.turn.n:
            self.twin.hear(self.on_its_way)  # on the disk already, though nobody was told
        self.on_its_way = None
        told = list(differences(known(self.twin), known(opened)))
        assert told == [], f"after {self.acknowledged} answers, at {self.twin.turn.asks.step}: {told}"


def kill_often(home: Path, kills: int, seed: int) -> Robot:
    """Kill guide so many times; return the robot that talked with it."""
    robot = Robot(home, seed)
    for _ in range(kills):
        robot.talk_until_killed()
    return robot


def as_the_program_tells_it(robot: Robot) -> Json:
    """Return the record of the robot's last conversation as `guide show --json` prints it."""
    record = without_times(guide(robot.home, "show", robot.session, "--json").json)
    del record["head"], record["session"]["id"]
    return record
