"""Where a number stands on a line."""


def place_on(value: float, room: int, most: int) -> int:
    """Return the column of a value on a line `room` wide."""
    return round(value * room / most) if most else 0
