"""From `settings.toml` to Settings; a bad one is one sentence with its line.

Plain checks, not pydantic: this is read at every start, before anything can be seen.
"""

import difflib
import re
from collections.abc import Mapping
from pathlib import Path

from guide.errors import GuideError
from guide.settings.model import THEMES, Number, Organisation, Retention, Settings, Urgent
from guide.settings.region import emergency_number
from guide.settings.table import Source, Table

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_NUMBERS = 'numbers = [{ name = "Duty team", number = "0000 000 000" }]'


def read_settings(file: Path, region: str = "GB") -> Settings:
    """Return what the file says, and defaults for the rest or when there is no file.

    `region` decides the emergency number where none is set. Raises GuideError, one sentence with the line.
    """
    source = Source(file.name, _text(file))
    top = Table(source, (), _parsed(source) if source.text else {})
    top.only("organisation", "urgent", "language", "theme", "keys", "retention")
    return Settings(
        organisation=_organisation(top.table("organisation")),
        urgent=_urgent(top.table("urgent"), region),
        language=_language(top),
        theme=_theme(top),
        keys=_keys(top.table("keys")),
        retention=_retention(top.table("retention")),
    )


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")  # some editors put a mark before the first line
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise GuideError(f"{file.name}: this is not text; save it as plain text (UTF-8).") from None
    except OSError as refused:
        raise GuideError(f"{file} cannot be read ({refused.strerror}).") from None


def _parsed(source: Source) -> Mapping[str, object]:
    import tomllib  # only where there is something to read

    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as wrong:
        line, what = _place_and_reason(source.text, str(wrong))
        raise GuideError(f"{source.name}:{line}: {what}") from None
    except RecursionError:
        raise GuideError(f"{source.name}: brackets stand too deep in each other; take some out.") from None


def _place_and_reason(text: str, message: str) -> tuple[int, str]:
    """Return the line and the sentence for what tomllib says, `Invalid value (at line 3, column 12)`."""
    found = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", message)
    reason = message[: found.start()] if found else message
    line = int(found[1]) if found and found[1] else max(1, len(text.splitlines()))
    if "overwrite" in reason or "twice" in reason:
        return line, "this is set twice; take one of the two out."
    hint = 'words stand in quotes, like language = "en".'
    return line, f"this line cannot be read ({reason[:1].lower() + reason[1:]}); {hint}"


def _organisation(table: Table) -> Organisation:
    table.only("name", "contact", "logo", "colours")
    return Organisation(
        name=table.words("name", "", 'name = "Millbrook Family Services"'),
        contact=table.words("contact", "", 'contact = "0000 000 000, weekdays nine to five"'),
        logo=table.words("logo", "", 'logo = "logo.png"'),
        colours=_colours(table),
    )


def _colours(table: Table) -> tuple[str, ...]:
    like = 'colours = ["#1f5f4f", "#f2c14e"]'
    colours = table.sentences("colours", like)
    if colours and (len(colours) != len(("one", "other")) or not all(map(_COLOUR.fullmatch, colours))):
        raise table.refuse("colours", f'"colours" should be two colours of six digits, like {like}.')
    return colours


def _urgent(table: Table, region: str) -> Urgent:
    table.only("steps", "numbers", "emergency")
    return Urgent(
        steps=table.sentences("steps", 'steps = ["Ring the duty team."]'),
        numbers=tuple(_number(one) for one in table.tables("numbers", _NUMBERS)),
        emergency=table.words("emergency", "", 'emergency = "999"') or emergency_number(region),
    )


def _number(table: Table) -> Number:
    table.only("name", "number")
    name = table.words("name", "", 'name = "Duty team"')
    number = table.words("number", "", 'number = "0000 000 000"')
    if not (name.strip() and number.strip()):
        missing = "number" if name.strip() else "name"
        raise table.refuse(missing, f'one of the numbers has no "{missing}", like {_NUMBERS}.')
    return Number(name, number)


def _language(top: Table) -> str:
    language = top.words("language", "en", 'language = "en"')
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", language):
        raise top.refuse("language", '"language" should be a language\'s short name, like language = "en".')
    return language


def _theme(top: Table) -> str:
    theme = top.words("theme", "auto", 'theme = "auto"')
    if theme not in THEMES:
        meant = difflib.get_close_matches(theme, THEMES, n=1) or ["auto"]
        raise top.refuse("theme", f'there is no theme "{theme[:60]}"; did you mean "{meant[0]}"?')
    return theme


def _keys(table: Table) -> Mapping[str, str]:
    keys: dict[str, str] = {}
    for command in table.values:
        key = table.words(command, "", 'hide = "f8"').strip()
        if not key:
            raise table.refuse(command, f'"{command}" has no key, like {command} = "f8".')
        if key in keys.values():
            first = next(name for name, taken in keys.items() if taken == key)
            raise table.refuse(command, f'"{first}" has the key {key} already; give "{command}" another.')
        keys[command] = key
    return keys


def _retention(table: Table) -> Retention:
    table.only("days")
    return Retention(days=table.whole_number("days", 1, "days = 365"))
