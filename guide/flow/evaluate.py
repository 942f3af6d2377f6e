"""Works out a compiled expression: a small JSON tree over what is known, and nothing else.

A tree is a list whose first word says what it is:

    ["lit", value]                 a number, text, true, false, none
    ["list", tree, …]              a list written out
    ["name", "child"]              a role, `form`, `level`, an item's name, or the answer of a step
    ["attr", tree, "name"]         `child.name`, on plain data only
    ["item", tree, tree]           `answers[0]`
    ["not", tree]   ["and", tree, …]   ["or", tree, …]
    ["cmp", tree, [["eq", tree], …]]   eq ne lt le gt ge in notin; chained as in Python
    ["filter", "length", tree, argument tree, …]   length first last join default lower
    ["call", "entries", literal]   entries ratings answered passed people named lowest highest spread

There is no arithmetic and nothing that calls a method, so a tree always ends and touches nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from guide.flow.model import Pieces, Tree


class Sight(Protocol):
    """What an expression may see at one moment of the walk."""

    def name(self, name: str) -> Any:
        """Return the value of a name; None when nobody has said it yet."""
        ...

    def call(self, function: str, argument: str) -> Any:
        """Return what one of the listed functions gives for its literal argument."""
        ...


def value_of(tree: Tree, sight: Sight) -> Any:
    """Return the value of `tree` as `sight` sees it; what is not known is None."""
    return _KINDS[tree[0]](tree, sight)


def holds(tree: Tree | None, sight: Sight) -> bool:
    """Whether a condition holds; no condition always does."""
    return tree is None or bool(value_of(tree, sight))


def written(value: Any) -> str:
    """Return a value as words: nobody and nothing are empty, several are joined with "and"."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return str(int(value)) if float(value).is_integer() else f"{value:g}"
        case Mapping():
            return written(value.get("name") or value.get("text"))
        case Sequence():
            return and_join([words for words in map(written, value) if words])
    return str(value)


def and_join(words: Sequence[str]) -> str:
    """Join words as people say them: "Dee, Rob and Ash"."""
    if len(words) < 2:  # noqa: PLR2004 - one word stands alone
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def fill(pieces: Pieces, sight: Sight) -> str:
    """Return a text with its expressions written out; their values are words, never code."""
    return "".join(piece if isinstance(piece, str) else written(value_of(piece, sight)) for piece in pieces)


def _lit(tree: Tree, _sight: Sight) -> Any:
    return tree[1]


def _list(tree: Tree, sight: Sight) -> Any:
    return [value_of(one, sight) for one in tree[1:]]


def _name(tree: Tree, sight: Sight) -> Any:
    return sight.name(tree[1])


def _attr(tree: Tree, sight: Sight) -> Any:
    of = value_of(tree[1], sight)
    return of.get(tree[2]) if isinstance(of, Mapping) else None


def _item(tree: Tree, sight: Sight) -> Any:
    of, key = value_of(tree[1], sight), value_of(tree[2], sight)
    if isinstance(of, Mapping):
        return of.get(key) if isinstance(key, str) else None
    if isinstance(of, Sequence) and isinstance(key, int) and -len(of) <= key < len(of):
        return of[key]
    return None


def _not(tree: Tree, sight: Sight) -> Any:
    return not value_of(tree[1], sight)


def _and(tree: Tree, sight: Sight) -> Any:
    return all(value_of(one, sight) for one in tree[1:])


def _or(tree: Tree, sight: Sight) -> Any:
    return any(value_of(one, sight) for one in tree[1:])


def _same(left: Any, right: Any) -> bool:
    return left is not None and right is not None and left == right


def _ordered(test: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def compare(left: Any, right: Any) -> bool:
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        return (numbers or (isinstance(left, str) and isinstance(right, str))) and test(left, right)

    return compare


def _within(left: Any, right: Any) -> bool:
    if left is None or right is None:
        return False
    if isinstance(right, str):
        return isinstance(left, str) and left in right
    if isinstance(right, Mapping):
        return isinstance(left, str) and left in right
    return isinstance(right, Sequence) and left in right


_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "eq": _same,
    "ne": lambda left, right: not _same(left, right),
    "lt": _ordered(lambda left, right: left < right),
    "le": _ordered(lambda left, right: left <= right),
    "gt": _ordered(lambda left, right: left > right),
    "ge": _ordered(lambda left, right: left >= right),
    "in": _within,
    "notin": lambda left, right: not _within(left, right),
}


def _cmp(tree: Tree, sight: Sight) -> Any:
    left = value_of(tree[1], sight)
    for test, other in tree[2]:
        right = value_of(other, sight)
        if not _COMPARE[test](left, right):
            return False
        left = right
    return True


def _length(value: Any) -> int:
    return len(value) if isinstance(value, Sequence | Mapping) else 0


def _end(value: Any, at: int) -> Any:
    return value[at] if isinstance(value, Sequence) and value else None


_FILTERS: dict[str, Callable[..., Any]] = {
    "length": _length,
    "first": lambda value: _end(value, 0),
    "last": lambda value: _end(value, -1),
    "join": lambda value, between=", ": (
        between.join(map(written, value)) if isinstance(value, list | tuple) else written(value)
    ),
    "default": lambda value, other="": other if value is None else value,
    "lower": lambda value: written(value).lower(),
}


def _filter(tree: Tree, sight: Sight) -> Any:
    return _FILTERS[tree[1]](*(value_of(one, sight) for one in tree[2:]))


def _call(tree: Tree, sight: Sight) -> Any:
    return sight.call(tree[1], tree[2])


_KINDS: dict[str, Callable[[Tree, Sight], Any]] = {
    "lit": _lit,
    "list": _list,
    "name": _name,
    "attr": _attr,
    "item": _item,
    "not": _not,
    "and": _and,
    "or": _or,
    "cmp": _cmp,
    "filter": _filter,
    "call": _call,
}
