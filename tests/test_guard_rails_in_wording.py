"""What our conversations say to people: why it is asked, what is theirs to choose; no praise, no advice."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.clock import StillClock
from guide.engine.play import Player
from guide.engine.session import Session
from guide.flow.model import Flow, Step, Wording
from guide.flow.talk_file import read_talk
from guide.log.memory import Memory
from guide.words.en import WORDS
from tests.engine.talking import Talking, compiled
from tests.test_guard_rails import FLOWS, every_talk
from tests.test_guard_rails_of_flows import NAMES, SAFE, every_conversation, is_with_them, walk

every_flow = pytest.mark.parametrize("flow", NAMES)

PRAISE = re.compile(
    r"\b(well done|good (job|girl|boy|work)|great|brilliant|brave|proud|clever|amazing|wonderful|lovely"
    r"|perfect|sorry|scary|sad|poor you|poor thing|must be hard|must feel|that'?s (good|right))\b",
    re.IGNORECASE,
)
ADVICE = re.compile(
    r"\b((you|we|they|he|she) (should|ought)|why don'?t you|you (need|have) to|had better|try to|best to)\b",
    re.IGNORECASE,
)
OPENING = ("opening_hello", "you_choose", "cannot_keep")
"""Read out before anything is asked, also where a flow gives the block a name of its own."""


def with_them(flow: Flow) -> list[Step]:
    return [step for step in flow.steps.values() if flow.held_with(step) in {"child", "family"}]


def asked(step: Step) -> Iterator[str]:
    """Yield every wording that is put to somebody at a step."""
    several = (*step.more, *step.options.values(), *(part.ask for part in step.parts.values()))
    named = (step.zero, step.ten, step.because, step.lower, step.higher, step.small_step, step.read_back)
    for wording in (step.text, *several, *named):
        if isinstance(wording, Wording):
            for pieces in wording.bands.values():
                yield " ".join(piece for piece in pieces if isinstance(piece, str))


def told(flow: str, pattern: re.Pattern[str]) -> list[str]:
    """Return what a flow puts to a child or a family in which a pattern is found."""
    steps = with_them(compiled(FLOWS / flow))
    return [f"{step.id}: {text}" for step in steps for text in asked(step) if pattern.search(text)]


# 3. No praise, no advice; a mark opens a question and decides nothing


@every_flow
def test_no_question_of_ours_praises_or_pities(flow: str) -> None:
    assert told(flow, PRAISE) == []


@every_flow
def test_no_question_of_ours_gives_advice(flow: str) -> None:
    assert told(flow, ADVICE) == []


def test_the_line_mode_praises_nobody_and_advises_nothing() -> None:
    ours = [text for key, text in WORDS.items() if not key.startswith(("refused.", "gap."))]

    assert [text for text in ours if PRAISE.search(text)] == []


@every_flow
def test_a_mark_may_open_one_more_question_and_never_leads_the_way(flow: str) -> None:
    looks = re.compile(r"'(lowest|highest|spread|ratings)'")

    for step in compiled(FLOWS / flow).steps.values():
        assert not [way for way in step.then if looks.search(repr(way.when))], step.id
        assert not looks.search(repr(step.when)) or step.kind == "ask", step.id
    for section in compiled(FLOWS / flow).sections:
        assert not looks.search(repr((section.when, section.for_each))), section.id


# 5. What is not safe yet is said in words


@pytest.mark.parametrize(("where", "says"), [
    ("joint_interview", "Talk to your manager first."), ("who_can_hear", "a way to meet them alone first"),
])  # fmt: skip
@pytest.mark.parametrize("unsafe", ["yes", "not_sure"])
@every_conversation
def test_the_worker_is_told_what_comes_first_instead(
    flow: str, form: str, where: str, says: str, unsafe: str
) -> None:
    talking = Talking(compiled(FLOWS / flow), form=form)
    heard: list[str] = []

    def listen(asks: dict[str, str]) -> bool:
        heard.append(asks["text"])
        return is_with_them(asks)

    passed = walk(talking, listen, SAFE | {where: [unsafe]})

    assert where not in passed or any(says in text for text in heard)


# 7. A child's page names only whom the child has named


RELATIVES = re.compile(
    r"\b(mum|mam|mummy|dad|daddy|mother|father|brother|sister|nan|gran|grandma|grandad|uncle|aunt|parents?"
    r"|teacher|hits?|hurts?|shouts?|touch(es)?|drinks?)\b",
    re.IGNORECASE,
)
"""Persons and deeds that only a child may bring into its own conversation."""
LIMIT = frozenset({"cannot_keep"})
"""Where we say ourselves what we cannot keep secret."""


@every_flow
def test_no_question_of_ours_to_a_child_brings_in_a_person_or_a_deed(flow: str) -> None:
    known = compiled(FLOWS / flow)
    steps = [step for step in known.steps.values() if known.held_with(step) == "child"]

    brought = [(step.id, text) for step in steps for text in asked(step) if RELATIVES.search(text)]
    assert [one for one in brought if not one[0].endswith(tuple(LIMIT))] == []


@every_talk
def test_no_question_to_a_child_names_anybody_the_child_has_not_named(file: Path) -> None:
    written = read_talk(file)
    session = Session.start(
        Memory(), compiled(file.parent), StillClock(), form=written.form, level=written.level, invented=True
    )
    player = Player(session, written.people, written.lines)
    by_the_child = ""

    while (reply := player.next()) is not None:
        asks = session.turn.asks
        if asks.held_with == "child":
            people = session.record.people.values()
            others = [one.name.casefold() for one in people if one.role not in {"child", "worker"}]
            shown = f"{asks.text} {' '.join(asks.options.values())}".casefold()
            assert not [
                name for name in others
                if name not in by_the_child and re.search(rf"\b{re.escape(name)}\b", shown)
            ], (asks.step, asks.text)  # fmt: skip
            by_the_child += repr(reply).casefold()
        player.send(reply)


# 10. Families are told


@every_flow
def test_everything_asked_of_a_child_or_a_family_has_a_reason_they_can_read(flow: str) -> None:
    asking = [step for step in with_them(compiled(FLOWS / flow)) if step.kind not in {"say", "timer"}]

    assert [step.id for step in asking if step.why is None and not step.id.endswith("_again")] == []


@every_conversation
def test_what_is_theirs_to_choose_and_what_cannot_be_kept_is_said_before_the_first_question(
    flow: str, form: str
) -> None:
    talking = Talking(compiled(FLOWS / flow), form=form)
    walk(talking, is_with_them, SAFE)

    said: list[str] = []
    while not talking.turn.is_finished and (talking.at == "hand-over" or talking.asks.kind == "say"):
        said.append(talking.at)
        talking.hear(next=True)

    missing = [name for name in OPENING if not any(one.endswith(name) for one in said)]
    assert talking.turn.is_finished or missing == []
