"""One step of a kind alone in a flow, to see what it takes."""

from typing import Any

from tests.engine.talking import Talking, talk

FRAME = """
- section: one
  title: One
  with: {held}
  steps:
    - {step}
    - ask: last
      text: "Last?"
"""


def at(step: str, held: str = "family", **child: Any) -> Talking:
    ash = {"name": "Ash", "as": "child", **child}
    people = [
        ash,
        {"name": "Dee", "as": "parent"},
        {"name": "Rob", "as": "parent"},
        {"name": "Imran", "as": "worker"},
    ]
    return talk(FRAME.format(held=held, step=step), *people)


def value(talking: Talking, step: str = "it") -> Any:
    return talking.answers(step)[0]["value"]
