"""One record on the desk, seen by one viewer, with all that is needed to make papers from it."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from guide.documents import sharing
from guide.documents.earlier import BEFORE, earlier_for
from guide.documents.face import Circumstances, Face, face_of
from guide.documents.names import Names, names_of
from guide.documents.pages.sheet import Laid
from guide.documents.quotes import Quoting, quoting
from guide.documents.says import Voice, voice
from guide.documents.shapes import Flow, Sheet, flow_from, sheets_from
from guide.documents.story_sharing import telling
from guide.engine.cleaning import cleaned
from guide.frozen import field, frozen, replace

Json = Any

_NO_SHEET = Sheet("", "", "columns", {}, ())


@frozen
class Desk:
    """One record, seen by one viewer."""

    whole: Mapping[str, Json]
    """The record before anything was taken out; it is asked only who spoke and what belongs together."""
    record: Mapping[str, Json]
    """The record as this viewer may see it: the only source of words."""
    flow: Flow
    sheets: tuple[Sheet, ...]
    about: Circumstances
    earlier_childs: bool = False
    """Whether a child's mark of an earlier conversation would leave the file."""
    real: Mapping[str, Json] = field(default_factory=dict)
    """The whole under everybody's own names: chosen ones could hide that words are somebody's."""
    seen: Mapping[str, Json] = field(default_factory=dict)
    """What this viewer may see of it, under their own names too."""

    @cached_property
    def voice(self) -> Voice:
        """The program's own voice, in the language of the conversation."""
        return voice(str((self.record.get("session") or {}).get("lang") or "en"))

    @cached_property
    def names(self) -> Names:
        """Everybody whom this viewer may find named."""
        return names_of(self.record.get("people") or (), self.voice)

    @cached_property
    def quoting(self) -> Quoting:
        """Turns what was said into what stands on a paper."""
        return quoting(self.record, self.whole, self.names)

    @cached_property
    def face(self) -> Face:
        """What every paper says on its face."""
        return face_of(self.record, self.whole, self.flow, self.names, self.about)

    def in_place_of(self, line: str) -> "Desk":
        """Return the same desk for a paper that says which one it comes in place of."""
        return replace(self, about=replace(self.about, replaces=line)) if line else self

    @property
    def held(self) -> str:
        """The day the conversation was held."""
        return self.voice.date(str((self.record.get("session") or {}).get("started") or self.about.today))

    @property
    def whom(self) -> str:
        """Whom it is about."""
        return self.laid(_NO_SHEET).whom()

    def laid(self, sheet: Sheet) -> Laid:
        """Return one sheet with all that is needed to lay it out."""
        held = (self.record.get("sheets") or {}).get(sheet.id) or {}
        return Laid(sheet, held, self.quoting, self.flow, self.face, self.about.viewer.is_file)

    def sheet(self, name: str) -> Sheet | None:
        """Return the sheet of this name."""
        return next((one for one in self.sheets if one.id == name), None)

    def sheet_with(self, area: str) -> Sheet:
        """Return the first sheet that has an area of this short id; an empty one when none has."""
        return next((one for one in self.sheets if one.area(area) is not None), _NO_SHEET)

    def is_preparation(self, sheet: Sheet) -> bool:
        """Return whether a sheet is a worker's own short preparation and nobody else's yet."""
        form = (self.record.get("session") or {}).get("form")
        return form == "short" and sheet.draw == "columns" and sheet.area("questions") is not None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all to put on any paper."""
        said = bool(self.record.get("answers") or self.record.get("story"))
        return not said and all(self.laid(sheet).is_empty for sheet in self.sheets)

    @cached_property
    def story_left_out(self) -> str:
        """Which pictures of the story this viewer may not see, and what each waits for."""
        if self.about.viewer.is_file:
            return ""
        eyes = sharing.eyes_of(self.about.viewer, self.real, self.flow)
        return telling(eyes, self.real).left_out()

    @property
    def holds_childs_words(self) -> bool:
        """Whether a child's words would leave the file."""
        if self.earlier_childs:
            return True
        return sharing.holds_childs_words(self.about.viewer, self.real, self.seen)


def desk_of(
    record: Mapping[str, Json],
    flow: Mapping[str, Json],
    sheets: Mapping[str, Json],
    about: Circumstances,
    dress: Callable[[Json], Json] | None = None,
) -> Desk:
    """Return the desk for one viewer: control characters dropped, and what is not theirs taken out.

    `dress` puts chosen names in the place of real ones, after it was decided what this viewer may see.
    """
    whole = cleaned({key: one for key, one in record.items() if key != BEFORE})
    shape = flow_from(cleaned(flow))
    shown = sharing.shown_to(about.viewer, whole, shape)
    earlier = earlier_for(about.viewer, record)
    childs = earlier.has_childs and not about.viewer.is_file
    seen = earlier.on(shown)
    put_on = dress or (lambda same: same)
    laid = (shape, sheets_from(cleaned(sheets)), about, childs, whole, seen)
    return Desk(put_on(whole), put_on(seen), *laid)
