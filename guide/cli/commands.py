"""Every command and its options, as `guide --help` lists them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from guide import __version__

_FORMATS = ("html", "md", "docx", "pdf", "json", "csv")


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--home", "home_", metavar="DIR", help="Keep everything in this folder (else GUIDE_HOME).")
@click.version_option(__version__, prog_name="guide")
@click.pass_context
def cli(context: click.Context, home_: str | None) -> None:
    """A calm, offline conversation partner for people who help children stay safe."""
    context.obj = home_
    if context.invoked_subcommand is None:
        from guide.cli.open import home

        context.exit(home(home_))


def _conversation(command: Any) -> Any:
    """The options every way of beginning a conversation has."""
    for option in reversed(
        [
            click.option("--form", default="", metavar="F", help="Which form of the conversation."),
            click.option("--short", is_flag=True, help="The short form; the same as --form short."),
            click.option("--level", default="", metavar="L", help="safety, wellbeing, stability or success."),
            click.option(
                "--thread", default="", metavar="T", help="The family's thread: its people are known."
            ),
            click.option(
                "--from", "origin", default="", metavar="SESSION", help="Begin from another session."
            ),
            click.option("--lang", default="", metavar="LANG", help="The language, like cy."),
            click.option("--invented", is_flag=True, help="Everybody in it is invented: for practice."),
        ]
    ):
        command = option(command)
    return command


@cli.command()
@click.argument("flow")
@_conversation
@click.pass_obj
def start(home_: str | None, /, flow: str, *, short: bool, form: str, **chosen: Any) -> int:
    """Begin a new conversation."""
    from guide.cli.open import start_flow

    return start_flow(flow, place=home_, form="short" if short else form, **chosen)


@cli.command()
@click.argument("session", default="")
@click.pass_obj
def resume(home_: str | None, /, session: str) -> int:
    """Go on where you stopped; the newest, when none is named."""
    from guide.cli.open import resume_named

    return resume_named(session, place=home_)


@cli.command()
@click.argument("flow", required=False)
@_conversation
@click.option("--answers", type=click.Path(path_type=Path), metavar="TALK", help="Play a talk to its end.")
@click.option("--jsonl", is_flag=True, help="One JSON object a turn out, one a line in.")
@click.option(
    "--resume", "resumed", default="", metavar="SESSION", help="With --jsonl: go on with a session."
)
@click.option(
    "--to", type=click.Path(path_type=Path), metavar="DIR", help="With --answers: write papers here."
)
@click.option("--format", "formats", default="", metavar="F,F", help="With --to: html, md, json, csv.")
@click.pass_obj
def talk(home_: str | None, /, flow: str | None, *, short: bool, form: str, **rest: Any) -> int:
    """The same conversation line by line: screen readers, pipes, other programs."""
    from guide.cli.talk import talk_command

    return talk_command(home_, flow or "", form="short" if short else form, **rest)


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def flows(home_: str | None, *, as_json: bool) -> int:
    """What can be started."""
    from guide.cli.listing import print_flows
    from guide.paths import paths

    return print_flows(paths(home_), as_json=as_json)


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def sessions(home_: str | None, *, as_json: bool) -> int:
    """What was started."""
    from guide.cli.listing import print_sessions
    from guide.paths import paths

    return print_sessions(paths(home_), as_json=as_json)


@cli.command()
@click.argument("session", default="")
@click.option("--json", "as_json", is_flag=True, help="The whole record, as guide-record/1.")
@click.pass_obj
def show(home_: str | None, /, session: str, *, as_json: bool) -> int:
    """The map, in the terminal."""
    from guide.cli.show import show_command

    return show_command(home_, session, as_json=as_json)


@cli.command()
@click.argument("session", default="")
@click.option("--format", "formats", default="html", metavar="F,F", help=", ".join(_FORMATS))
@click.option("--to", type=click.Path(path_type=Path), default=Path(), metavar="DIR", help="Where to.")
@click.option("--paper", default="", metavar="NAME", help="Only this paper.")
@click.option("--for", "viewer", default="", metavar="NAME|family|team|file", help="Who will hold it.")
@click.option(
    "--found", default="", metavar="ANSWER", help="Could someone who might hurt or be angry find it?"
)
@click.option(
    "--aliases",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Names and what to put in their place, a line for each: Katy = Anna.",
)
@click.option("--page", default="", metavar="SIZE", help="Sheets and the story on a4 or a3.")
@click.option("--panels", default="", metavar="N", help="1, 2 or 4 pictures of the story on a page.")
@click.option(
    "--sources", is_flag=True, help="In a docx, a comment beside each sentence: where it comes from."
)
@click.option(
    "--since",
    is_flag=True,
    help="Write nothing: say what has changed since papers were made, and who has them.",
)
@click.option("--json", "as_json", is_flag=True, help="With --since: for other programs.")
@click.pass_obj
def export(home_: str | None, /, session: str, *, since: bool, as_json: bool, **rest: Any) -> int:
    """Write papers from a session."""
    if since:
        from guide.cli.since import since_command

        return since_command(home_, session, paper=rest["paper"], viewer=rest["viewer"], as_json=as_json)
    from guide.cli.export import export_command

    return export_command(home_, session, **rest)


@cli.command()
@click.argument("places", nargs=-1, metavar="[PATH]…", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def check(home_: str | None, /, places: Sequence[Path], *, as_json: bool) -> int:
    """Every finding in flows, and every talk played as a test."""
    from guide.cli.check import check_command

    return check_command(home_, places, as_json=as_json)


@cli.command()
@click.argument("session", default="")
@click.option(
    "--to", type=click.Path(path_type=Path), default=Path(), metavar="FILE", help="A talk file, or a folder."
)
@click.option("--name", "called", default="", metavar="NAME", help="What it is called, like blue-car.")
@click.option("--title", default="", metavar="WORDS", help="Its title.")
@click.option("--skill", default="", metavar="WORDS", help="The one skill it shows.")
@click.pass_obj
def record(home_: str | None, /, session: str, **rest: Any) -> int:
    """Make a talk of a session with invented people."""
    from guide.cli.record import record_command

    return record_command(home_, session, **rest)


@cli.command()
@click.argument("flow")
@click.option("--form", default="", metavar="F", help="Only the questions of this form.")
@click.option("--band", default="", metavar="B", help="One wording: younger, middle, teen, adult …")
@click.option("--to", type=click.Path(path_type=Path), default=Path(), metavar="DIR", help="Where to.")
@click.option(
    "--format", "formats", default="html", metavar="F,F", help="html, md; a handout also docx, pdf."
)
@click.option("--handout", is_flag=True, help="Two pages for practising in threes, in place of the cards.")
@click.option("--talk", default="", metavar="TALK", help="With --handout: the situation of this talk.")
@click.pass_obj
def cards(home_: str | None, /, flow: str, **rest: Any) -> int:
    """The questions of a flow as prompt cards; or a handout for practising in threes."""
    from guide.cli.cards import cards_command

    return cards_command(home_, flow, **rest)


@cli.command()
@click.option("--record", "kind", flag_value="record", help="The record that --format json writes.")
@click.option("--talk", "kind", flag_value="talk", help="A talk file.")
@click.option("--sheet", "kind", flag_value="sheet", help="A sheet file.")
def schema(kind: str | None) -> int:
    """The shape of a flow file, as JSON Schema."""
    import json

    click.echo(json.dumps(_schema(kind or "flow"), indent=2, ensure_ascii=False))
    return 0


@cli.command()
@click.argument("session")
@click.option("--yes", is_flag=True, help="Do not ask again.")
@click.pass_obj
def forget(home_: str | None, /, session: str, *, yes: bool) -> int:
    """Erase a session."""
    from guide.cli.forget import forget_command

    return forget_command(home_, session, yes=yes)


@cli.command()
@click.argument("talk", default="")
@click.option("--cut", default="", metavar="MIN", help="Only the moments of this cut, like 6, 12 or 20.")
@click.option("--notes", is_flag=True, help="The trainer's notes; in a second terminal they follow.")
@click.option("--crib", is_flag=True, help="Write the notes as a paper to print.")
@click.option("--to", type=click.Path(path_type=Path), default=Path(), metavar="DIR", help="With --crib.")
@click.option("--record", is_flag=True, help="Keep what is answered live as a session marked as invented.")
@click.option("--json", "as_json", is_flag=True, help="The talks there are, or the moments of one.")
@click.pass_obj
def present(home_: str | None, /, talk: str, *, as_json: bool, **wish: Any) -> int:
    """A talk with invented people before a room; without a name, which there are."""
    from guide.cli.present import present_command, wish_of

    return present_command(home_, talk, wish_of(**wish), as_json=as_json)


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def doctor(home_: str | None, *, as_json: bool) -> int:
    """Where things are, what works here, what does not."""
    from guide.cli.doctor import doctor_command

    return doctor_command(home_, as_json=as_json)


def _schema(kind: str) -> dict[str, Any]:
    if kind == "record":
        from guide.map.record_shape import record_schema

        return record_schema()
    from guide.flow.schema import schema as schema_of

    return schema_of(kind)


def run(arguments: Sequence[str]) -> int:
    """Run one command line; return the exit code."""
    try:
        result = cli.main(list(arguments), prog_name="guide", standalone_mode=False)
    except click.exceptions.Abort:
        return 130
    except click.ClickException as error:
        click.echo(f"{error.format_message()} Try guide --help.", err=True)
        return error.exit_code
    return result if isinstance(result, int) else 0
