"""The trainer's crib: every moment of a talk with the numbers that stand on the room's screen."""

from collections.abc import Iterable
from typing import Final

from guide.documents.face import Face
from guide.documents.says import Voice
from guide.engine.beats import Beat
from guide.engine.run_through import RunThrough
from guide.engine.showing import LAYERS, Stop
from guide.engine.spoken import Spoken, told
from guide.frozen import frozen

_FOLDED: Final = 5
"""How many of the lines that a cut folds together stand on paper."""


@frozen
class Line:
    """One line of what was said."""

    words: str
    who: str = ""
    is_question: bool = False


@frozen
class Layer:
    """What one key reveals."""

    key: int
    label: str
    texts: tuple[str, ...]


@frozen
class Part:
    """One stop: a moment, or what was said on the way."""

    number: str
    name: str = ""
    cuts: str = ""
    notes: str = ""
    listen_for: str = ""
    note: str = ""
    think: str = ""
    earlier: str = ""
    """How much was said before that and is not written out."""
    said: tuple[Line, ...] = ()
    layers: tuple[Layer, ...] = ()

    @property
    def is_moment(self) -> bool:
        """Whether the room is asked something here."""
        return bool(self.name)


@frozen
class Crib:
    """The whole crib."""

    title: str
    whom: str
    skill: str
    about: str
    care: str
    trouble: str
    face: Face
    parts: tuple[Part, ...]
    layout: str = "crib"


def crib_page(  # noqa: PLR0913 - each is one thing the crib says
    run: RunThrough, stops: Iterable[Stop], voice: Voice, *, cut: int, today: str, trouble: str
) -> Crib:
    """Return the crib of a talk, whole or in one of its cuts."""
    talk, say = run.talk, voice.say
    title = talk.title or run.flow.title
    invented, dated = say("face.invented"), say("crib.dated", date=voice.date(today))
    running = " · ".join((invented, say("crib.title"), title))
    face = Face(work=dated, official="", viewer=say("crib.viewer"), invented=invented, running=running)
    return Crib(
        title=title,
        whom=say("crib.cut", minutes=cut) if cut else say("crib.whole"),
        skill=talk.skill,
        about=talk.about,
        care=talk.care or say("crib.care"),
        trouble=trouble,
        face=face,
        parts=tuple(_part(one, voice) for one in stops if one.exchanges),
    )


def _part(stop: Stop, voice: Voice) -> Part:
    if stop.beat is None:
        return _way(stop, voice)
    beat = stop.beat
    minutes = ", ".join(map(str, beat.cuts))
    return Part(
        number=stop.number,
        name=beat.name,
        cuts=voice.say("crib.in_cuts", minutes=minutes) if minutes else "",
        notes=beat.notes,
        listen_for=beat.listen_for,
        note=beat.note,
        think=beat.think or voice.say("crib.think"),
        said=tuple(_line(one, voice) for one in beat.said),
        layers=tuple(_layers(beat, voice)),
    )


def _way(stop: Stop, voice: Voice) -> Part:
    """Return what was said on the way; where a cut folds much together, only the last of it."""
    spoken = [
        one for each in stop.exchanges for one in (*told(each.before, each.led), *told(each.after, each.said))
    ]
    if stop.kind == "way":
        spoken = [one for one in spoken if one.kind != "guide"]
        left_out = max(0, len(spoken) - _FOLDED)
        earlier = voice.say("crib.earlier", n=left_out) if left_out else ""
        return Part(stop.number, earlier=earlier, said=tuple(_line(one, voice) for one in spoken[left_out:]))
    return Part(stop.number, said=tuple(_line(one, voice) for one in spoken))


def _line(one: Spoken, voice: Voice) -> Line:
    match one.kind:
        case "guide":
            return Line(one.text, is_question=True)
        case "passed":
            return Line(voice.say(f"record.passed_{one.text}"), one.who)
        case "given":
            return Line(voice.say("record.given"), one.who)
    who = voice.say("crib.guess", name=one.who, by=one.guessed_by) if one.guessed_by else one.who
    return Line(one.text, who)


def _layers(beat: Beat, voice: Voice) -> list[Layer]:
    found = []
    for key, layer in enumerate(LAYERS, 1):
        texts = tuple(one for one in _texts(beat, layer, voice) if one)
        if texts:
            found.append(Layer(key, voice.say(f"crib.{layer}"), texts))
    return found


def _texts(beat: Beat, layer: str, voice: Voice) -> Iterable[str]:
    match layer:
        case "technique":
            return (beat.technique.replace("-", " "),)
        case "instead":
            return (_weaker(one.ask, one.brings, one.teach, voice) for one in beat.instead)
        case "answer":
            lines = (_line(one, voice) for one in beat.answer)
            return (f"{one.who}: {one.words}" if one.who else one.words for one in lines)
        case "tests":
            return (voice.say("crib.test", test=one.text, place=one.place) for one in beat.tests)
        case "place":
            return (_landed(one.text, one.places, one.later, voice) for one in beat.landings)
    return (str(getattr(beat, layer)),)


def _weaker(ask: str, brings: str, teach: str, voice: Voice) -> str:
    parts = [ask, brings and voice.say("crib.brings", brings=brings), teach]
    return "\n".join(one for one in parts if one)


def _landed(text: str, places: tuple[str, ...], later: tuple[str, ...], voice: Voice) -> str:
    now, then = voice.join(places), voice.join(later)
    where = voice.say("crib.later", now=now, later=then) if then else now
    return voice.say("crib.landed", words=text, where=where)
