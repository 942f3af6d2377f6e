"""What stands in the first line of a conversation: where we are, who speaks, that it is saved."""

from guide.ui.says import say
from guide.ui.seen import WITH_SOMEBODY
from guide.ui.staging import stands_alone
from guide.ui.talking import Talking


def status_of(talking: Talking) -> tuple[str, str]:
    """Return what stands left and right."""
    asks, record = talking.turn.asks, talking.session.record
    left = [say("invented")] if record.invented else []
    if asks.held_with not in WITH_SOMEBODY:
        left.append(talking.session.flow.title)
    right = [*_speaking(talking), say("follows") if talking.session.readonly else say("saved")]
    return " · ".join(left), " · ".join(one for one in right if one)


def _speaking(talking: Talking) -> list[str]:
    """Return who speaks and how, where it is not plain."""
    asks, manner = talking.turn.asks, talking.manner
    if stands_alone(asks, talking.turn.step):
        return []
    who = manner.by or asks.who or (asks.by[0].id if asks.by else "")
    words = []
    if who:
        name = talking.name(who)
        words.append(say("guess_for", who=name) if manner.guess_by else say("speaks", who=name))
    others = [one.name for one in asks.by if one.id != who]
    if others and asks.held_with == "worker":
        words.append(say("then", who=", ".join(others)))
    if manner.form != "said":
        words.append(say(f"form.{manner.form}"))
    if manner.source != "said":
        words.append(say(f"source.{manner.source}", who=manner.from_))
    return words
