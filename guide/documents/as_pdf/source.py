"""Writes blocks as Typst's own language; every word goes in as a text literal and can never be code."""

import re
from collections.abc import Iterable
from typing import Final

from guide.documents.blocks.looks import ACCENT, INK, LOOKS, RULE, SOFT, Look
from guide.documents.blocks.model import (
    Badge,
    Block,
    Blocks,
    Cell,
    Items,
    NewPage,
    Picture,
    Run,
    Table,
    Words,
    WriteIn,
)
from guide.documents.letters import breakable, runs_left

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SIDES: Final = {"t": "top", "b": "bottom", "l": "left", "r": "right"}
_FOOT: Final = 8
_SIZE: Final = 11
"""The letters of what says nothing else, in points."""
_RING: Final = 'size: 11pt, weight: "bold", box(width: 6.6mm, height: 6.6mm, radius: 50%, '
_FONTS: Final = ("Lexend", "Noto Naskh Arabic")
_LENT: Final = ("Noto Sans", "Segoe UI", "DejaVu Sans", "Arial", "Liberation Sans")
"""What this computer may lend for letters that ours have not got: plain ones first."""

_HEAD: Final = """\
#set document(title: {title}, date: none)
#set page(width: {wide}mm, height: {high}mm, margin: (x: {margin}mm, top: {margin}mm, bottom: 16mm))
#set page(footer: {foot})
#set text(font: ({fonts}), size: {size}pt, fill: rgb("{ink}"), lang: {lang}, hyphenate: false)
#set text(top-edge: 0.95em, bottom-edge: -0.25em)
#set par(leading: 0.14em, spacing: 0.3em, justify: false)
#set list(marker: text(fill: rgb("{accent}"), sym.bullet), indent: 0pt, body-indent: 5pt, spacing: 4pt)
#set enum(indent: 0pt, body-indent: 6pt, spacing: 4pt)
#set table(stroke: none, inset: 0pt)
#show heading: it => block(above: 0pt, below: 0pt, sticky: true, it.body)
"""
_FOOTER: Final = """\
text(size: {size}pt, fill: rgb("{soft}"), grid(columns: (1fr, auto), column-gutter: 6mm, {words}, \
context [#counter(page).display() / #counter(page).final().first()]))"""


def source_of(paper: Blocks) -> str:
    """Return the whole of a paper as Typst."""
    wide, high = paper.size
    foot = _FOOTER.format(size=_FOOT, soft=SOFT, words=literal(paper.running))
    head = _HEAD.format(
        title=literal(paper.tab), wide=wide, high=high, margin=paper.margin, foot=foot, ink=INK,
        fonts=", ".join(map(literal, (*_FONTS, *_LENT))), lang=literal(paper.lang), accent=ACCENT, size=_SIZE,
    )  # fmt: skip
    return head + _several(paper.blocks)


def literal(text: str) -> str:
    """Return words as a text literal."""
    plain = breakable(_CONTROL.sub("", text)).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + plain.replace("\n", "\\n") + '"'


def _several(blocks: Iterable[Block]) -> str:
    return "".join(f"#{_block(one)}\n" for one in blocks)


def _block(block: Block) -> str:
    match block:
        case Words():
            return _words(block)
        case Items():
            return _items(block)
        case Picture():
            return picture(block)
        case Badge():
            return _badge(block)
        case Table():
            return _table(block)
        case WriteIn():
            line = f'block(above: 20pt, below: 4pt, line(length: 100%, stroke: 0.6pt + rgb("{RULE}")))'
            return "{" + "\n".join([line] * block.lines) + "}"
        case NewPage():
            return "pagebreak(weak: true)"


def _words(block: Words) -> str:
    look = LOOKS[block.style].at(block.size)
    said = " + ".join(_run(run, look) for run in block.runs if run.text) or '""'
    left = runs_left(block.text)
    looks = [f"size: {look.size}pt"] if look.size != _SIZE else []
    looks += [f'fill: rgb("{look.colour}")'] if look.colour != INK else []
    looks += ["dir: rtl"] if left else []
    said = f"text({', '.join(looks)}, {said})" if looks else said
    if not (look.level or look.before or look.leads or left or look.align != "start"):
        # Most of what is said: a plain paragraph, which is set in half the time of a block around one.
        return f"par(spacing: {look.after}pt, {said})"
    level = block.level if block.level > 0 else look.level
    said = f"heading(level: {level}, {said})" if look.level else f"par({said})"
    align = {"center": "set align(center); ", "end": "set align(end); "}.get(look.align, "")
    space = f"above: {look.before}pt, below: {look.after}pt, sticky: {'true' if look.keeps else 'false'}"
    turned = "set text(dir: rtl); " if left else ""
    return f"block({space}, width: 100%, {{{turned}{align}{said}}})"


