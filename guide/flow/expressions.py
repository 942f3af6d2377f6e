"""Turns an expression somebody wrote into the small tree of `evaluate`; the only file here that knows Jinja2.

Jinja2's parser reads the syntax.  What it understands and we do not list is refused: no arithmetic, no
tests, no calls but the listed functions, nothing that could run.
"""

import math
from functools import cache, lru_cache
from typing import Any, Final

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateError
from jinja2.parser import Parser

from guide.flow.findings import did_you_mean
from guide.flow.model import Tree

LONGEST: Final = 500
"""Characters in one expression."""

FILTERS: Final = {"length": 0, "first": 0, "last": 0, "join": 1, "default": 1, "lower": 0}
"""Each filter, and how many arguments it takes at most."""

FUNCTIONS: Final = {
    "entries": "map.harm",
    "ratings": "map.line",
    "answered": "a_step",
    "passed": "a_step",
    "people": "parent",
    "named": "child",
    "lowest": "map.line",
    "highest": "map.line",
    "spread": "map.line",
}
"""Each function, and what a call of it may look like."""

WORDS: Final = frozenset({"and", "or", "not", "in", "is", "if", "else", "true", "false", "none"})
"""Words of the language, which name nothing."""

_NOT_KNOWN: Final[dict[type[nodes.Node], str]] = {
    nodes.Test: "a test with `is`",
    nodes.CondExpr: "an `if … else`",
    nodes.Concat: "texts joined with `~`",
    nodes.Slice: "a slice",
    nodes.Dict: "a mapping written out",
    nodes.BinExpr: "arithmetic",
    nodes.UnaryExpr: "arithmetic",
}


class NotAnExpression(ValueError):
    """A text that is no expression here; holds the finding it is to become."""

    def __init__(self, code: str, likely: str = "", **words: object) -> None:
        """Keep the code of the finding, the name probably meant, and the words for its sentence."""
        super().__init__(code)
        self.code = code
        self.likely = likely
        self.words = words


@lru_cache(maxsize=4096)
def tree_of(source: str) -> Tree:
    """Return the tree of one expression; the same text gives the same tree, so never change it.

    Raises `NotAnExpression` for everything else.
    """
    if len(source) > LONGEST:
        raise NotAnExpression("G071", length=len(source))
    try:
        parser = Parser(_environment(), source, state="variable")
        node = parser.parse_expression()
        if not parser.stream.eos:
            raise _broken(source, f'"{parser.stream.current.value}" is one thing too many')
        return _tree(node, source)
    except TemplateError as error:
        raise _broken(source, (error.message or "it breaks off").removesuffix(".")) from None
    except RecursionError:
        raise _broken(source, "it has too many brackets inside each other") from None


@cache
def _environment() -> Environment:
    return Environment(autoescape=False)  # noqa: S701 - nothing is rendered, only parsed


def _broken(source: str, problem: str) -> NotAnExpression:
    if not source.strip():
        problem = "nothing stands here"
    elif "{{" in source:
        problem = "a condition stands without braces"
    elif "=" in source and "==" not in source and "'='" in problem:
        problem = "a comparison has two equals signs, =="
    return NotAnExpression("G070", source=source, problem=problem)


def _tree(node: nodes.Node, source: str) -> Tree:
    match node:
        case nodes.Const():
            return ["lit", _literal(node.value, source)]
        case nodes.Name():
            return ["name", node.name]
        case nodes.Neg(node=nodes.Const(value=int() | float() as number)):
            return ["lit", _literal(-number, source)]
        case nodes.Getattr():
            return ["attr", _tree(node.node, source), node.attr]
        case nodes.Getitem():
            return ["item", _tree(node.node, source), _tree(node.arg, source)]
        case nodes.List() | nodes.Tuple():
            return ["list", *(_tree(one, source) for one in node.items)]
        case nodes.Filter():
            return _filter(node, source)
        case nodes.Call():
            return _call(node, source)
        case _:
            return _logic(node, source)


def _logic(node: nodes.Node, source: str) -> Tree:
    match node:
        case nodes.Not():
            return ["not", _tree(node.node, source)]
        case nodes.And():
            return ["and", *_flat(node, nodes.And, source)]
        case nodes.Or():
            return ["or", *_flat(node, nodes.Or, source)]
        case nodes.Compare():
            others = [
                [one.op.replace("lteq", "le").replace("gteq", "ge"), _tree(one.expr, source)]
                for one in node.ops
            ]
            return ["cmp", _tree(node.expr, source), others]
    what = next((what for kind, what in _NOT_KNOWN.items() if isinstance(node, kind)), "something")
    raise NotAnExpression("G072", source=source, what=what)


def _flat(node: Any, kind: type[nodes.Node], source: str) -> list[Tree]:
    """Return what is joined, from left to right, so that `a and b and c` is one list of three."""
    joined: list[Tree] = []
    while isinstance(node, kind):
        joined.append(_tree(node.right, source))  # type: ignore[attr-defined] # And and Or have both sides
        node = node.left  # type: ignore[attr-defined] # as above
    joined.append(_tree(node, source))
    return joined[::-1]


def _literal(value: Any, source: str) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        raise NotAnExpression("G072", source=source, what="a number without end")
    if isinstance(value, str) and not value.isprintable():
        raise NotAnExpression("G072", source=source, what="a sign that cannot be seen")
    return value


def _filter(node: nodes.Filter, source: str) -> Tree:
    if node.name not in FILTERS:
        known = ", ".join(FILTERS)
        raise NotAnExpression("G073", did_you_mean(node.name, FILTERS), filter=node.name, known=known)
    if (
        node.node is None
        or node.kwargs
        or node.dyn_args
        or node.dyn_kwargs
        or len(node.args) > FILTERS[node.name]
    ):
        raise NotAnExpression(
            "G072", source=source, what=f"something for `{node.name}` that it does not take"
        )
    return ["filter", node.name, _tree(node.node, source), *(_tree(one, source) for one in node.args)]


def _call(node: nodes.Call, source: str) -> Tree:
    if not isinstance(node.node, nodes.Name):
        raise NotAnExpression("G072", source=source, what="a call of something inside a value")
    name = node.node.name
    if name not in FUNCTIONS:
        raise NotAnExpression(
            "G074", did_you_mean(name, FUNCTIONS), function=name, known=", ".join(FUNCTIONS)
        )
    match node.args:
        case [nodes.Const(value=str() as argument)] if not (node.kwargs or node.dyn_args or node.dyn_kwargs):
            return ["call", name, argument]
        case [nodes.Name(name=bare)]:
            raise NotAnExpression("G076", function=name, example=bare)
    raise NotAnExpression("G076", function=name, example=FUNCTIONS[name])
