"""Opens a finished page in the browser of this computer."""

from pathlib import Path
from typing import Final

_IN_THE_TERMINAL: Final = frozenset({"www-browser", "links", "elinks", "lynx", "w3m"})
"""Browsers that would draw over the screen."""


def open_page(page: Path) -> bool:
    """Open a file; False when there is no browser that has a window of its own. It may take a moment."""
    import webbrowser  # only when a key asks for it

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    if Path(str(getattr(browser, "name", ""))).name in _IN_THE_TERMINAL:
        return False
    return browser.open(page.as_uri())
