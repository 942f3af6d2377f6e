"""Draws one thing said as it stands on the whole sheet: the words, who, what was said further, who agrees."""

from collections.abc import Callable, Iterator

from textual.content import Content

from guide.map.model import Entry, Followup, Rating
from guide.ui.says import say
from guide.ui.widgets.map.marks import mark_text, sign_of
from guide.ui.widgets.words import MUTED, PICKED, hung, own

Name = Callable[[str | None], str]

_PARTS = ("because", "lower", "higher", "small_step")


def draw_entry(
    entry: Entry, name: Name, width: int, *, picked: bool = False, openly: bool = True
) -> list[Content]:
    """Return the lines of one entry; not `openly` leaves out where it came from and what others say to it."""
    about = own(about_of(entry, name, openly=openly), MUTED)
    rows = [*_words(own(entry.text, PICKED if picked else ""), about, width, picked=picked)]
    for one in entry.followups:
        rows += _hung("  ↳ ", _followed(one, entry, name), width)
    if openly:
        rows += [row for line in opinions_of(entry, name) for row in _hung("  ", own(line, MUTED), width)]
    return rows


def about_of(entry: Entry, name: Name, *, openly: bool = True) -> str:
    """Return who said it, how, and where it comes from."""
    told_by = name(entry.from_) or entry.from_ or ""
    form = say(f"form.{entry.form}") if entry.form not in {"said", ""} else ""
    source = say(f"source.{entry.source}", who=told_by).strip() if openly and entry.source != "said" else ""
    return " · ".join(one for one in (name(entry.by), form, source) if one)


def opinions_of(held: Entry | Rating, name: Name) -> list[str]:
    """Return who agrees and who sees it differently, a sentence each."""
    lines = []
    if held.agreed_by:
        lines.append(say("map.agreed", who=", ".join(name(one) for one in held.agreed_by)))
    for person, words in held.disputed_by:
        who = name(person) or say("somebody")
        lines.append(say("map.disputed_so", who=who, words=words) if words else say("map.disputed", who=who))
    return lines


def draw_reasons(
    rating: Rating, name: Name, width: int, *, picked: bool = False, openly: bool = True
) -> list[Content]:
    """Return a mark with what was said to it; without words nothing, since the line shows it already."""
    reasons = [(part, text) for part in _PARTS for text in getattr(rating, part)]
    opinions = opinions_of(rating, name) if openly else []
    if not reasons and not opinions:
        return []
    head = Content.styled("▸ " if picked else f"{sign_of(rating)} ", "bold $accent")
    rows = hung(head, own(mark_text(rating, name), PICKED if picked else ""), width).split("\n")
    for part, text in reasons:
        rows += _hung("  ", Content.assemble((say(f"map.{part}") + " ", MUTED), own(text)), width)
    return [*rows, *(row for line in opinions for row in _hung("  ", own(line, MUTED), width))]


def _words(text: Content, about: Content, width: int, *, picked: bool) -> Iterator[Content]:
    """Yield the words, then who said them: behind the last line where there is room, else under it."""
    head = Content.styled("▸ " if picked else "· ", "bold $accent" if picked else "$accent")
    rows = hung(head, text, width).split("\n")
    yield from rows[:-1]
    if not about.plain or rows[-1].cell_length + 2 + about.cell_length <= width:
        yield Content.assemble(rows[-1], "  " if about.plain else "", about)
    else:
        yield rows[-1]
        yield from _hung("  ", about, width)


def _followed(more: Followup, entry: Entry, name: Name) -> Content:
    who = name(more.by) if more.by != entry.by else ""
    return Content.assemble(own(more.text), (f"  {who}", MUTED)) if who else own(more.text)


def _hung(head: str, body: Content, width: int) -> list[Content]:
    return list(hung(Content.styled(head, MUTED), body, width).split("\n"))
