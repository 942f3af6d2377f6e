"""Show every paper of every talk on a few sheets: `.venv/bin/python scripts/contact_sheet.py [--to DIR]`.

Each talk is played, its papers are made as HTML and printed by a real browser, and every page becomes a
small picture. One sheet for each flow lands in docs/images/contact. With `--pages DIR` every page is kept
there on its own as a PNG, large enough to be read. Needs Chromium and pdftoppm.
"""

import argparse
import base64
import html
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

from tests.real.printing import Browser, missing  # noqa: E402

TO = CHECKOUT / "docs" / "images" / "contact"
DOTS = 110
"""To the inch: a page that can be read on a screen."""
STYLE = """
body { margin: 0; padding: 18px; width: 1440px; background: #6f767d; font: 15px sans-serif; color: #fff; }
div { display: grid; grid-template-columns: repeat(4, 1fr); gap: 18px; align-items: end; }
figure { margin: 0; } img { display: block; width: 100%; } figcaption { padding: 5px 0 0; }
"""
FIRST_PAGES = 2
"""Of a whole record this many are shown: the rest looks the same."""


@dataclass(frozen=True)
class Page:
    """One printed page."""

    flow: str
    caption: str
    image: Path


class Camera(Browser):
    """A browser that also keeps pictures of what it shows."""

    def print_to(self, page: Path, pdf: Path) -> None:
        """Print a page as its own style wants it."""
        self.print(page)
        shutil.move(str(Path(self._folder) / "page.pdf"), pdf)

    def picture(self, page: Path, image: Path) -> None:
        """Keep the whole of a page, however long."""
        self.print(page)
        form = {"format": "webp", "quality": 78, "captureBeyondViewport": True, "clip": self._whole()}
        picture = self._do("Page.captureScreenshot", **form)
        image.write_bytes(base64.b64decode(picture["data"]))

    def _whole(self) -> dict[str, float]:
        box = self._do("Page.getLayoutMetrics")["cssContentSize"]
        return {"x": 0, "y": 0, "width": 1476, "height": box["height"], "scale": 1}


def main() -> int:
    """Make the sheets; return 1 when a program is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--to", type=Path, default=TO, help="where the sheets go")
    parser.add_argument("--pages", type=Path, help="keep every page here as well")
    asked = parser.parse_args()
    if missing() or shutil.which("pdftoppm") is None:
        print(missing() or "pages become pictures with pdftoppm, not found here", file=sys.stderr)
        return 1
    with TemporaryDirectory() as folder, Camera() as camera:
        room = asked.pages or Path(folder)
        room.mkdir(parents=True, exist_ok=True)
        sheets = defaultdict(list)
        for page in pages_of_all_talks(camera, room, Path(folder)):
            sheets[page.flow].append(page)
        for flow, pages in sheets.items():
            lay_out(camera, pages, asked.to / f"{flow}.webp", Path(folder))
    return 0


def pages_of_all_talks(camera: Camera, room: Path, folder: Path) -> Iterator[Page]:
    """Play every talk, print its papers and yield their pages in order."""
    for talk in sorted((CHECKOUT / "flows").glob("*/*.talk.yaml")):
        flow, name = talk.parent.name, talk.name.removesuffix(".talk.yaml")
        papers = folder / f"{flow}-{name}"
        play(flow, talk, papers, folder)
        for paper in sorted(papers.rglob("*.html"), key=lambda one: (one.stem == "record", one.name)):
            yield from pages_of(camera, paper, Page(flow, f"{name} · {paper.stem}", room))


def play(flow: str, talk: Path, papers: Path, folder: Path) -> None:
    """Play one talk to its end and make its papers."""
    command = (sys.executable, "-P", "-m", "guide", "talk", flow, "--answers", str(talk), "--to", str(papers))
    home = {**os.environ, "GUIDE_HOME": str(folder / "home"), "PYTHONPATH": str(CHECKOUT)}
    subprocess.run([*command, "--format", "html"], env=home, check=True, stdout=subprocess.DEVNULL)


def pages_of(camera: Camera, paper: Path, kept: Page) -> Iterator[Page]:
    """Print one paper and yield each of its pages as a picture."""
    pdf = paper.with_suffix(".pdf")
    camera.print_to(paper, pdf)
    stem = f"{kept.flow}-{kept.caption.replace(' · ', '-')}"
    command = (str(shutil.which("pdftoppm")), "-r", str(DOTS), "-png", str(pdf), str(kept.image / stem))
    subprocess.run(command, check=True)
    images = sorted(kept.image.glob(f"{stem}-[0-9]*.png"))
    shown = images[:FIRST_PAGES] if paper.stem == "record" else images
    for number, image in enumerate(shown, 1):
        of = f", page {number} of {len(images)}" if len(images) > 1 else ""
        yield Page(kept.flow, f"{kept.caption}{of}", image)


def lay_out(camera: Camera, pages: list[Page], sheet: Path, folder: Path) -> None:
    """Write one sheet with all these pages on it."""
    figures = "".join(
        f'<figure><img src="{page.image.resolve().as_uri()}">'
        f"<figcaption>{html.escape(page.caption)}</figcaption></figure>"
        for page in pages
    )
    page = folder / f"{sheet.stem}.html"
    page.write_text(f"<!doctype html><style>{STYLE}</style><div>{figures}</div>", encoding="utf-8")
    sheet.parent.mkdir(parents=True, exist_ok=True)
    camera.picture(page, sheet)
    print(f"{sheet.name}: {len(pages)} pages, {sheet.stat().st_size // 1000} kB")


if __name__ == "__main__":
    sys.exit(main())
