"""An agency's own look on papers: its name, how to reach it, a logo and two colours."""

import base64
import re
import struct
import zlib
from pathlib import Path
from typing import Final

from guide.frozen import frozen
from guide.settings import Organisation

_LARGEST: Final = 500_000
"""Bytes of a logo: it travels in every paper."""
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_TYPES: Final = {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}
_WHITE: Final = 1.05
_READABLE: Final = 4.5
_DARK: Final = 0.04045


@frozen
class Logo:
    """A picture that was looked at and is whole."""

    content: bytes
    kind: str
    """png, jpg or svg."""

    @property
    def uri(self) -> str:
        """It, as a page carries it inside."""
        return f"data:{_TYPES[self.kind]};base64,{base64.b64encode(self.content).decode()}"


@frozen
class Agency:
    """What stands on every paper of an agency."""

    name: str = ""
    contact: str = ""
    logo: Logo | None = None
    colours: tuple[str, ...] = ()
    """Two, as six digits: for headings and numbers, and for the edge beside the face."""
    note: str = ""
    """What could not be used, in one sentence; the papers are made without it."""


def agency_of(organisation: Organisation, home: Path) -> Agency:
    """Return the look that the settings ask for; a logo is looked for in the settings' own folder."""
    logo, why = _logo(organisation.logo, home)
    colours, pale = _colours(organisation.colours)
    note = " ".join(one for one in (why, pale) if one)
    return Agency(organisation.name, organisation.contact, logo, colours, note)


def _logo(name: str, home: Path) -> tuple[Logo | None, str]:
    if not name:
        return None, ""
    file = home / Path(name).expanduser()
    try:
        content = file.read_bytes()
    except OSError:
        return None, f"The logo {file} cannot be read, so papers are made without it."
    kind = _kind(content)
    if not kind:
        return (
            None,
            f"The logo {file} is not a whole PNG, JPEG or SVG picture, so papers are made without it.",
        )
    if len(content) > _LARGEST:
        return None, f"The logo {file} is larger than 500 kB, so papers are made without it."
    return Logo(content, kind), ""


def _kind(content: bytes) -> str:
    """Return what kind of picture it is; nothing when it is none, or not all of it is there."""
    if content.startswith(_PNG):
        return "png" if _is_whole_png(content) else ""
    if content.startswith(b"\xff\xd8"):
        return "jpg" if content.rstrip(b"\0").endswith(b"\xff\xd9") else ""
    from xml.etree import ElementTree as ET

    try:
        root = ET.fromstring(content)  # noqa: S314 - only asked what it is; it is drawn as a picture
    except (ET.ParseError, ValueError, LookupError):
        return ""
    return "svg" if root.tag.endswith("}svg") and len(root.get("viewBox", "").split()) == len("xywh") else ""


def _is_whole_png(content: bytes) -> bool:
    """Whether every piece of a PNG is as it was written, up to its end."""
    at = len(_PNG)
    while at + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, at)
        body = content[at + 4 : at + 8 + length]
        if content[at + 8 + length : at + 12 + length] != struct.pack(">I", zlib.crc32(body)):
            return False
        if body[:4] == b"IEND":
            return True
        at += 12 + length
    return False


def _colours(asked: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Return the colours without their `#`; the first only where it can be read on white."""
    plain = tuple(one.lstrip("#").lower() for one in asked)
    if plain and _WHITE / (_light(plain[0]) + 0.05) < _READABLE:
        return (), f"The colour #{plain[0]} is too pale to be read, so papers keep their own colours."
    return plain, ""


def _light(colour: str) -> float:
    """Return how light a colour is, from 0 to 1, as WCAG 2 reckons it."""
    parts = [int(one, 16) / 255 for one in re.findall("..", colour)]
    red, green, blue = ((one / 12.92) if one <= _DARK else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
