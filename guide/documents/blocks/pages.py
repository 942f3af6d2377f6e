"""The blocks of pages that are not sheets: own page, preparation, example, slips, record."""

from collections.abc import Iterable

from guide.documents.blocks.looks import PALES
from guide.documents.blocks.model import (
    Block,
    Cell,
    Items,
    NewPage,
    Run,
    Table,
    Words,
    WriteIn,
    words,
)
from guide.documents.blocks.parts import Maker
from guide.documents.pages.example import Example
from guide.documents.pages.own import Own
from guide.documents.pages.preparation import Preparation
from guide.documents.pages.record import Full, Given
from guide.documents.pages.slips import Slips
from guide.documents.quotes import Quote
from guide.documents.shapes import Slip


def own_blocks(page: Own, make: Maker) -> list[Block]:
    """Return somebody's own page, with lines to write on."""
    about = f"{page.whose}  {make.voice.say('own.about', names=page.about)}" if page.about else page.whose
    found = make.top(page, whom=about)
    for part in page.parts_of_page:
        found.append(words(part.title, "heading"))
        for quote in part.quotes:
            found.append(words(quote.text, "large", of=quote.id, origin=quote.origin))
            found += [words(more, "large", of=quote.id, origin=quote.origin) for more in quote.more]
            found += [words(line, "who", bold=True) for line in quote.together]
        found.append(WriteIn(1 if part.quotes else 2))
    for line in page.lines:
        found += make.line(line)
    return found


def preparation_blocks(page: Preparation, make: Maker) -> list[Block]:
    """Return the short page before a visit."""
    say = make.voice.say
    found = make.top(page, also=page.preparation)
    for key, quotes in (("why", page.why), ("visit", page.visit)):
        found += [words(say(f"preparation.{key}"), "heading"), *_plain(quotes)] if quotes else []
    known: list[Block] = [words(say("preparation.known"), "heading")]
    for group in page.known:
        known += [words(group.title, "place")] if group.title else []
        known += _plain(group.quotes)
    unknown = [words(say("preparation.unknown"), "heading"), *_plain(page.unknown), WriteIn(2)]
    found += make.beside([Cell(tuple(known), pad=1), Cell(tuple(unknown), pad=1)], 2)
    if page.questions:
        found.append(words(say("preparation.questions"), "heading"))
        items = tuple((*_lines(one), WriteIn()) for one in page.questions)
        found.append(Items(items, first=1))
    if page.doubt:
        found += [words(say("preparation.doubt"), "heading"), *_plain(page.doubt)]
    return found


def _plain(quotes: Iterable[Quote]) -> list[Block]:
    items = tuple(_lines(one) for one in quotes)
    return [Items(items)] if items else []


def _lines(quote: Quote) -> tuple[Block, ...]:
    # Read over the worker's shoulder: what was asked does not stand here, not even in a comment.
    source = [words(quote.source, "who")] if quote.source else []
    return (
        words(quote.text, of=quote.id),
        *source,
        *(words(more, "more") for more in quote.more),
    )


def example_blocks(page: Example, make: Maker) -> list[Block]:
    """Return the example that may be passed on; its face stands under it."""
    said = tuple(words(one.text, "large", of=one.id) for one in page.quotes)
    box = Table((make.inside,), ((Cell(said, fill=PALES[0], pad=6),),))
    agreed = words(make.voice.say("example.agreed"), "who")
    return [words(page.title, "title"), box, agreed, *make.face(page)]


def slips_blocks(page: Slips, make: Maker) -> list[Block]:
    """Return a page of slips to cut for each person."""
    found: list[Block] = []
    for at, _ in enumerate(page.pages):
        found += [NewPage()] if at else []
        found += make.top(page)
        found.append(words(page.how, "asked"))
        for one in page.slips:
            found.append(Table((make.inside,), ((_slip(one, make),),), whole=True))
    return found


def _slip(one: Slip, make: Maker) -> Cell:
    say = make.voice.say
    if one.kind != "scale":
        return Cell((words(one.text, "place"), WriteIn(4)), edges="tblr", pad=4)
    ends = (words(f"0  {one.zero}", "ends"), words(f"10  {one.ten}", "far"))
    row = tuple(Cell((end,), pad=0) for end in ends)
    inside = (
        Words((Run(say("slips.number")), Run("  ______")), "place"),
        Table(((make.inside - 8) / 2,) * 2, (row,)),
        words(say("slips.reasons"), "asked"),
        WriteIn(2),
    )
    return Cell(inside, edges="tblr", pad=4)


def record_blocks(page: Full, make: Maker) -> list[Block]:
    """Return the whole record by section."""
    say = make.voice.say
    found = make.top(page)
    if page.urgent:
        found.append(words(say("record.urgent"), "heading"))
        told = tuple(Cell(tuple(words(line) for line in lines), edges="tblr") for lines in page.urgent)
        found += make.beside(told, 1)
    found.append(words(say("record.people"), "heading"))
    found.append(Items(tuple((words(one),) for one in page.people)))
    groups = [(part.title, part.given) for part in page.parts]
    groups += [(say("record.asides"), page.asides)] if page.asides else []
    for title, given in groups:
        found.append(words(title, "heading"))
        found.append(Items(tuple(tuple(_given(one, make)) for one in given)))
    if page.gaps:
        found.append(words(say("record.gaps"), "heading"))
        found.append(Items(tuple((words(one),) for one in page.gaps)))
    return found


def _given(one: Given, make: Maker) -> Iterable[Block]:
    say = make.voice.say
    if one.asked:
        yield words(one.asked, "asked")
    if one.text:
        yield words(one.text)
    if one.note:
        yield words(one.note, "asked")
    for asked, text in one.more:
        yield Words((Run(f"{asked} " if asked else "", soft=True), Run(text)), "more")
    for first in one.was:
        yield Words((Run(f"{say('record.first')} ", soft=True), Run(first)), "more")
    yield _small(one, say("record.aside") if one.aside else "")
    if one.agreed:
        yield words(one.agreed, "who")
    for other in one.disputed:
        yield words(f"{other.who}: {other.words}" if other.words else other.who, "who")
    for line in one.share:
        yield words(line, "who")


def _small(one: Given, aside: str) -> Words:
    runs = [Run(" · ".join(one.origin))]
    runs += [Run(f" · {aside}" if one.origin else aside, bold=True)] if aside else []
    return Words(tuple(runs), "who")