def _run(run: Run, look: Look) -> str:
    lines = [literal(line) for line in run.text.split("\n")]
    said = " + linebreak() + ".join(lines)
    bold = run.bold or run.badge or look.bold
    colour = run.colour or (ACCENT if run.badge else SOFT if run.soft else "")
    fill = f', fill: rgb("{colour}")' if colour else ""
    weight = ", weight: 700" if bold else ""
    return f"text({(weight + fill)[2:]}, {said})" if weight or fill else said


def _items(block: Items) -> str:
    items = ", ".join(f"[{_several(one)}]" for one in block.items)
    if block.badge:
        colour = block.colour or ACCENT
        edge = f'stroke: 1.1pt + rgb("{colour}")'
        ring = f'(n) => text(fill: rgb("{colour}"), {_RING}{edge}, align(center + horizon, str(n))))'
        return f"enum(start: {block.first}, numbering: {ring}, body-indent: 3mm, {items})"
    size = _first_size(block)
    if block.first:
        way = "" if size == _SIZE else f'numbering: (n) => text(size: {size}pt, str(n) + "."), '
        return f"enum(start: {block.first}, {way}{items})"
    way = "" if size == _SIZE else f'marker: text(size: {size}pt, fill: rgb("{ACCENT}"), sym.bullet), '
    return f"list({way}{items})"


def _first_size(block: Items) -> float:
    """Return the letters of what stands beside the first mark of a list: the mark has the same."""
    first = next((one for item in block.items[:1] for one in item[:1]), None)
    return LOOKS[first.style].at(first.size).size if isinstance(first, Words) else _SIZE


def picture(block: Picture) -> str:
    """Return a picture as Typst draws it."""
    says = f", alt: {literal(block.says)}" if block.says else ""
    drawn = f'image(bytes({_exact(block.svg)}), format: "svg", width: {block.wide}mm{says})'
    drawn = drawn if block.says else f"pdf.artifact({drawn})"
    if block.rounded:
        drawn = f"box(clip: true, radius: {block.rounded}mm, {drawn})"
    if block.under:
        drawn = f"block(below: {block.under}mm, width: 100%, align(center, {drawn}))"
    return f"align(center, {drawn})" if block.in_middle else drawn


def _badge(block: Badge) -> str:
    """Return a logo: its bytes as numbers, for this language has no other way to write them."""
    held = ", ".join(map(str, block.logo.content))
    says = f"alt: {literal(block.says or '-')}"
    drawn = f'image(bytes(({held},)), format: "{block.logo.kind}", height: 14mm, fit: "contain", {says})'
    return f"block(below: 6pt, {drawn})"


def _exact(text: str) -> str:
    return '"' + _CONTROL.sub("", text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _table(block: Table) -> str:
    """Return a table; without headings it only puts things beside each other, and is none to a reader."""
    apart = f"column-gutter: {block.apart}mm, " if block.apart else ""
    gutter = f"row-gutter: {block.apart}mm, " if block.apart and not (block.heads or block.least) else ""
    widths = ", ".join(f"{wide}mm" for wide in block.widths)
    last = len(block.rows) - 1
    rows = [
        ", ".join(_cell(cell, block, least=block.least if at == last else 0.0) for cell in row)
        for at, row in enumerate(block.rows)
    ]
    kind = "table" if block.heads else "grid"
    head = f"table.header({', '.join(rows[: block.heads])}), " if block.heads else ""
    body = ", ".join(rows[block.heads :])
    made = f"{kind}(columns: ({widths},), {apart}{gutter}{head}{body})"
    space = "below: 0pt, sticky: true" if block.joined else "below: 6pt"
    above = 0 if block.least else 6
    return f"block(above: {above}pt, {space}, {made})"


def _cell(cell: Cell, table: Table, *, least: float) -> str:
    kind = "table" if table.heads else "grid"
    inside = f"[{_several(cell.blocks)}]"
    if least:
        # A block of no width holds the cell open; what stands in it may still run over to the next page.
        held = least - 2 * cell.pad
        inside = f"grid(columns: (0pt, 1fr), pdf.artifact(box(height: {held}mm)), {inside})"
    fill = f'fill: rgb("{cell.fill}"), ' if cell.fill else ""
    whole = "breakable: false, " if table.whole else ""
    thick, colour = ("2.2pt", INK) if cell.bold_edges else ("0.9pt", cell.edge_colour or RULE)
    if cell.rounded and cell.edges:
        edge = f'stroke: {thick} + rgb("{colour}"), radius: {cell.rounded}mm, '
        return f"{kind}.cell({whole}block(width: 100%, inset: {cell.pad}mm, {fill}{edge}{inside}))"
    edges = ", ".join(f'{_SIDES[one]}: {thick} + rgb("{colour}")' for one in cell.edges)
    stroke = f"stroke: ({edges}), " if edges else ""
    return f"{kind}.cell(inset: {cell.pad}mm, {fill}{stroke}{whole}{inside})"
