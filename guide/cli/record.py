"""`guide record`: a conversation with invented people becomes a talk, to be shown, tested and changed."""

from pathlib import Path
from typing import TYPE_CHECKING

from guide.cli.open import reopen
from guide.errors import GuideError, WrongUse

if TYPE_CHECKING:
    from guide.engine.recording.talk import Recorded
    from guide.engine.session import Session
    from guide.paths import Paths

_ENDING = ".talk.yaml"


def record_command(  # noqa: PLR0913 - each is one option of `guide record`
    place: str | None, name: str, *, to: Path, called: str, title: str, skill: str
) -> int:
    """Write the talk and play it once from its file; 1 when it no longer fits its flow."""
    from guide.engine.recording.talk import recorded
    from guide.flow.write_talk import talk_text

    session, store, where = reopen(name, place=place)
    try:
        file, own = _file_for(to, called, session)
        made = recorded(session)
        write_new(file, talk_text(_header(session, own, title, skill), made.people, made.lines, made.expect))
    finally:
        session.close()
        store.close()
    print(file)
    print(_told(made))
    return _still_fits(file, session, where)


def _header(session: "Session", name: str, title: str, skill: str) -> dict[str, object]:
    record, flow = session.record, session.flow
    return {
        "talk": name,
        "flow": flow.flow,
        "title": title,
        "skill": skill,
        "form": record.form,
        "level": "" if record.level == next(iter(flow.levels), "") else record.level,
        "lang": "" if record.lang == "en" else record.lang,
        "invented": True,
        "about": f"{flow.title}, recorded on {record.started[:10]}. Everybody here is invented.",
    }


def _file_for(to: Path, name: str, session: "Session") -> tuple[Path, str]:
    """Return the file and what the talk is called; raises WrongUse for a name that a talk cannot have."""
    from guide.flow.ids import is_kebab, kebab

    is_file = to.suffix in {".yaml", ".yml"}
    own = name or (to.name.removesuffix(to.suffix).removesuffix(".talk") if is_file else "")
    own = own or f"{session.flow.flow}-{session.record.started[:10]}"
    if not is_kebab(own):
        raise WrongUse(
            f"A talk cannot be called “{own[:80]}”: small letters, digits and dashes, like"
            f" --name {kebab(own[:80])}."
        )
    return (to if is_file else to / f"{own}{_ENDING}"), own


def write_new(file: Path, text: str) -> None:
    """Write a file that is not there yet, whole or not at all; raises GuideError with one sentence."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as out:
            try:
                out.write(text)
                out.flush()
            except OSError:
                file.unlink(missing_ok=True)
                raise
    except FileExistsError:
        raise GuideError(
            f"{file} is there already and was left as it is: choose another with --name or --to."
        ) from None
    except OSError as refused:
        raise GuideError(
            f"The talk could not be written to {file} ({refused.strerror}): name another place with --to."
        ) from None


def _told(made: "Recorded") -> str:
    people, lines = len(made.people), len(made.lines)
    return (
        f"{lines} lines, {people} people at its top. Add beats where a trainer stops; put it beside its flow,"
        " and guide check plays it."
    )


def _still_fits(file: Path, session: "Session", where: "Paths") -> int:
    """Play the file on the flow as it is today, which may have changed since the conversation."""
    from guide.cli.check import misfit
    from guide.clock import StillClock
    from guide.engine.play import DoesNotFit, play, unmet
    from guide.engine.session import Session as Conversation
    from guide.flow.library import load_flow
    from guide.flow.talk_file import read_talk
    from guide.log.memory import Memory

    talk = read_talk(file)
    try:
        flow = load_flow(talk.flow, where)
    except WrongUse:
        flow = session.flow  # the flow is gone: the conversation holds its own copy
    again = Conversation.start(
        Memory(), flow, StillClock(), form=talk.form, level=talk.level, lang=talk.lang or "en", invented=True
    )
    try:
        for _ in play(again, talk.people, talk.lines):
            pass
    except DoesNotFit as wrong:
        print(misfit(file, wrong.line or 1, str(wrong)))
        return 1
    missing = unmet(again, talk.expect)
    for one in missing:
        print(misfit(file, 1, one, "G126"))
    return 1 if missing else 0
