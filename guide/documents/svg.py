"""Makes a picture of a page stand on its own: the style of the page goes into each of its parts.

Word, LibreOffice and Typst draw an SVG without the page around it, and not all of them read a style sheet.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Final
from xml.etree import ElementTree as ET

from guide.frozen import frozen

_SVG: Final = "http://www.w3.org/2000/svg"
_DRAWS: Final = frozenset({
    "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "fill-opacity",
    "opacity", "font-family", "font-size", "font-weight", "text-anchor",
})  # fmt: skip
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_AT: Final = re.compile(r"@[^{;]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_OWN: Final = re.compile(r"(--[\w-]+)\s*:\s*([^;}]+)")
_NAMED: Final = re.compile(r"var\((--[\w-]+)\)")


@frozen
class _Rule:
    """One selector with what it sets; each step is a tag, or empty, and its classes."""

    steps: tuple[tuple[str, frozenset[str]], ...]
    sets: tuple[tuple[str, str], ...]

    @property
    def weight(self) -> int:
        """How narrowly it selects."""
        return sum(10 * len(classes) + bool(tag) for tag, classes in self.steps)


def standalone(svg: str, style: str, *, fills: str = "") -> str:
    """Return a picture with the style of a layout in it; `fills` is the colour of what is tinted."""
    ET.register_namespace("", _SVG)
    whole = svg.strip() if "xmlns=" in svg else svg.strip().replace("<svg ", f'<svg xmlns="{_SVG}" ', 1)
    root = ET.fromstring(whole)  # noqa: S314 - our own
    _dress(root, [], _rules(style), fills)
    _, _, wide, high = root.attrib["viewBox"].split()
    root.set("width", wide)
    root.set("height", high)
    for name in ("class", "aria-labelledby", "role", "aria-hidden", "aria-label"):
        root.attrib.pop(name, None)
    return ET.tostring(root, encoding="unicode")


_Chain = list[tuple[str, frozenset[str]]]


def words_of(svg: str) -> str:
    """Return everything that is written in a picture."""
    return "".join(ET.fromstring(svg).itertext())  # noqa: S314 - our own drawing


def _dress(part: ET.Element, above: _Chain, rules: "_Rules", fills: str) -> None:
    classes = frozenset((part.get("class") or "").split())
    tag = part.tag.rpartition("}")[2]
    chain = [*above, (tag, classes)]
    for rule in rules.about(tag, classes):
        if _selects(rule, chain):
            for name, value in rule.sets:
                part.set(name, value)
    if fills and "tiles" in classes:
        part.set("fill", fills)
    for inside in part:
        _dress(inside, chain, rules, fills)
        inside.attrib.pop("class", None)


def _selects(rule: _Rule, chain: _Chain) -> bool:
    """Whether the last step is this part, and the others stand somewhere above it in order."""
    if not _is(rule.steps[-1], chain[-1]):
        return False
    above = iter(chain[:-1])
    return all(any(_is(step, one) for one in above) for step in rule.steps[:-1])


def _is(step: tuple[str, frozenset[str]], part: tuple[str, frozenset[str]]) -> bool:
    return step[0] in {"", part[0]} and step[1] <= part[1]


class _Rules:
    """The rules of a style, found by what they end in: most parts have one class, most rules want another."""

    def __init__(self, rules: Iterable[_Rule]) -> None:
        self._by: dict[str, list[tuple[int, _Rule]]] = {}
        for at, rule in enumerate(rules):
            tag, classes = rule.steps[-1]
            self._by.setdefault(f".{min(classes)}" if classes else tag, []).append((at, rule))

    def about(self, tag: str, classes: frozenset[str]) -> list[_Rule]:
        """Return every rule that may select such a part, the narrowest last."""
        keys = ("", tag, *(f".{one}" for one in classes))
        return [
            rule for _, rule in sorted((one for key in keys for one in self._by.get(key, ())), key=_first)
        ]


def _first(placed: tuple[int, _Rule]) -> int:
    return placed[0]


@lru_cache(maxsize=16)
def _rules(style: str) -> _Rules:
    """Return the rules that could draw something."""
    room = files("guide.documents") / "styles"
    text = "".join((room / f"{name}.css").read_text(encoding="utf-8") for name in ("paper", "line", style))
    text = _COMMENT.sub("", text)
    colours = dict(_OWN.findall(text))
    plain = _NAMED.sub(lambda one: colours[one[1]].strip(), _AT.sub("", text))
    return _Rules(sorted(_read(plain), key=lambda rule: rule.weight))


def _read(text: str) -> Iterator[_Rule]:
    for selectors, body in _RULE.findall(text):
        pairs = [one.partition(":") for one in body.split(";")]
        sets = tuple((name.strip(), value.strip()) for name, _, value in pairs if name.strip() in _DRAWS)
        for selector in selectors.split(","):
            steps = selector.replace(">", " ").split()
            if sets and steps and not any(sign in selector for sign in ":*+["):
                yield _Rule(tuple(map(_step, steps)), sets)


def _step(text: str) -> tuple[str, frozenset[str]]:
    tag, *classes = text.split(".")
    return tag, frozenset(classes)
