"""Puts pictures into a DOCX: the drawing itself, and a PNG of it for programs that cannot draw it."""

import unicodedata
from io import BytesIO
from typing import Any, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Mm

from guide.documents.as_pdf.typeset import png_of
from guide.documents.blocks.model import Badge, Picture

_VECTOR: Final = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{rid}"/>'
    "</a:ext></a:extLst>"
)
_DECORATION: Final = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


_LOGO: Final = 14.0
"""How high a logo stands, in millimetres."""


class Pictures:
    """The pictures of one document; the same drawing is held once."""

    def __init__(self, document: Any) -> None:
        self._part = document.part
        self._held: dict[str, str] = {}
        self._count = 0

    def draw(self, paragraph: Any, picture: Picture, wide: float) -> bool:
        """Put a picture into a paragraph; False where it cannot be drawn here."""
        png = png_of(picture.svg, picture.wide)
        if png is None:
            return False
        self._count += 1
        inline = paragraph.add_run().add_picture(BytesIO(png), width=Mm(wide))._inline
        blip = inline.graphic.graphicData.pic.blipFill.blip
        blip.append(parse_xml(_VECTOR.format(rid=self._vector(picture.svg))))
        self._tell(inline, picture.says)
        return True

    def _tell(self, inline: Any, says: str) -> None:
        for named in (inline.docPr, inline.graphic.graphicData.pic.nvPicPr.cNvPr):
            named.set("name", f"Picture {self._count}")
            named.set("descr", _plain(says))
        # LibreOffice keeps three millimetres around a picture that does not say it wants none.
        for side in "TBLR":
            inline.set(f"dist{side}", "0")
        inline.docPr.set("id", str(self._count))
        if not says:
            inline.docPr.append(parse_xml(_DECORATION))

    def badge(self, paragraph: Any, block: Badge) -> None:
        """Put an agency's logo into a paragraph; one that cannot be drawn here is left out."""
        content: bytes | None = block.logo.content
        if block.logo.kind == "svg":
            content = png_of(block.logo.content.decode("utf-8", "replace"), block.wide)
        if content is None:
            return
        self._count += 1
        inline = paragraph.add_run().add_picture(BytesIO(content), height=Mm(_LOGO))._inline
        self._tell(inline, block.says)

    def _vector(self, svg: str) -> str:
        if svg not in self._held:
            name = PackURI(f"/word/media/drawing{len(self._held) + 1}.svg")
            part = Part(name, "image/svg+xml", svg.encode(), self._part.package)
            self._held[svg] = self._part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return self._held[svg]


def _plain(text: str) -> str:
    """Return words on one line; joiners and marks of direction stay, or it is another word or sign."""
    said = " ".join(text.split())
    return "".join(one for one in said if one.isprintable() or unicodedata.category(one) == "Cf")
