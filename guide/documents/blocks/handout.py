"""The handout for practising in threes as blocks: a page to cut apart, and a page to write on."""

from collections.abc import Iterable, Sequence

from guide.documents.blocks.looks import PALES
from guide.documents.blocks.model import Block, Cell, Items, NewPage, Run, Table, Words, WriteIn, words
from guide.documents.blocks.parts import Maker
from guide.documents.pages.handout import Handout

_APART = 6.0
_BEST, _KIND = 0.42, 0.2
"""How much of the observer's sheet is for the question, and for its kind."""
_TURNS = (1, 2, 3, 4)


def handout_blocks(page: Handout, make: Maker) -> list[Block]:
    """Return the three parts, and on a page of its own what the observer writes on."""
    say = make.voice.say
    found = [*_top(page, make), words(say("handout.how"), "more")]
    asked = [*_rounds([one.asks for one in page.rounds], page, make), _way("asks_how", 0, make)]
    if page.questions:
        asked += [
            words(say("handout.questions"), "asked"),
            *_halves([[words(one)] for one in page.questions], make),
        ]
    found.append(_part("asks_title", asked, make))
    answered = [*_rounds([one.answers for one in page.rounds], page, make), _way("answers_how", 2, make)]
    found.append(_part("answers_title", answered, make))
    found.append(_part("watches_title", [words(say("handout.watches"))], make))
    return [*found, NewPage(), *_second(page, make)]


def _top(page: Handout, make: Maker) -> list[Block]:
    care = make.voice.say("handout.care")
    face = Cell((words(page.face.invented, "face", bold=True), words(care, "face")), edges="l", pad=2.5)
    name = Cell((words(page.title, "title"), words(page.whom, "more")), pad=0)
    return [Table((make.inside * 0.58, make.inside * 0.42), ((name, face),))]


def _part(title: str, blocks: Sequence[Block], make: Maker) -> Table:
    """Return what one of the three reads, under the line to cut along."""
    head = words(make.voice.say(f"handout.{title}"), "heading")
    return Table((make.inside,), ((Cell((head, *blocks), edges="t", pad=1.5),),), whole=True)


def _rounds(told: Sequence[tuple[str, ...]], page: Handout, make: Maker) -> list[Block]:
    """Return the situations beside each other."""
    wide = (make.inside - 3 - _APART * (len(told) - 1)) / len(told)
    cells = []
    for one, lines in zip(page.rounds, told, strict=True):
        head: list[Block] = [words(one.title, "asked")] if one.title else []
        cells.append(Cell((*head, *(words(line) for line in lines)), pad=0))
    return [Table((wide,) * len(cells), (tuple(cells),), apart=_APART)]


def _way(key: str, shade: int, make: Maker) -> Table:
    cell = Cell((words(make.voice.say(f"handout.{key}")),), fill=PALES[shade], pad=2.5)
    return Table((make.inside - 3,), ((cell,),))


def _halves(items: Sequence[Sequence[Block]], make: Maker) -> list[Block]:
    """Return a list in two columns."""
    half = -(-len(items) // 2)
    lists = [items[:half], items[half:]]
    cells = tuple(Cell((Items(tuple(map(tuple, one))),) if one else (), pad=0) for one in lists)
    return [Table(((make.inside - 3 - _APART) / 2,) * 2, (cells,), apart=_APART)]


def _second(page: Handout, make: Maker) -> Iterable[Block]:
    say = make.voice.say
    yield words(say("handout.sheet"), "heading")
    yield _observed(page, make)
    if page.kinds:
        yield words(say("handout.kinds"), "asked")
        kinds = [[Words((Run(f"{one.name}. ", bold=True), Run(one.does)), "ends")] for one in page.kinds]
        yield from _halves(kinds, make)
    yield words(say("handout.back"), "heading")
    yield Items(tuple((_turn(at, make),) for at in _TURNS), first=1)
    told = (words(say("handout.monday"), bold=True), WriteIn(2), words(say("handout.monday_with")), WriteIn())
    yield Table((make.inside,), ((Cell(told, fill=PALES[1], pad=4),),), whole=True)


def _turn(at: int, make: Maker) -> Words:
    say = make.voice.say
    return Words((Run(f"{say(f'handout.back_{at}_title')} ", bold=True), Run(say(f"handout.back_{at}"))))


def _observed(page: Handout, make: Maker) -> Table:
    """Return the observer's sheet, with room to write in every cell."""
    head = tuple(
        Cell((words(make.voice.say(f"handout.{key}"), "who", bold=True),), pad=2) for key in _COLUMNS
    )
    row = tuple(Cell((WriteIn(3),), edges="tblr", pad=2) for _ in _COLUMNS)
    shares = (_BEST, _KIND, 1 - _BEST - _KIND)
    return Table(tuple(make.inside * one for one in shares), (head, *[row] * len(page.rows)), heads=1)


_COLUMNS = ("best", "kind", "opened")
