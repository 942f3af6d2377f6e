"""Make the images of docs/story.md anew: the guide's own keys are pressed, and what then stands is taken."""

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

from guide.cli.open import open_store  # noqa: E402 – the checkout has to be found first
from guide.clock import WallClock  # noqa: E402
from guide.log.draft import DraftKeeper  # noqa: E402
from guide.paths import Paths  # noqa: E402
from guide.settings.model import Settings  # noqa: E402
from guide.ui.app import GuideApp  # noqa: E402

IMAGES = CHECKOUT / "docs" / "images"
TALK = "flows/words-and-pictures/fenna.talk.yaml"
SIZE = (80, 24)
SCREEN = (994, 635)
PAGE = (794, 1123)
"""A4 at 96 dots an inch."""
OPEN = ("end", "ctrl+d", "down", "down")
WORDS = ("c", "ctrl+j", *"Nobody is cross with you.", "enter", "g", "4", "enter", "2", "space", "enter")
DIFFERS = ("d", "1", "enter", "3", "enter", *"I was ill, not only tired", "enter")
PLACE = ("p", "2", "enter", "down", "down", "enter")
LOOK = ("p", "4", "enter", "1", "enter")
HAIR = ("2", "enter", *["down"] * 7, "enter")
HAND = ("8", "enter", "up", "p", "5", "enter", "2", "enter", "3", "enter")
BROWSER = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def main() -> int:
    """Write the images; say so where there is no browser to take them with."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        print("The images are taken with Chromium, which is not on this computer.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        guide(room, "talk", "words-and-pictures", "--answers", TALK)
        for name, drawn in asyncio.run(followed(room)).items():
            (room / f"{name}.svg").write_text(alone(drawn), encoding="utf-8")
            take(browser, room / f"{name}.svg", IMAGES / f"{name}.png", SCREEN)
        guide(room, "export", "--format", "html", "--paper", "story", "--to", str(room / "papers"))
        page = next((room / "papers").rglob("story.html"))
        take(browser, page, IMAGES / "story-page.png", PAGE)
    return 0


def guide(room: Path, *words: str) -> None:
    """Do a command of guide with a home of its own."""
    command = [sys.executable, "-P", "-m", "guide", "--home", str(room / "home"), *words]
    subprocess.run(command, cwd=CHECKOUT, check=True, stdout=subprocess.DEVNULL)


async def followed(room: Path) -> dict[str, str]:
    """Press the keys of the page, and return the screens it shows."""
    where = Paths(home=room / "home", flows=CHECKOUT / "flows")
    clock = WallClock()
    app = GuideApp(
        paths=where, settings=Settings(theme="light"), clock=clock, store=open_store(where), open_session=None
    )
    app.keeper = DraftKeeper(lambda: app.store, clock)
    screens: dict[str, str] = {}
    async with app.run_test(size=SIZE) as pilot:

        async def press(keys: Sequence[str]) -> None:
            for key in keys:
                await pilot.press({" ": "space", ".": "full_stop", ",": "comma"}.get(key, key))
                await pilot.pause()

        for keys in (OPEN, WORDS, DIFFERS):
            await press(keys)
        screens["story-screen"] = app.export_screenshot(title="guide")
        for keys in (PLACE, LOOK, HAIR):
            await press(keys)
        screens["story-look"] = app.export_screenshot(title="guide")
        await press(HAND)
    app.keeper.close()
    return screens


def alone(svg: str) -> str:
    """Return a screen's drawing without the fonts it would fetch."""
    return re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL).replace("Fira Code", "DejaVu Sans Mono")


def take(browser: str, shown: Path, image: Path, size: tuple[int, int]) -> None:
    """Take what a browser shows of a file."""
    with tempfile.TemporaryDirectory() as profile:
        own = [f"--user-data-dir={profile}", f"--screenshot={image}", f"--window-size={size[0]},{size[1]}"]
        command = [browser, *BROWSER, *own, shown.as_uri()]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
