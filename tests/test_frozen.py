"""Frozen data behaves as a frozen dataclass does, and is far cheaper to declare."""

import pytest

from guide.frozen import field, fields, frozen, mutable, replace


@frozen
class Mark:
    who: str
    value: float = 0
    words: list[str] = field(default_factory=list)
    seen: int = field(default=0, compare=False, repr=False)


@frozen(kw_only=True)
class Later(Mark):
    when: str


@frozen(eq=False)
class Alone:
    name: str


def test_values_come_by_place_by_name_or_by_default() -> None:
    mark = Mark("Rosa", value=4)

    assert (mark.who, mark.value, mark.words, mark.seen) == ("Rosa", 4, [], 0)
    assert Mark("a").words is not Mark("a").words


def test_nothing_is_changed_after_it_was_made() -> None:
    mark = Mark("Rosa")

    with pytest.raises(AttributeError, match="replace"):
        mark.value = 3  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del mark.value


def test_equal_values_are_equal_and_one_may_be_left_out_of_it() -> None:
    assert Mark("a", 1, seen=1) == Mark("a", 1, seen=2)
    assert Mark("a", 1) != Mark("a", 2)
    assert Mark("a") != Later(who="a", when="now")
    assert Alone("a") != Alone("a")
    assert len({Alone("a"), Alone("a")}) == 2


def test_it_shows_itself_without_what_is_hidden() -> None:
    assert repr(Mark("a", 1)) == "Mark(who='a', value=1, words=[])"


def test_a_child_class_has_its_parents_fields_first() -> None:
    assert [one.name for one in fields(Later)] == ["who", "value", "words", "seen", "when"]
    assert Later(who="a", when="now").when == "now"


def test_replacing_makes_another() -> None:
    mark = Mark("Rosa", 4)

    assert replace(mark, value=5) == Mark("Rosa", 5)
    assert mark.value == 4
    with pytest.raises(TypeError, match="valeu"):
        replace(mark, valeu=3)


@pytest.mark.parametrize(
    ("given", "named", "wrong"),
    [((), {}, "needs who"), (("a",), {"who": "b"}, "twice"), (("a",), {"x": 1}, "has no x"),
     ((1, 2, 3, 4, 5), {}, "at most")],
)  # fmt: skip
def test_what_does_not_fit_is_said(given: tuple[object, ...], named: dict[str, object], wrong: str) -> None:
    with pytest.raises(TypeError, match=wrong):
        Mark(*given, **named)  # type: ignore[arg-type]


def test_it_can_be_matched() -> None:
    match Mark("Rosa", 4):
        case Mark(who, value=4):
            assert who == "Rosa"
        case _:
            pytest.fail("did not match")


@mutable
class Open:
    words: list[str] = field(default_factory=list)
    at: int = 0


def test_data_being_worked_on_may_change_and_is_no_key() -> None:
    one = Open()
    one.at = 3

    assert one == Open(at=3)
    with pytest.raises(TypeError):
        hash(one)
