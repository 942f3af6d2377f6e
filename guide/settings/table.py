"""A table of the settings file that checks what is asked of it, and says on which line it is not so."""

import difflib
from collections.abc import Mapping

from guide.errors import GuideError
from guide.frozen import frozen
from guide.settings.lines import Place, line_of

_FIRST_PRINTABLE = 32
_DELETE = 127
_LAST_CONTROL = 159


@frozen
class Source:
    """The settings file as it was written."""

    name: str
    """How it is called in a sentence about it."""
    text: str
    """All of it."""

    def refuse(self, place: Place, says: str) -> GuideError:
        """Return the one sentence that names the file, the line and what to do."""
        return GuideError(f"{self.name}:{line_of(self.text, place)}: {says}")


@frozen
class Table:
    """Some settings that stand together; each question about them raises GuideError when the answer is no."""

    source: Source
    """Where they were written."""
    place: Place
    """Where in it."""
    values: Mapping[str, object]
    """What TOML made of them."""

    def refuse(self, key: str | int, says: str) -> GuideError:
        """Return the one sentence about `key`."""
        return self.source.refuse((*self.place, key), says)

    def only(self, *known: str) -> None:
        """Refuse a setting nobody has heard of, and say which one was probably meant."""
        for key in self.values:
            if key not in known:
                meant = difflib.get_close_matches(key, known, n=1)
                hint = f'did you mean "{meant[0]}"?' if meant else f"here may stand {_listed(known)}."
                raise self.refuse(key, f'there is no setting "{_shown(key)}"; {hint}')

    def words(self, key: str, default: str, like: str) -> str:
        """Return words; `like` is an example of the line, for the sentence."""
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.refuse(key, f'"{_shown(key)}" should be words in quotes, like {like}.')
        if any(map(_is_control, value)):
            raise self.refuse(key, f'"{_shown(key)}" holds a character that cannot be shown; take it out.')
        return value

    def sentences(self, key: str, like: str) -> tuple[str, ...]:
        """Return a list of words, none of them empty."""
        values = self.values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(one, str) and one.strip() for one in values):
            raise self.refuse(key, f'"{key}" should be sentences in quotes between brackets, like {like}.')
        if any(_is_control(character) for one in values for character in one):
            raise self.refuse(key, f'"{key}" holds a character that cannot be shown; take it out.')
        return tuple(values)

    def whole_number(self, key: str, least: int, like: str) -> int | None:
        """Return a number of at least `least`, or None where nothing is set."""
        value = self.values.get(key)
        # TOML's true is a Python int.
        if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < least):
            raise self.refuse(key, f'"{key}" should be a whole number, {least} or more, like {like}.')
        return value

    def table(self, key: str) -> "Table":
        """Return the settings under a heading; an empty table where there is none."""
        values = self.values.get(key, {})
        if not isinstance(values, dict):
            raise self.refuse(key, f'"{key}" should be a heading on a line of its own, like [{key}].')
        return Table(self.source, (*self.place, key), values)

    def tables(self, key: str, like: str) -> tuple["Table", ...]:
        """Return a list of small tables."""
        values = self.values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(one, dict) for one in values):
            raise self.refuse(key, f'"{key}" should be a list, like {like}.')
        return tuple(Table(self.source, (*self.place, key, nth), one) for nth, one in enumerate(values))


def _listed(names: tuple[str, ...]) -> str:
    quoted = [f'"{name}"' for name in sorted(names)]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


def _shown(key: str) -> str:
    return "".join("?" if _is_control(character) else character for character in key[:60])


def _is_control(character: str) -> bool:
    """Return whether a terminal would act on it instead of showing it."""
    code = ord(character)
    return code < _FIRST_PRINTABLE or _DELETE <= code <= _LAST_CONTROL
