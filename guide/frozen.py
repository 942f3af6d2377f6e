"""Frozen data without the price: `@frozen` classes are made without compiling code at import.

`dataclasses` writes and compiles a few methods for every class, which costs from half a millisecond (frozen)
to more than one (with slots); the hundred classes on the way to the first question took two fifths of a
start.  A class here shares one `__init__`, `__eq__`, `__hash__` and `__repr__` that look at its fields; type
checkers treat it as a dataclass.  Measured figures are in `docs/performance.md`.
"""

from collections.abc import Callable
from typing import Any, Final, TypeVar, dataclass_transform, overload

T = TypeVar("T")

_MISSING: Final = object()


class Field:
    """One field: its name, its kind as it is written, and its default or what makes one."""

    __slots__ = ("compare", "default", "factory", "kind", "name", "shown")

    def __init__(
        self, default: Any, factory: Callable[[], Any] | None, *, compare: bool, shown: bool
    ) -> None:
        """Hold a default, or what makes one for each new object."""
        self.name, self.kind = "", ""
        self.default, self.factory, self.compare, self.shown = default, factory, compare, shown

    def is_usual(self, value: Any) -> bool:
        """Whether a value is the one that stands when none is given."""
        if self.factory is not None:
            return bool(value == self.factory())
        return self.default is not _MISSING and bool(value == self.default)


def field(
    *,
    default: Any = _MISSING,
    default_factory: Callable[[], Any] | None = None,
    compare: bool = True,
    repr: bool = True,  # noqa: A002 - the name type checkers know
) -> Any:
    """Describe a field that needs more than a plain default."""
    return Field(default, default_factory, compare=compare, shown=repr)


@overload
def frozen(cls: type[T], /) -> type[T]: ...
@overload
def frozen(*, kw_only: bool = False, eq: bool = True) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T] | None = None, /, *, kw_only: bool = False, eq: bool = True) -> Any:
    """Make a class frozen data: its annotated names are its fields, in order.

    With `eq=False` every object is equal only to itself.
    """
    if cls is None:
        return lambda own: _closed(_made(own, kw_only=kw_only, eq=eq))
    return _closed(_made(cls, kw_only=kw_only, eq=eq))


@dataclass_transform(field_specifiers=(field,))
def mutable(cls: type[T], /) -> type[T]:
    """Make a class data that may change while it is being worked on, and that is never a key."""
    made: Any = _made(cls, kw_only=False, eq=True)
    made.__hash__ = None
    return cls


def _closed(cls: Any) -> Any:
    cls.__setattr__ = _refuse
    cls.__delattr__ = _refuse
    return cls


def _made(cls: Any, *, kw_only: bool, eq: bool) -> Any:
    own: dict[str, Field] = {}
    for base in reversed(cls.__mro__[1:]):
        own.update(getattr(base, "__frozen_fields__", {}))
    for name, kind in cls.__annotations__.items():
        if "ClassVar" in str(kind):
            continue
        value = cls.__dict__.get(name, _MISSING)
        one = value if isinstance(value, Field) else Field(value, None, compare=True, shown=True)
        one.name, one.kind = name, str(kind)
        own[name] = one
        if isinstance(value, Field):
            delattr(cls, name)
    cls.__frozen_fields__ = own
    cls.__frozen_names__ = tuple(own)
    cls.__frozen_plain__ = {
        name: one.default for name, one in own.items() if one.default is not _MISSING and one.factory is None
    }
    cls.__frozen_made__ = tuple((name, one.factory) for name, one in own.items() if one.factory is not None)
    setattr(cls, "__match_args__", () if kw_only else tuple(own))  # noqa: B010 - mypy will not see it set
    cls.__init__ = _init
    cls.__repr__ = _shown
    if eq:
        cls.__eq__ = _equals
        cls.__hash__ = _hash
    return cls


def _init(self: Any, *given: Any, **named: Any) -> None:
    own: dict[str, Any] = self.__dict__
    names = self.__frozen_names__
    own.update(self.__frozen_plain__)
    if given:
        own.update(zip(names, given, strict=False))
    own.update(named)
    for name, factory in self.__frozen_made__:
        if name not in own:
            own[name] = factory()
    if len(own) != len(names) or (
        given and (len(given) > len(names) or not named.keys().isdisjoint(names[: len(given)]))
    ):
        _complain(self, given, named)


def _complain(self: Any, given: tuple[Any, ...], named: dict[str, Any]) -> None:
    """Say what is wrong with the values an object was to be made of."""
    names, kind = self.__frozen_names__, type(self).__name__
    unknown = [name for name in named if name not in names]
    if unknown:
        raise TypeError(f"{kind} has no {', '.join(unknown)}")
    if len(given) > len(names):
        raise TypeError(f"{kind} takes {len(names)} values at most, {len(given)} were given")
    twice = [name for name in names[: len(given)] if name in named]
    if twice:
        raise TypeError(f"{kind} was given {', '.join(twice)} twice")
    missing = [name for name in names if name not in self.__dict__]
    raise TypeError(f"{kind} needs {', '.join(missing)}")


def _refuse(self: Any, name: str, *_value: Any) -> None:
    raise AttributeError(f"{type(self).__name__}.{name} is frozen: make another with replace()")


def _compared(self: Any) -> dict[str, Any]:
    own: dict[str, Any] = self.__dict__
    return {name: own[name] for name, one in self.__frozen_fields__.items() if one.compare}


def _equals(self: Any, other: object) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self is other or _compared(self) == _compared(other)


def _hash(self: Any) -> int:
    return hash(tuple(_compared(self).values()))


def _shown(self: Any) -> str:
    own = self.__dict__
    parts = (f"{name}={own[name]!r}" for name, one in self.__frozen_fields__.items() if one.shown)
    return f"{type(self).__name__}({', '.join(parts)})"


def fields(of: Any) -> tuple[Field, ...]:
    """Return the fields of a frozen class or object, in order."""
    return tuple(of.__frozen_fields__.values())


def is_frozen(one: object) -> bool:
    """Return whether an object is of a class made here, so that it has `fields`."""
    return hasattr(type(one), "__frozen_fields__")


def replace(one: T, /, **changes: Any) -> T:
    """Return a copy with some fields changed; raises TypeError for a field it has not."""
    made: T = object.__new__(one.__class__)
    unknown = changes.keys() - one.__frozen_fields__.keys()  # type: ignore[attr-defined]
    if unknown:
        raise TypeError(f"{type(one).__name__} has no {', '.join(sorted(unknown))}")
    own: dict[str, Any] = made.__dict__
    own.update(one.__dict__)
    for name in one.__dict__.keys() - one.__frozen_fields__.keys():  # type: ignore[attr-defined]
        del own[name]  # what was worked out once and kept (`cached_property`) is worked out anew
    own.update(changes)
    return made
