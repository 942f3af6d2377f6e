"""The small marks of Word's own format: spacing, lists, edges, shades, which way words run."""

from typing import Any, Final

from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from guide.documents.blocks.looks import INK, RULE, Look
from guide.documents.blocks.model import Cell

_SIDES: Final = {"t": "top", "l": "left", "b": "bottom", "r": "right"}
_ARABIC: Final = "Noto Naskh Arabic"
_TWIPS: Final = 56.6929
"""Twentieths of a point in one millimetre."""


def element(name: str, **values: object) -> Any:
    """Return an element such as `w:shd` with its attributes."""
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key.rstrip('_')}"), str(value))
    return made


def space(paragraph: Any, look: Look, *, left: bool, keeps: bool) -> None:
    """Give a paragraph its distances, and its way."""
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing = 1.0
    form.keep_with_next = keeps
    if left:
        paragraph._p.get_or_add_pPr().insert_element_before(element("w:bidi"), *_AFTER_BIDI)
    # In a paragraph that runs leftwards Word's "left" is its start.
    sides = {"center": "center", "end": "right"}
    if look.align in sides:
        paragraph._p.get_or_add_pPr().get_or_add_jc().set(qn("w:val"), sides[look.align])


_AFTER_BIDI: Final = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl",
    "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip


def letters(run: Any, *, size: float, bold: bool, colour: str, left: bool) -> None:
    """Give words their size, weight, colour and script."""
    font = run.font
    font.size, font.bold, font.color.rgb = Pt(size), bold, RGBColor.from_string(colour.upper())
    made = run._r.get_or_add_rPr()
    fonts = made.get_or_add_rFonts()
    for key in ("ascii", "hAnsi"):
        fonts.set(qn(f"w:{key}"), "Lexend")
    fonts.set(qn("w:cs"), _ARABIC)
    if left:
        font.complex_script, font.rtl, font.cs_bold = True, True, bold
        made.insert_element_before(element("w:szCs", val=round(size * 2)), *_AFTER_SIZE)


_AFTER_SIZE: Final = (
    "w:highlight", "w:u", "w:effect", "w:bdr", "w:shd", "w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em",
    "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath",
)  # fmt: skip


def tight(paragraph: Any, *, under: float = 0.0) -> None:
    """Take all room from around a paragraph that only carries something; `under` it so many millimetres."""
    form = paragraph.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(0), Mm(under), 1.0


def in_middle(paragraph: Any, *, wanted: bool) -> None:
    """Put what a paragraph carries into its middle."""
    if wanted:
        paragraph._p.get_or_add_pPr().get_or_add_jc().set(qn("w:val"), "center")


def listed(paragraph: Any, number: int | None, indent: float) -> None:
    """Make a paragraph an item of a list, or stand under one."""
    form = paragraph.paragraph_format
    form.left_indent = Pt(indent)
    if number is not None:
        form.first_line_indent = Pt(-indent)
        marked = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        marked.get_or_add_ilvl().val = 0
        marked.get_or_add_numId().val = number


def underline(paragraph: Any, at: int) -> None:
    """Make an empty paragraph a line to write on."""
    form = paragraph.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(13), Pt(0), Pt(8)
    border = element("w:pBdr")
    # Paragraphs with the same border share one under the last of them: no two neighbours have the same.
    border.append(element("w:bottom", val="single", sz=6 - at % 2, space=1, color=RULE))
    paragraph._p.get_or_add_pPr().insert_element_before(border, *_AFTER_BORDER)


_AFTER_BORDER: Final = (
    "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct",
    "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", *_AFTER_BIDI,
)  # fmt: skip


def new_page(paragraph: Any) -> None:
    """Begin a new page after a paragraph that takes no room itself."""
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    tight(paragraph)
    paragraph.paragraph_format.line_spacing = Pt(1)


def spread(widths: tuple[float, ...], apart: float) -> list[float]:
    """Return the widths of all columns with the narrow ones between them."""
    if not apart:
        return list(widths)
    return [one for wide in widths for one in (wide, apart)][:-1]


