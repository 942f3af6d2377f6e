"""People are read from one line as they are said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.ui.people_line import Named, people_of, read_back

LINE = "Lewis 6, Katy mum, Ryan, Pat gran, Mr Bello teacher"


def test_a_line_of_five_becomes_five_people() -> None:
    assert people_of(LINE, {}, "child") == [
        Named("Lewis", "child", 6),
        Named("Katy", "parent"),
        Named("Ryan", "other"),
        Named("Pat", "family"),
        Named("Mr Bello", "school"),
    ]


@pytest.mark.parametrize(
    ("line", "name", "role", "age"),
    [
        ("Rosa, ", "Rosa", "child", None),
        ("Rosa 8", "Rosa", "child", 8),
        ("Rosa (8)", "Rosa", "child", 8),
        ("Gran", "Gran", "child", None),
        ("Anna Maria 11", "Anna Maria", "child", 11),
    ],
)
def test_one_person_is_read(line: str, name: str, role: str, age: int | None) -> None:
    assert people_of(line, {}, "child") == [Named(name, role, age)]


def test_a_role_of_the_flows_own_is_understood() -> None:
    roles = {"helper": "Somebody whose job it is"}

    assert people_of("Sam helper", roles) == [Named("Sam", "helper")]
    assert read_back(people_of("Sam helper", roles), roles) == ["Sam · Somebody whose job it is"]


def test_a_word_that_is_all_somebody_is_called_stays_their_name() -> None:
    assert people_of("Nain", {}, "family") == [Named("Nain", "family")]


@given(st.text(max_size=120))
def test_no_line_is_too_strange_and_no_name_is_empty(line: str) -> None:
    assert all(one.name.strip() for one in people_of(line, {"family": "Family"}, "family"))


def test_mum_alone_is_a_name_and_says_what_she_is() -> None:
    assert people_of("Mum, Sam", {}, "other") == [Named("Mum", "parent"), Named("Sam", "other")]
