"""Turns texts into pieces: plain words, and the trees of what stands between `{{` and `}}`."""

import re
from typing import Any

from guide.flow.expressions import NotAnExpression, tree_of
from guide.flow.findings import finding
from guide.flow.gathered import Condition, Gathered, Scope, Spoken
from guide.flow.model import Json, Piece, Tree
from guide.flow.places import Place, Spot

_BRACES = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_RATINGS = frozenset({"ratings", "lowest", "highest", "spread"})
_STEPS = frozenset({"answered", "passed"})


class Texts:
    """Compiles the texts and expressions of one step, or of one section's own keys."""

    def __init__(self, gathered: Gathered, scope: Scope, step: str = "", kind: str = "") -> None:
        """Remember whose texts they are; everything compiled is gathered with its place."""
        self.gathered = gathered
        self.scope = scope
        self.step = step
        self.kind = kind

    def wording(self, bands: dict[str, str], spot: Spot, key: str) -> Json:
        """Return the compiled wording: band to pieces."""
        wording = {}
        for band, text in bands.items():
            place = spot.place if band == "any" else spot.at(band).place
            pieces = self.pieces(text.strip(), place, key)
            wording[band] = pieces
            self.gathered.texts.append(
                Spoken(tuple(pieces), place, self.scope.section, self.step, self.kind, key, band)
            )
        return wording

    def pieces(self, text: str, place: Place, key: str) -> list[Piece]:
        """Return the pieces of one text."""
        if "{" not in text:
            return [text]
        pieces: list[Piece] = []
        at = 0
        for match in _BRACES.finditer(text):
            pieces.append(self._plain(text[at : match.start()], place))
            pieces.append(self._value(match[1].strip(), place, key))
            at = match.end()
        pieces.append(self._plain(text[at:], place))
        return _joined(pieces)

    def tree(self, source: str, place: Place, key: str) -> Tree | None:
        """Return the tree of one expression; None when it is none, which is then a finding."""
        try:
            tree = self._in_scope(tree_of(source))
        except NotAnExpression as error:
            self.gathered.findings.append(finding(error.code, place, error.likely, **error.words))
            return None
        self.gathered.conditions.append(Condition(tree, place, self.scope.section, self.step, key))
        return tree

    def _value(self, source: str, place: Place, key: str) -> Piece:
        if source in self.scope.given:
            return self.scope.given[source]
        return self.tree(source, place, key) or ""

    def _plain(self, words: str, place: Place) -> str:
        if "{{" in words:
            self.gathered.findings.append(finding("G085", place))
        if "{%" in words:
            self.gathered.findings.append(finding("G084", place))
        return words

    def _in_scope(self, tree: Tree) -> Tree:
        """Return the tree with names as they are in the flow; the tree itself is shared and never changed."""
        match tree:
            case ["name", str(name)]:
                given = self.scope.given.get(name)
                return ["name", self.scope.name(name)] if given is None else ["lit", given]
            case ["call", str(function), str(argument)] if function in _STEPS:
                return ["call", function, self.scope.name(argument)]
            case ["call", str(function), str(argument)] if function in _RATINGS:
                scale = self.scope.name(argument)
                return ["call", function, self.gathered.lines.get(scale, argument)]
            case ["lit" | "call", *_]:
                return tree
        return [self._inside(one) for one in tree]

    def _inside(self, part: Any) -> Any:
        """Return one part of a tree; the pairs of a comparison are lists of an operator and a tree."""
        if not isinstance(part, list):
            return part
        is_pairs = bool(part) and isinstance(part[0], list)
        return [[test, self._in_scope(other)] for test, other in part] if is_pairs else self._in_scope(part)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with words that stand next to each other in one."""
    joined: list[Piece] = []
    for piece in pieces:
        if not piece:
            continue
        if joined and isinstance(piece, str) and isinstance(joined[-1], str):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined
