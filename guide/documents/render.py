"""Turns a page into HTML or Markdown: the only file of papers that knows Jinja2.

HTML goes through a sandbox that escapes every value, Markdown through one that writes every value as plain
words: nothing a template is given can become mark-up, whichever way the template was written.
"""

import base64
import hashlib
import re
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from guide.documents.markdown import escape
from guide.documents.says import Voice
from guide.frozen import fields

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

_ROOM: Final = files("guide.documents")
_BLANKS: Final = re.compile(r"\n{3,}")
_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_WEIGHTS: Final = (400, 700)
_SHEETS: Final = {
    ("columns", "A4"): ("landscape", 0.85), ("houses", "A3"): ("landscape", 1.41),
    ("ring", "A3"): ("portrait", 1.41), ("stops", "A3"): ("landscape", 1.41),
}  # fmt: skip
"""Which way another sheet lies than a page is made for, and how many times as large the page stands on it."""


def render(page: Any, kind: str, voice: Voice, sheet: str = "") -> str:
    """Return a page as `html` or `md`; the page's `layout` names its template and its style.

    `sheet` is A4 or A3 where an HTML page is to be printed on another sheet than it is made for.
    """
    given = {one.name: getattr(page, one.name) for one in fields(page)}
    template = _environment(kind).get_template(f"{page.layout}.{kind}.j2")
    given |= {"say": voice.say, "lang": voice.lang, "sheet": sheet}
    if kind != "html":
        return _BLANKS.sub("\n\n", template.render(**given)).strip("\n") + "\n"
    style = _style(page.layout) + _foot(page.face.running) + _own_colours(page.face.colours)
    style += _sheet(page.layout, sheet)
    text = template.render(**given, style=style, style_hash=_hash(style))
    if not _ARABIC.search(text):
        return text
    style = _naskh() + style
    return template.render(**given, style=style, style_hash=_hash(style))


def drawn(template: str, macro: str, *given: object) -> str:
    """Return one picture of a page as SVG, as it stands in the page."""
    module = _environment("html").get_template(f"{template}.html.j2").module
    return str(getattr(module, macro)(*given))


@lru_cache(maxsize=2)
def _environment(kind: str) -> "SandboxedEnvironment":
    """Return the environment for HTML or Markdown, made when the first paper is asked for."""
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(
        loader=FunctionLoader(_template),
        autoescape=True,
        finalize=_plain if kind == "md" else None,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def _plain(value: object) -> Any:
    """Return a value as plain words of Markdown; what a macro wrote is that already."""
    from markupsafe import Markup

    return value if isinstance(value, Markup) else Markup(escape(value))  # noqa: S704 - our own files


def _template(name: str) -> str:
    return (_ROOM / "templates" / name).read_text(encoding="utf-8")


@lru_cache(maxsize=16)
def _style(layout: str) -> Any:
    """Return the style of a layout with the fonts in it; it is all our own, so it is safe as it is."""
    from markupsafe import Markup

    own = [
        (_ROOM / "styles" / f"{name}.css").read_text(encoding="utf-8") for name in ("paper", "line", layout)
    ]
    return Markup(_fonts() + "".join(own))  # noqa: S704 - our own files


def _foot(words: str) -> Any:
    """Return the style that writes a line at the foot of every printed page.

    Every letter is written as its number, so that the words end neither their string nor the style.
    """
    from markupsafe import Markup

    letters = "".join(one if one.isascii() and one.isalnum() else f"\\{ord(one):06x}" for one in words)
    rest = "width:calc(100% - 16mm);text-align:left;color:#56616d;"
    rest += 'font:7.5pt "Lexend","Noto Naskh Arabic",sans-serif'
    style = f'@page{{@bottom-left{{content:"{letters}";{rest}}}}}\n'
    return Markup(style)  # noqa: S704 - letters and digits only


def _own_colours(colours: tuple[str, ...]) -> Any:
    """Return the style with an agency's two colours; each was read as six digits."""
    from markupsafe import Markup

    if not colours:
        return ""
    style = (_ROOM / "styles" / "agency.css").read_text(encoding="utf-8")
    for place, colour in zip(("FIRST", "SECOND"), colours, strict=True):
        style = style.replace(place, f"#{colour}")
    return Markup(style)  # noqa: S704 - our own file, and digits


def _sheet(layout: str, sheet: str) -> Any:
    """Return the style that prints a page on another sheet of paper; nothing for what stays as it is."""
    from markupsafe import Markup

    own = _SHEETS.get((layout, sheet))
    if own is None:
        return ""
    way, times = own
    return Markup(f"@page{{size:{sheet} {way}}}\n@media print{{.paper{{zoom:{times}}}}}\n")  # noqa: S704


@lru_cache(maxsize=1)
def _fonts() -> str:
    return _faces("Lexend", "lexend")


@lru_cache(maxsize=1)
def _naskh() -> Any:
    """Return the font for the Arabic script; only pages that need it carry it."""
    from markupsafe import Markup

    return Markup(_faces("Noto Naskh Arabic", "naskh", "unicode-range:U+0600-06FF,U+200C-200F;"))  # noqa: S704


def _faces(family: str, stem: str, more: str = "") -> str:
    faces = []
    for weight in _WEIGHTS:
        font = base64.b64encode((_ROOM / "fonts" / f"{stem}-{weight}.woff2").read_bytes()).decode()
        faces.append(
            f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:block;{more}'
            f'src:url("data:font/woff2;base64,{font}") format("woff2")}}\n'
        )
    return "".join(faces)


@lru_cache(maxsize=16)
def _hash(style: str) -> str:
    """Return what lets the page allow this one style and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
