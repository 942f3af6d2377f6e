"""What a settings file may say, and the one sentence for each way it can be wrong."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.theme import BUILTIN_THEMES

from guide.errors import GuideError
from guide.frozen import fields
from guide.settings import THEMES, Number, Settings, emergency_number, read_settings, region
from guide.settings.lines import line_of

DOCS = Path(__file__).parent.parent / "docs" / "settings.md"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def read(file: Path, text: str) -> Settings:
    file.write_text(text, encoding="utf-8")
    return read_settings(file)


def refusal(file: Path, text: str) -> str:
    with pytest.raises(GuideError) as refused:
        read(file, text)
    return str(refused.value)


def outcome(file: Path) -> str:
    try:
        return repr(read_settings(file))
    except GuideError as refused:
        return str(refused)


def documented() -> str:
    """Return the whole file shown in the docs."""
    blocks = re.findall(r"```toml\n(.*?)```", DOCS.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert len(blocks) == 1
    return str(blocks[0])


def names(settings: object, before: str = "") -> Iterator[str]:
    """Yield every setting by its dotted name."""
    assert hasattr(settings, "__frozen_fields__")
    for field in fields(settings):
        value = getattr(settings, field.name)
        if hasattr(value, "__frozen_fields__"):
            yield from names(value, f"{before}{field.name}.")
        else:
            yield before + field.name


def test_no_file_and_an_empty_file_are_the_defaults(file: Path) -> None:
    assert read_settings(file) == Settings()
    assert read(file, "") == Settings()
    assert read(file, "# nothing yet\n") == Settings()


def test_urgent_steps_are_set_only_when_there_is_a_step(file: Path) -> None:
    assert not Settings().urgent_is_set
    assert not read(file, 'urgent.emergency = "112"').urgent_is_set
    assert read(file, 'urgent.steps = ["Ring the duty team."]').urgent_is_set


def test_the_file_in_the_docs_is_read_and_sets_everything(file: Path) -> None:
    settings = read(file, documented())

    assert settings.organisation.name == "Millbrook Family Services"
    assert settings.urgent.numbers[1] == Number("Out of hours", "0000 000 002")
    assert settings.keys == {"hide": "f12"}
    assert settings.retention.days == 365
    assert all(name.rpartition(".")[2] in documented() for name in names(settings))


def test_every_setting_and_every_theme_is_explained_in_the_docs() -> None:
    docs = DOCS.read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `([\w.]+)` \|", docs, flags=re.MULTILINE))

    assert explained == set(names(Settings()))
    assert [theme for theme in THEMES if f"`{theme}`" not in docs and f'`"{theme}"`' not in docs] == []


def test_every_theme_textual_has_may_be_chosen() -> None:
    assert set(THEMES) - set(BUILTIN_THEMES) == {"auto", "dark", "light", "ansi", "high-contrast"}
    assert set(BUILTIN_THEMES) <= set(THEMES)


def test_a_file_from_an_editor_that_marks_its_files_is_read(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbflanguage = "cy"\r\n')

    assert read_settings(file).language == "cy"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "language = en",
            "1: this line cannot be read (invalid value); words stand in quotes, like language",
        ),
        ('theme = "dark"\n\nx = [', "3: this line cannot be read"),
        ('language = "en"\nlanguage = "cy"', "2: this is set twice; take one of the two out."),
        ('# ours\nlangauge = "en"', '2: there is no setting "langauge"; did you mean "language"?'),
        ("[urgent]\nx = 3", '2: there is no setting "x"; here may stand "emergency", "numbers" and "steps".'),
        ("\n\nlanguage = 3", '3: "language" should be words in quotes, like language = "en".'),
        ('language = "English"', '1: "language" should be a language\'s short name'),
        ('theme = "drak"', '1: there is no theme "drak"; did you mean "dark"?'),
        ("urgent.emergency = 999", '1: "emergency" should be words in quotes, like emergency = "999".'),
        ('[urgent]\nsteps = "ring"', '2: "steps" should be sentences in quotes between brackets'),
        ('[urgent]\nsteps = ["ring", ""]', '2: "steps" should be sentences in quotes between brackets'),
        ("[urgent]\nsteps = [\n  1]", '2: "steps" should be sentences in quotes between brackets'),
        ("urgent = 3", '1: "urgent" should be a heading on a line of its own, like [urgent].'),
        ('[urgent]\nnumbers = ["0000"]', '2: "numbers" should be a list, like numbers = [{ name ='),
        ('[urgent]\nnumbers = [{name = "Duty"}]', '2: one of the numbers has no "number", like'),
        (
            '[urgent]\nnumbers = [\n{number="1", name="A"},\n{number=2, name="B"}]',
            '4: "number" should be words',
        ),
        (
            '[[urgent.numbers]]\nname="A"\nnumber="1"\n[[urgent.numbers]]\nnumber=2',
            '5: "number" should be words',
        ),
        ("[retention]\ndays = true", '2: "days" should be a whole number, 1 or more, like days = 365.'),
        ("[retention]\ndays = 0", '2: "days" should be a whole number, 1 or more'),
        ('[retention]\ndays = "365"', '2: "days" should be a whole number, 1 or more'),
        ('[keys]\nhide = ""', '2: "hide" has no key, like hide = "f8".'),
        ('[keys]\nhide = "f8"\nundo = "f8"', '3: "hide" has the key f8 already; give "undo" another.'),
        ('[organisation]\nname = "\\u001b[31m"', '2: "name" holds a character that cannot be shown'),
        ('"\\u001b" = 3', '1: there is no setting "?"; here may stand'),
    ],
)
def test_a_bad_setting_is_one_sentence_with_its_line(file: Path, text: str, sentence: str) -> None:
    assert refusal(file, text).startswith(f"settings.toml:{sentence}")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xff\xfe\x00", "this is not text"),
        (b"x=" + b"[" * 40_000, "brackets stand too deep"),
        (b'language = "\x00"', "settings.toml:1: this line cannot be read"),
    ],
)
def test_a_file_that_is_no_settings_file_is_one_sentence(file: Path, content: bytes, sentence: str) -> None:
    file.write_bytes(content)

    with pytest.raises(GuideError, match=sentence):
        read_settings(file)


def test_a_folder_in_the_files_place_is_one_sentence(file: Path) -> None:
    file.mkdir()

    with pytest.raises(GuideError, match="cannot be read"):
        read_settings(file)


@given(st.text(max_size=200))
def test_whatever_stands_in_the_file_is_settings_or_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    file = tmp_path_factory.mktemp("any") / "settings.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))

    says = outcome(file)

    assert "\n" not in says


def test_the_line_of_something_that_is_not_there_is_that_of_what_stands_around_it() -> None:
    text = 'theme = "dark"\n\n[urgent]\n\n[keys]\nhide = "f8"\n'

    assert line_of(text, ("urgent", "steps")) == 3
    assert line_of(text, ("keys", "hide")) == 6
    assert line_of(text, ("nothing",)) == 1
    assert line_of("", ("nothing",)) == 1


@pytest.mark.parametrize(
    ("environ", "number"),
    [
        ({}, "999"),
        ({"LANG": "C.UTF-8"}, "999"),
        ({"LANG": "en_GB.UTF-8"}, "999"),
        ({"LANG": "en_US.UTF-8"}, "911"),
        ({"LANG": "en_US.UTF-8", "LC_TELEPHONE": "en_AU.UTF-8"}, "000"),
        ({"LANG": "mi_NZ"}, "111"),
        ({"LANG": "nl_NL.UTF-8"}, "112"),
    ],
)
def test_where_no_emergency_number_is_set_it_is_the_regions(
    file: Path, environ: dict[str, str], number: str
) -> None:
    assert emergency_number(region(environ)) == number
    assert read_settings(file, region(environ)).urgent.emergency == number


def test_the_emergency_number_that_is_set_counts(file: Path) -> None:
    file.write_text('urgent.emergency = "0000"', encoding="utf-8")

    assert read_settings(file, "US").urgent.emergency == "0000"


@pytest.mark.parametrize(
    "text", ['organisation.colours = ["#123456"]', 'organisation.colours = ["red", "#123456"]']
)
def test_colours_for_papers_are_two_of_six_digits(file: Path, text: str) -> None:
    assert 'settings.toml:1: "colours" should be two colours of six digits' in refusal(file, text)
