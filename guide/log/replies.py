"""What happens at a question: it is put, answered, passed, talked on about; frozen and past tense."""

from collections.abc import Mapping, Sequence
from typing import Any

from guide.frozen import field, frozen

Json = Any


@frozen(kw_only=True)
class Place:
    """Where on the way something happened."""

    step: str = ""
    item: str = ""
    """The item of a `for_each` or `again`, else empty."""
    returned: bool = False
    """True when the question had been put off and came back before the end."""


@frozen(kw_only=True)
class Put(Place):
    """A question for several people first stood, or somebody was added while it stood."""

    people: tuple[str, ...] = ()


@frozen(kw_only=True)
class WentOn(Place):
    """*Next* was pressed at a text, a timer or an optional question."""

    asked: str | None = None
    """The text as it was read out."""
    by: str = ""
    """Who left it empty, where several are asked."""
    part: str = ""
    """The part of a sentence that was left empty."""


@frozen(kw_only=True)
class Paused(Place):
    """A break began."""


@frozen(kw_only=True)
class Resumed(Place):
    """A break ended."""


@frozen(kw_only=True)
class Answered(Place):
    """Somebody answered."""

    answer: str
    by: str = ""
    """The person whose words they are; empty for nobody in particular."""
    kind: str = "ask"
    value: Json = None
    """ask, compose: the words; choose: the keys; number; date: text; people: ids; scale: the number;
    panel: the panel."""
    asked: str | None = None
    form: str = "said"
    typed_by: str | None = None
    source: str = "said"
    from_: str | None = None
    about: str | None = None
    guessed_by: str | None = None
    entry: str = ""
    rating: str = ""
    panel: str = ""
    areas: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    of: int = 10
    """For a scale: the highest mark."""
    words: str = ""
    """The words in which a choice, a number or a date stands on a sheet."""


@frozen(kw_only=True)
class Passed(Place):
    """A question, or one part of it, was passed."""

    answer: str
    by: str = ""
    way: str = ""
    """dont-know, rather-not, later or finish-here."""
    part: str = ""
    asked: str | None = None


@frozen(kw_only=True)
class MoreAsked(Place):
    """The what-else question was put."""

    by: str = ""


@frozen(kw_only=True)
class Echoed(Place):
    """A phrase was given back to the person who said it."""

    entry: str
    phrase: str
    asked: str
    by: str = ""


@frozen(kw_only=True)
class Followed(Place):
    """More was said about an entry."""

    entry: str
    text: str
    asked: str | None
    by: str = ""
    form: str = "said"
    typed_by: str | None = None


@frozen(kw_only=True)
class Closed(Place):
    """Somebody's turns at a question ended: *go on*, or another person spoke."""

    by: str = ""


@frozen(kw_only=True)
class Reasoned(Place):
    """Words to a number on the line: because, lower, higher or small_step."""

    rating: str
    part: str
    text: str
    asked: str | None = None
    by: str = ""


@frozen(kw_only=True)
class PartGiven(Place):
    """One part of a composed sentence was said."""

    part: str
    texts: tuple[str, ...]
    by: str = ""
    asked: str | None = None


@frozen(kw_only=True)
class Sorted(Place):
    """Entries were placed by the person sorting."""

    answer: str
    placed: Mapping[str, str] = field(default_factory=dict)
    """Entry to area."""
    by: str = ""
    asked: str | None = None


@frozen(kw_only=True)
class Reviewed(Place):
    """What was read back is right; who may see what, who agrees and who does not."""

    answer: str
    by: str = ""
    read: tuple[str, ...] = ()
    share: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)
    """Entry to viewer to wish: yes, no, with-me, later; the person's own words; or `{"wish", "words"}`."""
    agree: Mapping[str, Sequence[str]] = field(default_factory=dict)
    dispute: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    asked: str | None = None


@frozen(kw_only=True)
class Revealed(Place):
    """What was written privately was opened."""