def table_in(place: Any, rows: int, widths: list[float]) -> Any:
    """Return a table of fixed widths without any lines."""
    made = place.add_table(rows, len(widths))
    made.autofit = False
    for at, wide in enumerate(widths):
        made.columns[at].width = Mm(wide)
        for cell in made.columns[at].cells:
            cell.width = Mm(wide)
    properties = made._tbl.tblPr
    # Their own indent is the room inside the first cell: without this the table stands out of the page.
    indent = element("w:tblInd", w=0, type="dxa")
    margins = element("w:tblCellMar")
    margins.append(element("w:left", w=0, type="dxa"))
    margins.append(element("w:right", w=0, type="dxa"))
    for one in (indent, margins):
        properties.append(one)
    for one in properties.findall(qn("w:tblLayout")) + properties.findall(qn("w:tblLook")):
        properties.remove(one)
    properties.insert(properties.index(margins), element("w:tblLayout", type="fixed"))
    properties.append(element("w:tblLook", val="0020", firstRow=1))
    return made


def row(made: Any, *, head: bool, whole: bool) -> None:
    """Let a row come again on every page, or stay on one."""
    properties = made._tr.get_or_add_trPr()
    if whole or head:
        properties.append(element("w:cantSplit"))
    if head:
        properties.append(element("w:tblHeader"))


def least(made: Any, high: float) -> None:
    """Make a row at least so many millimetres high."""
    made.height = Mm(high)


def edge(place: Any, cell: Cell) -> None:
    """Give a cell its edges, its shade and the room inside it."""
    properties = place._tc.get_or_add_tcPr()
    if cell.edges:
        borders = element("w:tcBorders")
        size, colour = (18, INK) if cell.bold_edges else (6, cell.edge_colour or RULE)
        for key, side in _SIDES.items():
            if key in cell.edges:
                borders.append(element(f"w:{side}", val="single", sz=size, space=0, color=colour))
        properties.append(borders)
    if cell.fill:
        properties.append(element("w:shd", val="clear", color="auto", fill=cell.fill))
    room = element("w:tcMar")
    for side in _SIDES.values():
        room.append(element(f"w:{side}", w=round(cell.pad * _TWIPS), type="dxa"))
    properties.append(room)


def after(place: Any, *, joined: bool) -> None:
    """Put a thin paragraph after a table, or two tables would grow together."""
    # A cell puts a paragraph after a table by itself.
    paragraph = place.add_paragraph() if hasattr(place, "sections") else place.paragraphs[-1]
    tight(paragraph)
    paragraph.paragraph_format.line_spacing = Pt(1 if joined else 6)
    paragraph.paragraph_format.keep_with_next = joined


def ended(document: Any) -> None:
    """Keep what stands under a last table from beginning a page of its own."""
    last = document.paragraphs[-1] if document.paragraphs else None
    if last is not None and not last.runs and last._p.getnext() is document.element.body.sectPr:
        last.paragraph_format.line_spacing = Pt(1)


class Lists:
    """The lists of one document: one for what is not numbered, and one each for what is."""

    def __init__(self, document: Any) -> None:
        self._numbering = document.part.numbering_part.element
        self._next = 1 + max((int(one.get(qn("w:abstractNumId"))) for one in self._kinds()), default=0)
        self.plain = self._list("bullet", "•", 1)

    def numbered(self, first: int, colour: str = "") -> int:
        """Return a new list that begins with this number; with a colour it is a large one without a dot."""
        return self._list("decimal", "%1" if colour else "%1.", first, colour)

    def _kinds(self) -> list[Any]:
        found: list[Any] = self._numbering.findall(qn("w:abstractNum"))
        return found

    def _list(self, kind: str, text: str, first: int, colour: str = "") -> int:
        shape = element("w:abstractNum", abstractNumId=self._next)
        shape.append(element("w:multiLevelType", val="singleLevel"))
        level = element("w:lvl", ilvl=0)
        for one in (
            element("w:start", val=first),
            element("w:numFmt", val=kind),
            element("w:lvlText", val=text),
            element("w:lvlJc", val="left"),
        ):
            level.append(one)
        if colour:
            letters = element("w:rPr")
            letters.append(element("w:b"))
            letters.append(element("w:color", val=colour.upper()))
            level.append(letters)
        shape.append(level)
        kinds = self._kinds()
        kinds[-1].addnext(shape) if kinds else self._numbering.insert(0, shape)
        self._next += 1
        number: int = self._numbering.add_num(self._next - 1).numId
        return number
