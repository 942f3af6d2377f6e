"""Expressions become small trees; what could do anything else is refused with its reason."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.flow.evaluate import value_of
from guide.flow.expressions import NotAnExpression, tree_of


class Known:
    """A sight in which a few things are known."""

    names: dict[str, Any] = {  # noqa: RUF012 - a test's own small world
        "next_house": "dreams",
        "times": 3,
        "picked": ["a", "b"],
        "child": {"name": "Rosa", "age": 8},
        "empty": None,
    }

    def name(self, name: str) -> Any:
        return self.names.get(name)

    def call(self, function: str, argument: str) -> Any:
        return {
            "entries": [{"text": "one"}, {"text": "two"}],
            "answered": argument == "times",
            "spread": 4,
        }.get(function)


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("next_house == 'dreams'", True),
        ("next_house != 'dreams'", False),
        ("not answered('other')", True),
        ("answered('times') and times >= 3", True),
        ("1 < times <= 3", True),
        ("'a' in picked and 'c' not in picked", True),
        ("times in [1, 2, 3] or false", True),
        ("child.name", "Rosa"),
        ("child['age'] < 12", True),
        ("picked[0]", "a"),
        ("picked[-1]", "b"),
        ("picked | length == 2", True),
        ("picked|join(' + ')", "a + b"),
        ("picked|first", "a"),
        ("empty|default('nobody')", "nobody"),
        ("child.name|lower", "rosa"),
        ("entries('map.harm')|length", 2),
        ("spread('map.line') >= 3", True),
        ("empty == none", False),
        ("empty < 3", False),
        ("-1 < times", True),
        ("nobody.name", None),
    ],
)
def test_an_expression_says_what_it_says(source: str, value: object) -> None:
    assert value_of(tree_of(source), Known()) == value


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("", "G070"),
        ("a b", "G070"),
        ("a = 'b'", "G070"),
        ("{{ a }}", "G070"),
        ("a }} b", "G070"),
        ("'never closed", "G070"),
        ("(" * 240 + "a" + ")" * 240, "G070"),
        ("a, b", "G070"),
        ("a" * 501, "G071"),
        ("7 * 7", "G072"),
        ("a + b", "G072"),
        ("a ~ b", "G072"),
        ("a if b else c", "G072"),
        ("a is defined", "G072"),
        ("a[1:2]", "G072"),
        ("{'a': 1}", "G072"),
        ("''.join(a)", "G072"),
        ("a.__class__.mro()", "G072"),
        ("1e999", "G072"),
        ("'\\ud800' == a", "G072"),
        ("a|upper", "G073"),
        ("a|join('x', 'y')", "G072"),
        ("entrys('map.harm')", "G074"),
        ("range(10)", "G074"),
        ("answered(times)", "G076"),
        ("answered('a', 'b')", "G076"),
        ("answered()", "G076"),
    ],
)
def test_what_is_more_or_less_than_an_expression_is_refused(source: str, code: str) -> None:
    with pytest.raises(NotAnExpression) as refused:
        tree_of(source)

    assert refused.value.code == code


def test_the_name_that_was_meant_is_offered() -> None:
    with pytest.raises(NotAnExpression) as refused:
        tree_of("answerd('times')")

    assert refused.value.likely == "answered"


@given(st.one_of(st.text(max_size=60), st.text(alphabet="ab('\")[].|=<>! andornotin,0123", max_size=60)))
def test_any_text_is_a_plain_tree_or_refused(source: str) -> None:
    try:
        tree = tree_of(source)
    except NotAnExpression:
        return

    assert json.loads(json.dumps(tree)) == tree
    value_of(tree, Known())
