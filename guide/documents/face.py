"""What every paper says on its face: of which date, with whom, for whom, and that it decides nothing."""

from collections.abc import Mapping
from typing import Any

from guide.documents.agency import Agency, Logo
from guide.documents.names import Names
from guide.documents.shapes import Flow
from guide.documents.viewers import Viewer
from guide.frozen import field, frozen, replace

Json = Any


@frozen
class Face:
    """The face of one paper, line by line."""

    work: str
    """Work in progress, of which date, made with whom."""
    official: str
    """Not the official record; decides nothing by itself."""
    viewer: str
    """For whom it is."""
    preparation: str = ""
    """A worker's own preparation: not yet talked about with whom."""
    invented: str = ""
    organisation: str = ""
    contact: str = ""
    logo: Logo | None = None
    colours: tuple[str, ...] = ()
    running: str = ""
    """What stands at the foot of every page."""

    dated: str = ""
    """Work in progress and of which date, without names."""
    replaces: str = ""
    """Which paper it comes in place of, and what is different on it."""

    def without_names(self) -> "Face":
        """Return the same face for a paper on which nobody is to be found."""
        return replace(self, work=self.dated, preparation="", organisation="", contact="", logo=None)

    @property
    def lines(self) -> tuple[str, ...]:
        """Every line there is, in order."""
        every = (self.viewer, self.invented, self.preparation, self.replaces, self.work, self.official)
        return tuple(line for line in every if line)


@frozen
class Circumstances:
    """What a face needs to know beside the record."""

    viewer: Viewer
    organisation: str
    today: str
    invented: bool
    agency: Agency = field(default_factory=Agency)
    replaces: str = ""
    """Which paper this one comes in place of, and what is different on it; nothing for the first."""


def face_of(record: Mapping[str, Json], whole: Mapping[str, Json], flow: Flow, names: Names,
            about: Circumstances) -> Face:  # fmt: skip
    """Return the face of a paper; `whole` tells only whether anybody of the family spoke."""
    say, voice = names.voice.say, names.voice
    held = voice.date(str((record.get("session") or {}).get("started") or about.today))
    printed = voice.date(about.today)
    parts = [say("face.work"), held, _made_with(record, names)]
    if printed != held:
        parts.append(say("face.printed", date=printed))
    invented = say("face.invented") if about.invented else ""
    viewer = say(f"face.{about.viewer.kind}", name=about.viewer.name)
    official = say("face.not_official")
    return Face(
        work=" · ".join(part for part in parts if part),
        official=official,
        viewer=viewer,
        preparation="" if _family_spoke(whole, flow) else _not_told(names),
        invented=invented,
        organisation=about.organisation,
        contact=about.agency.contact,
        logo=about.agency.logo,
        colours=about.agency.colours,
        dated=" · ".join((say("face.work"), held)),
        replaces=about.replaces,
        running=" · ".join(
            line
            for line in (invented, "" if about.viewer.name else viewer, say("face.work"), held, official)
            if line
        ),
    )


def preparation_line(record: Mapping[str, Json], names: Names, held: str) -> str:
    """Return "Aoife's preparation, 21 November 2026. Not yet talked about with Katy."""
    say = names.voice.say
    workers = [who for who in spoke(record) if (found := names.people.get(who)) and found.is_team]
    mine = workers or [one.id for one in names.people.values() if one.is_team]
    whose = say("who.whose", name=names.all(mine)) if mine else ""
    absent = _absent(names)
    key = "face.preparation" if absent else "face.preparation_alone"
    return say(key, whose=whose, date=held, names=names.voice.join(absent))


def spoke(record: Mapping[str, Json]) -> tuple[str, ...]:
    """Return whoever said anything that is in the record, in order; a guess is said by whoever guesses."""
    said: dict[str, None] = {}
    for answer in record.get("answers") or ():
        if answer.get("by") and not answer.get("pass") and answer.get("kind") != "scale":
            said[str(answer["by"])] = None
    for sheet in (record.get("sheets") or {}).values():
        for held in (sheet.get("areas") or {}).values():
            said.update((str(one["by"]), None) for one in held if isinstance(one, Mapping) and one.get("by"))
        for held in (sheet.get("scales") or {}).values():
            owners = (one.get("guessed_by") or one.get("by") for one in held)
            said.update((str(owner), None) for owner in owners if owner)
    return tuple(said)


def _made_with(record: Mapping[str, Json], names: Names) -> str:
    heard = [who for who in spoke(record) if who in names.people]
    family = [who for who in heard if not names.people[who].is_team]
    team = [who for who in names.people if names.people[who].is_team and (who in heard or _holds(names, who))]
    if not heard and not team:
        return ""
    key = "face.made_with" if family else "face.made"
    return names.voice.say(key, names=names.all([*family, *team]))


def _holds(names: Names, who: str) -> bool:
    return names.people[who].role in {"worker", "lead"} and not names.people[who].left


def _family_spoke(whole: Mapping[str, Json], flow: Flow) -> bool:
    """Return whether anybody of the family said anything, or there is nobody of the family to say it."""
    roles = {one["id"]: one.get("as") for one in whole.get("people") or ()}
    family = {who for who, role in roles.items() if role in {"child", "parent", "carer", "family", "friend"}}
    unnamed = (one for one in whole.get("answers") or () if not one.get("by") and not one.get("pass"))
    theirs = (flow.steps.get(str(one.get("step"))) for one in unnamed)
    nobody_in_particular = any(step is not None and step.held_with in {"family", "child"} for step in theirs)
    return not family or nobody_in_particular or bool(family & set(spoke(whole)))


def _absent(names: Names) -> list[str]:
    here = [one for one in names.people.values() if not one.left]
    grown = [one.name for one in here if one.role in {"parent", "carer"}]
    return grown or [one.name for one in here if one.role == "child"]


def _not_told(names: Names) -> str:
    absent = _absent(names)
    return names.voice.say("face.not_told", names=names.voice.join(absent)) if absent else ""
