"""The page for trainers says what the program does: its keys, its commands, its demonstration."""

import re
from pathlib import Path

import pytest

from guide.cli.commands import cli
from guide.flow.talk_file import read_talk
from guide.ui.commands.anywhere import ANYWHERE
from guide.ui.commands.command import key_shown
from guide.ui.commands.present import LIVE, PRESENT

CHECKOUT = Path(__file__).parents[1]
PAGE = (CHECKOUT / "docs" / "for-trainers.md").read_text(encoding="utf-8")
RUDO = CHECKOUT / "flows" / "map" / "rudo.talk.yaml"

NAMED = re.findall(r"`([^`\n]+)`", PAGE)
COMMANDS = sorted({one for one in NAMED if one.startswith("guide present")})
KEYS = sorted({one for one in NAMED if re.fullmatch(r"\w|F\d+|ctrl\+\w|space|left", one)})


@pytest.mark.parametrize("key", KEYS)
def test_every_key_on_the_page_is_one(key: str) -> None:
    known = (*PRESENT.values(), *LIVE.values(), *ANYWHERE.values())

    assert key in {
        shown for one in known for each in one.keys.split(",") for shown in (each, key_shown(each))
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_on_the_page_has_only_options_there_are(command: str) -> None:
    present = cli.commands["present"]
    options = {name for one in present.params for name in one.opts}

    assert set(re.findall(r"--\w+", command)) <= options


def test_the_four_keys_of_the_script_do_what_it_says() -> None:
    assert "space" in PRESENT["forward"].keys
    assert "left" in PRESENT["backward"].keys
    assert PRESENT["next_moment"].keys == "n"
    assert PRESENT["black"].keys.startswith("b,")


def test_the_demonstration_of_the_page_has_that_cut_and_reveals_what_the_script_counts_on() -> None:
    talk = read_talk(RUDO)
    moments = [line.beat for line in talk.lines if line.beat and 12 in line.beat.get("cuts", talk.cuts)]

    assert 12 in talk.cuts
    assert len(moments) >= 4
    assert all(one.get("instead") and one.get("think") for one in moments)


def test_the_pages_it_leads_to_are_there() -> None:
    for name in re.findall(r"\]\(([\w-]+\.md)", PAGE):
        assert (CHECKOUT / "docs" / name).exists(), name
