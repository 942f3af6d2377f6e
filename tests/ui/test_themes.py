"""The screen is readable in every theme, without colour, and in a small window."""

import re

import pytest
from textual.color import Color
from textual.theme import Theme

from guide.settings.model import THEMES, Settings
from guide.ui.themes import DARK, HIGH_CONTRAST, LIGHT, OWN, theme_for
from tests.ui.stage import CHECKOUT, at, frame, on_screen, played, seen

LEAST_CONTRAST = 4.5
SCREENS = {
    "child": ("good_things", "quiet"),
    "choice": ("first_house", ""),
    "worker": ("parents_how", ""),
}


WANTED = {
    "child": "take your time",
    "choice": "Which one shall we start with?",
    "worker": "How do they know",
}


@pytest.mark.parametrize("theme", THEMES)
async def test_every_theme_of_the_settings_paints_the_same_words(theme: str) -> None:
    table = played("three-houses", "rosa", at("good_things", "quiet"))
    async with on_screen(table, settings=Settings(theme=theme)) as pilot:
        assert "Drumming. I do it on the bucket" in seen(pilot)
        assert "Sun house" in seen(pilot)


@pytest.mark.parametrize(
    ("word", "terminal", "name"),
    [
        ("light", "", LIGHT.name),
        ("dark", "15;0", DARK.name),
        ("auto", "0;15", LIGHT.name),
        ("auto", "15;0", DARK.name),
        ("auto", "", DARK.name),
        ("high-contrast", "", HIGH_CONTRAST.name),
        ("nord", "", "nord"),
    ],
)
def test_a_setting_means_a_theme(word: str, terminal: str, name: str) -> None:
    assert theme_for(word, {"COLORFGBG": terminal}) == name


def light_of(color: Color) -> float:
    parts = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in color.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of a colour on another, also of one that lets the other through."""
    on = Color.parse(other)
    lighter, darker = sorted((light_of(on + Color.parse(one)), light_of(on)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def variables_used() -> set[str]:
    """Return every variable that our own styles name, in style sheets and in the widgets."""
    sources = [one for kind in ("*.py", "*.tcss") for one in (CHECKOUT / "guide/ui").rglob(kind)]
    return {name for one in sources for name in re.findall(r"\$([a-z][a-z-]+)", one.read_text("utf-8"))}


@pytest.mark.parametrize("theme", THEMES)
async def test_every_theme_has_every_colour_our_styles_name(theme: str) -> None:
    async with on_screen(settings=Settings(theme=theme)) as pilot:
        known = pilot.app.get_css_variables()

    assert {"foreground-muted", "border-blurred", "roof"} <= variables_used()
    assert not variables_used() - known.keys()


@pytest.mark.parametrize("theme", OWN, ids=lambda one: one.name)
async def test_quiet_words_can_be_read_on_everything_they_stand_on(theme: Theme) -> None:
    least = 7 if theme is HIGH_CONTRAST else LEAST_CONTRAST
    words = {one: other for other, one in (("light", LIGHT.name), ("dark", DARK.name))}
    settings = Settings(theme=words.get(theme.name, "high-contrast"))
    async with on_screen(settings=settings) as pilot:
        known = pilot.app.get_css_variables()

    for place in ("background", "surface", "panel"):
        assert contrast(known["foreground-muted"], known[place]) >= least
    if theme is HIGH_CONTRAST:
        assert known["foreground-muted"] == known["text-muted"]


@pytest.mark.parametrize("theme", OWN, ids=lambda one: one.name)
def test_our_own_themes_have_contrast_enough_to_read(theme: object) -> None:
    background, own = theme.background, theme  # type: ignore[attr-defined]
    for color in (own.foreground, own.primary, own.accent, own.warning):  # type: ignore[attr-defined]
        assert contrast(str(color), str(background)) >= LEAST_CONTRAST


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
@pytest.mark.parametrize("place", SCREENS)
async def test_a_small_window_still_shows_the_question_and_the_place_to_answer(
    place: str, size: tuple[int, int]
) -> None:
    step, mode = SCREENS[place]
    async with on_screen(played("three-houses", "rosa", at(step, mode)), size=size) as pilot:
        text = seen(pilot)

        wanted = {
            "child": "take your time",
            "choice": "Which one shall we start with?",
            "worker": "How do they know",
        }
        assert wanted[place] in text
        assert "╰" in text or "Sun house" in text
        assert all(len(line) <= size[0] for line in frame(pilot))


async def test_without_colour_what_is_picked_carries_a_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with on_screen(played("three-houses", "rosa", at("first_house"))) as pilot:
        await pilot.press("down")
        await pilot.pause()

        assert "▸ Sun house" in seen(pilot)
