"""Who answers at the question that stands, and what they say as it is written down."""

from typing import Any, Final

from guide.engine.listening import Listening, What, place_of
from guide.engine.worded import band_of, plain_number, worded
from guide.flow.evaluate import and_join
from guide.flow.model import Step
from guide.log import events as ev
from guide.map.model import Key

Json = Any

FORMS: Final = ("said", "wrote", "drew", "pointed", "signed", "picked", "composed", "observed")
SOURCES: Final = ("said", "seen", "told", "read", "research")


def who_answers(heard: Listening) -> str:
    """Return who answers here; where several are asked it must be one of them."""
    standing, step = heard.standing, heard.step
    if not step.by:
        return heard.speaker()
    expected = (standing.who, *standing.waiting) if standing.who else standing.waiting
    person = heard.named("by")
    if person is None:
        return _unnamed(heard, expected)
    if person not in expected:
        _may_still_answer(heard, person, expected)
    return person


def _unnamed(heard: Listening, expected: tuple[str, ...]) -> str:
    if heard.standing.who:
        return heard.standing.who
    usual = heard.speaker()
    if usual in expected:
        return usual
    if len(expected) == 1:
        return expected[0]
    raise heard.refused("who", names=heard.walked.sight.names_of(expected))


def _may_still_answer(heard: Listening, person: str, expected: tuple[str, ...]) -> None:
    """Let whoever was only guessed say their own, and let anybody be guessed; refuse everybody else."""
    known, voice = heard.record.people[person], heard.voice(person)
    is_guess = bool(heard.line.get("guessed_by"))
    if (voice.answers or voice.passed) and (is_guess or not voice.guessed):
        raise heard.refused("has_answered", name=known.name)
    if not is_guess and (known.role not in heard.step.by or heard.standing.key.returned):
        raise heard.refused("not_asked", name=known.name, names=heard.walked.sight.names_of(expected))


def is_first_answer(heard: Listening) -> bool:
    """Whether this line begins a person's turns: nobody's are open, or it names somebody else."""
    standing = heard.standing
    if standing.mode == "first":
        return True
    by = heard.named("by") if heard.step.by else None
    return by is not None and by != standing.who


def leaves_open(heard: Listening, who: str) -> What:
    """Return the end of the turns that another person's answer passes over."""
    open_turn = heard.standing.who
    return [ev.Closed(**heard.place, by=open_turn)] if open_turn and open_turn != who else []


def answered(heard: Listening, who: str, value: Json, **more: Any) -> ev.Answered:
    """Return an answer to the question that stands."""
    return answered_at(heard, heard.step, heard.standing.key, who, value, **{"asked": heard.asked(), **more})


def on_a_sheet(heard: Listening, step: Step, value: Json) -> dict[str, Any]:
    """Return the entry that a choice, a number or a date becomes where its step leads to a sheet."""
    areas = heard.areas(step)
    if not areas:
        return {}
    own = {"entry": heard.new("entry"), "areas": areas, "words": in_words(heard, step, value)}
    return {**own, "form": heard.one_of("form", FORMS, "picked")} if step.kind == "choose" else own


def in_words(heard: Listening, step: Step, value: Json) -> str:
    """Return a choice, a number or a date as it stands on a sheet."""
    if step.kind == "choose":
        band = band_of(heard.record, heard.walked.flow.held_with(step))
        return and_join([worded(heard.walked, step.options[key], band) for key in value])
    return f"{plain_number(value)} {step.unit}".strip() if step.kind == "number" else str(value)


def answered_at(heard: Listening, step: Step, key: Key, who: str, value: Json, **more: Any) -> ev.Answered:
    """Return an answer to any question; how it came stands in the line."""
    own: dict[str, Any] = {
        "kind": step.kind,
        "asked": heard.optional_text("asked"),
        "form": heard.one_of("form", FORMS, "said"),
        "source": heard.one_of("source", SOURCES, "said"),
        "from_": heard.from_(),
        "about": heard.optional_text("about"),
        "typed_by": heard.named("typed_by"),
        **more,
    }
    answer = own.pop("answer", "") or heard.new("answer")
    return ev.Answered(**place_of(key), answer=answer, by=who, value=value, **own)


def passed(heard: Listening, by: str, way: str, part: str = "") -> ev.Passed:
    """Return a pass at the question that stands."""
    return ev.Passed(
        **heard.place, answer=heard.new("answer"), by=by, way=way, part=part, asked=heard.asked()
    )
