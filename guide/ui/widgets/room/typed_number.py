"""How a number is typed into a grid without a pause: what each key makes of what stands in the row."""

from guide.frozen import frozen

REFUSED = "-"
"""What stands in the row of somebody who would rather not."""

_Range = tuple[float, float, float]
"""Least, most, step."""


@frozen
class Typed:
    """A row after a key: what stands in it, and whether the number can only be finished."""

    text: str
    is_whole: bool
    """Nothing that could follow would make another number: the next row may have the keys."""


def after_key(text: str, key: str, bounds: _Range) -> Typed | None:
    """Return a row after a digit or a point; None where it would be no number of this line.

    `1` stays open where there is a 10: nought makes it 10, anything else begins the next number.
    """
    typed = text + ("." if key == "," else key)
    if typed.endswith("."):
        return Typed(typed, is_whole=False) if _has_halves(bounds) and _is_open(typed, bounds) else None
    if number_of(typed, bounds) is None:
        return Typed(typed, is_whole=False) if text and _is_open(typed, bounds) else None
    return Typed(typed, is_whole="." in typed or not _grows(typed, bounds))


def number_of(text: str, bounds: _Range) -> float | int | None:
    """Return the number that stands in a row; None for none, or one that is not on the line."""
    try:
        value = float(text)
    except ValueError:
        return None
    least, most, step = bounds
    if not least <= value <= most or not ((value - least) / step).is_integer():
        return None
    return int(value) if value.is_integer() else value


def _has_halves(bounds: _Range) -> bool:
    return bool(bounds[2] % 1)


def _is_open(typed: str, bounds: _Range) -> bool:
    """Return whether a further digit can make it a number of this line."""
    return any(number_of(f"{typed}{digit}", bounds) is not None for digit in range(10))


def _grows(typed: str, bounds: _Range) -> bool:
    """Return whether a further digit makes it another number: nought before a digit is none."""
    return typed != "0" and _is_open(typed, bounds)
