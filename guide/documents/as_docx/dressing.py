"""Opens and closes a DOCX: its page, its foot, the fonts inside, and nobody's name in what is hidden."""

from datetime import datetime
from importlib.resources import files
from typing import Any, Final
from uuid import UUID, uuid5

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from guide.documents.as_docx.marks import element, letters, tight
from guide.documents.blocks.looks import INK, SOFT
from guide.documents.blocks.model import Blocks, Items, Table, Words
from guide.documents.letters import has_arabic

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_FONT: Final = f"{_OFFICE}/relationships/font"
_OBFUSCATED: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_OURS: Final = UUID("b7b3a0d2-5a57-4f0e-9f4d-6e1c0c5d2a11")
_WEIGHTS: Final = (("embedRegular", 400), ("embedBold", 700))
_STYLES: Final = ("Normal", "Title", "Heading 1", "Heading 2")


def empty(paper: Blocks) -> Any:
    """Return a document with nothing in it yet, on the right sheet of paper."""
    document = Document()
    section = document.sections[0]
    wide, high = paper.size
    section.orientation = WD_ORIENT.LANDSCAPE if paper.on_side else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.left_margin = section.right_margin = section.top_margin = Mm(paper.margin)
    section.bottom_margin, section.footer_distance, section.header_distance = Mm(15), Mm(7), Mm(7)
    for name in _STYLES:
        style = document.styles[name]
        style.font.name, style.font.color.rgb = "Lexend", RGBColor.from_string(INK.upper())
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):
            if "Theme" in key or "theme" in key:
                del fonts.attrib[key]
        fonts.set(qn("w:cs"), "Noto Naskh Arabic")
        style.font.italic = False
    document.styles["Normal"].font.size = Pt(11)
    for border in document.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break
    _foot(section, paper.running)
    return document


def _foot(section: Any, words: str) -> None:
    """Write the line at the foot of every page, and at its end which page of how many it is."""
    paragraph = section.footer.paragraphs[0]
    tight(paragraph)
    paragraph.style = "Normal"  # the style for feet brings stops for other sheets of paper
    inside = section.page_width - section.left_margin - section.right_margin
    paragraph.paragraph_format.tab_stops.add_tab_stop(inside, WD_TAB_ALIGNMENT.RIGHT)
    _small(paragraph, f"{words}\t")
    _field(paragraph, "PAGE")
    _small(paragraph, " / ")
    _field(paragraph, "NUMPAGES")


def _small(paragraph: Any, words: str) -> Any:
    run = paragraph.add_run(words)
    letters(run, size=8, bold=False, colour=SOFT, left=False)
    return run


def _field(paragraph: Any, name: str) -> None:
    """Write a number that the program works out."""
    _small(paragraph, "")._r.append(element("w:fldChar", fldCharType="begin"))
    told = OxmlElement("w:instrText")
    told.text = f" {name} "
    _small(paragraph, "")._r.append(told)
    _small(paragraph, "")._r.append(element("w:fldChar", fldCharType="end"))


def ready_for_comments(document: Any) -> None:
    """Add the styles that comments are written in; the empty document does not bring them."""
    for name, kind in (
        ("CommentReference", WD_STYLE_TYPE.CHARACTER),
        ("CommentText", WD_STYLE_TYPE.PARAGRAPH),
    ):
        document.styles.add_style(name, kind).font.size = Pt(8)


def close(document: Any, paper: Blocks, today: str) -> None:
    """Say what the document is, take out what the empty one brought along, and put the fonts in."""
    held = document.core_properties
    held.title, held.author, held.last_modified_by, held.comments = paper.tab, "", "", ""
    held.keywords = held.subject = held.category = ""
    held.language = paper.lang
    held.created = held.modified = _day(today)
    _settings(document)
    _without(document.part, "/stylesWithEffects")
    _without(document.part.package, "/thumbnail")
    _language(document, paper.lang)
    _fonts(document, arabic=_is_arabic(paper))


def _day(today: str) -> datetime:
    try:
        return datetime.fromisoformat(today[:10])
    except ValueError:
        return datetime(2000, 1, 1)  # noqa: DTZ001 - a day without a time or a zone


def _settings(document: Any) -> None:
    """Ask for the program's present way of laying out, and for the fonts inside to be used."""
    settings = document.settings.element
    compat = settings.find(qn("w:compat"))
    if compat is not None:
        for one in compat.findall(qn("w:compatSetting")):
            if one.get(qn("w:name")) == "compatibilityMode":
                one.set(qn("w:val"), "15")
    if settings.find(qn("w:embedTrueTypeFonts")) is None:
        made = element("w:embedTrueTypeFonts")
        before = [settings.find(qn(f"w:{name}")) for name in ("writeProtection", "view", "zoom",
                  "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries",
                  "displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth",
                  "printFormsData")]  # fmt: skip
        last = next((one for one in reversed(before) if one is not None), None)
        last.addnext(made) if last is not None else settings.insert(0, made)


def _without(holder: Any, kind: str) -> None:
    """Take out a part of the empty document that says nothing about this one."""
    for name in [key for key, one in holder.rels.items() if one.reltype.endswith(kind)]:
        holder.rels.pop(name)


def _language(document: Any, lang: str) -> None:
    for one in document.styles.element.iter(qn("w:lang")):
        one.set(qn("w:val"), lang)


def _is_arabic(paper: Blocks) -> bool:
    waiting: list[Any] = list(paper.blocks)
    while waiting:
        one = waiting.pop()
        if isinstance(one, Words) and has_arabic(one.text):
            return True
        if isinstance(one, Table):
            waiting += [block for row in one.rows for cell in row for block in cell.blocks]
        elif isinstance(one, Items):
            waiting += [block for item in one.items for block in item]
    return False


def _fonts(document: Any, *, arabic: bool) -> None:
    """Put the fonts inside, as Word wants them: their first bytes turned by a key that stands beside them."""
    table = next(one.target_part for one in document.part.rels.values() if one.reltype.endswith("/fontTable"))
    told = []
    named = [("Lexend", "lexend")] + ([("Noto Naskh Arabic", "naskh")] if arabic else [])
    for font, stem in named:
        inside = ""
        for place, weight in _WEIGHTS:
            key = uuid5(_OURS, f"{stem}-{weight}")
            content = _turned((files("guide.documents") / "fonts" / f"{stem}-{weight}.ttf").read_bytes(), key)
            part = Part(
                PackURI(f"/word/fonts/{stem}-{weight}.odttf"), _OBFUSCATED, content, document.part.package
            )
            inside += f'<w:{place} r:id="{table.relate_to(part, _FONT)}" w:fontKey="{{{str(key).upper()}}}"/>'
        told.append(f'<w:font w:name="{font}">{inside}</w:font>')
    root = parse_xml(table.blob)
    for one in told:
        root.append(parse_xml(
            '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
            f' xmlns:r="{_OFFICE}/relationships">{one}</w:fonts>')[0])  # fmt: skip
    table._blob = serialize_part_xml(root)


def _turned(font: bytes, key: UUID) -> bytes:
    """Return a font with its first 32 bytes turned by the key's bytes from the last to the first."""
    turn = key.bytes[::-1] * 2
    return bytes(one ^ two for one, two in zip(font[:32], turn, strict=True)) + font[32:]
