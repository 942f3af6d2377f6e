"""Flows of any length, made for measuring: they read like real ones and hold every ordinary kind of step."""

from pathlib import Path
from typing import Final

from bench_rows.row import NotMeasured
from guide.flow.check import check_flow
from guide.flow.compile import compile_flow
from guide.flow.model import Flow
from guide.paths import paths

_HEAD: Final = """\
flow: {name}
version: 1
title: A long look together
about: Made for measuring.
group: For measuring
minutes: 60
audience: team
{pinned}forms: {{full: "Everything"}}
people:
  - {{as: child, ask: "Who is this about?", age: true}}
  - {{as: worker, ask: "Who is helping today?"}}
sheets: [map]
papers: [map]
sections:
"""

_SECTION: Final = """\
  - section: part_{n}
    title: Part {n}
{when}    steps:
      - say: hello_{n}
        text: "We begin part {n}, about {{{{ child.name }}}}. Say it in your own words."
      - ask: events_{n}
        text:
          adult: "What has somebody seen or heard at the {n}. visit?"
          teen: "What was seen at the {n}. visit?"
        into: map.said
        technique: fact
        why: "So that we all know what the worry is about."
        teach: "Open, about what was seen; the person chooses where to begin."
      - choose: deeper_{n}
        text: "Shall we stay with part {n} a little longer?"
        options: {{yes: "Yes", no: "Not today", later: "When {{{{ child.name }}}} is with us"}}
        then:
          - {{when: "deeper_{n} == 'no'", go: last_{n}}}
      - number: times_{n}
        text: "How many times since the summer?"
        least: 0
        most: 500
        unit: times
        optional: true
      - ask: what_else_{n}
        text: "What was said about it, by whom?"
        more: ["What else was said?", "What else?"]
        into: map.complicating
        when: "deeper_{n} == 'yes' and form == 'full'"
        note: "Word for word, with the name of whoever said it."
      - date: when_{n}
        text: "When was that?"
        approximate: true
      - scale: line_{n}
        text: "Nought to ten: how are things at the {n}. visit?"
        zero: "It cannot go on like this"
        ten: "Nobody's help is needed any more"
        because: "What puts it there and not at nought?"
        into: map.line
      - choose: helped_{n}
        text: "Who helped?"
        options: {{family: "Family", friend: "A friend", school: "School", nobody: "Nobody yet"}}
        many: true
        when: "answered('line_{n}')"
      - ask: strength_{n}
        text: "What went well, even a little?"
        into: map.strengths
        optional: true
        technique: exception
      - ask: last_{n}
        text: "What is one small thing to do next, and who will do it?"
        into: map.next
        technique: preferred-future
"""

_ASK: Final = """\
      - ask: said_{n}
        text: "Question {n}. What was seen or heard then?"
        into: {into}
        why: "So that nothing is forgotten."
"""

STEPS_A_SECTION: Final = 10
_ASKS_A_SECTION: Final = 20
_AREAS: Final = ("map.said", "map.complicating", "map.strengths", "map.next")


def mixed_flow(folder: Path, steps: int) -> Path:
    """Write a flow of this many steps of every ordinary kind, and return its file."""
    sections = [_SECTION.format(n=n, when=_when(n)) for n in range(1, steps // STEPS_A_SECTION + 1)]
    return _written(folder, f"mixed-{steps}", sections)


def asking_flow(folder: Path, asks: int, *, is_timed: bool = False) -> Path:
    """Write a flow that only asks, each question with its number in it, and return its file.

    When it is timed, each of its parts has a clock and the first answer stays in sight.
    """
    clock = "    minutes: 9\n" if is_timed else ""
    lines: list[str] = []
    for n in range(1, asks + 1):
        if n % _ASKS_A_SECTION == 1:
            lines.append(f"  - section: part_{n}\n    title: Part {n}\n{clock}    steps:\n")
        lines.append(_ASK.format(n=n, into=_AREAS[n % len(_AREAS)]))
    name = f"timed-{asks}" if is_timed else f"asking-{asks}"
    return _written(folder, name, lines, pinned="pinned: said_1\n" if is_timed else "")


def question(n: int) -> str:
    """Return the words by which the `n`. question of an asking flow is known on a screen."""
    return f"Question {n}."


def _when(n: int) -> str:
    """Every third section is only for whoever answered the one before."""
    return "" if n % 3 else f"    when: \"answered('last_{n - 1}')\"\n"


def _written(folder: Path, name: str, sections: list[str], pinned: str = "") -> Path:
    file = folder / name / "flow.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(_HEAD.format(name=name, pinned=pinned) + "".join(sections), encoding="utf-8")
    return file


def made(file: Path) -> Flow:
    """Compile a flow, with the sheets that came with guide; a finding that is an error is raised."""
    compiled = compile_flow(file, paths().flows)
    errors = [str(one) for one in check_flow(compiled, talks=False) if one.severity == "error"]
    if errors:
        raise NotMeasured(f"A flow made for measuring is not right: {errors[0]}")
    return compiled.flow
