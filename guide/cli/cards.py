"""`guide cards`: the questions of a flow to hold in the hand, and the handout for practising in threes."""

from pathlib import Path

from guide.errors import WrongUse
from guide.paths import paths

_FORMATS = ("html", "md")
_OFFICE = ("docx", "pdf")
"""What the handout is written as too: there is nothing in it that has to lie behind something else."""
_OTHERS = ("pdf", "docx", "json", "csv")


def cards_command(  # noqa: PLR0913 - each is one option of `guide cards`
    place: str | None, flow: str, *, form: str, band: str, to: Path, formats: str, handout: bool, talk: str
) -> int:
    """Write the deck, or with `handout` the two pages; say which files and how to print them."""
    from guide.cli.open import unknown_choice
    from guide.flow.library import load_flow
    from guide.flow.model import BANDS

    where, wanted = paths(place), _formats_of(formats, handout=handout)
    if talk and not handout:
        raise WrongUse("--talk goes with --handout: cards hold no talk.")
    compiled = load_flow(flow, where)
    if unknown := unknown_choice(compiled, form, ""):
        raise WrongUse(unknown)
    if band and band not in BANDS:
        raise WrongUse(f"There is no wording called “{band[:40]}”: use {', '.join(BANDS)}.")
    if handout:
        from guide.cli.cards_handout import handout_command

        return handout_command(compiled, where, to, formats=wanted, talk=talk)
    from guide.documents.cards import write_cards

    count, written = write_cards(compiled, to, formats=wanted, form=form, band=band)
    for file in written:
        print(file)
    print(f"{count} cards. Print on both sides, turned over on the long edge, at full size.")
    return 0


def _formats_of(text: str, *, handout: bool) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(one.strip() for one in text.split(",") if one.strip()))
    known = (*_FORMATS, *_OFFICE) if handout else _FORMATS
    for one in wanted:
        if one in _OTHERS and one not in known:
            raise WrongUse(
                f"{'The handout is' if handout else 'Cards are'} not written as {one}: open the html and"
                " print it, to a file if you like."
            )
        if one not in known:
            raise WrongUse(f"There is no format called “{one[:40]}”: use {', '.join(known)}.")
    return wanted or ("html",)
