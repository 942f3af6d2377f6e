"""A story on paper: ten panels, light enough to send, with everything inside it."""

import re
from pathlib import Path
from typing import Any

import pytest

from guide.documents.pages import story
from guide.documents.pages.story import story_page
from guide.documents.papers import parse_for
from tests.documents.conftest import Sample, Written
from tests.documents.test_words_survive import text_of

Json = Any


def test_ten_panels_are_light_enough_to_send(sample: Sample, written: Written) -> None:
    assert len(written(sample("ten-panels"), "story").encode()) < 250_000


def test_a_story_in_urdu_carries_its_font_and_is_light_enough_to_send(
    sample: Sample, written: Written
) -> None:
    record = sample("ten-panels")
    for panel in record["story"]:
        panel["text"] = ["یہ ہمارا خاندان ہے: امی، ابو اور مایا۔", "ہم سب ایک گھر میں رہتے تھے۔"]
    page = written(record, "story")

    assert page.count('font-family:"Noto Naskh Arabic";font-weight:') == 2, "regular and bold"
    assert len(page.encode()) < 250_000


@pytest.mark.parametrize(
    "text", ["Zażółć gęślą jaźń.", "Tŷ Siôn, dŵr, ẃ.", "Це наша родина.", "Plain words."]
)
def test_other_stories_do_not_carry_that_font(sample: Sample, written: Written, text: str) -> None:
    record = sample("ten-panels")
    record["story"][0]["text"] = [text]
    page = written(record, "story")

    assert text in text_of(page)
    assert 'Noto Naskh Arabic";font-weight' not in page


def test_every_picture_stands_over_its_sentences_and_can_be_heard(sample: Sample, written: Written) -> None:
    page = written(sample("ten-panels"), "story")
    panels = page.split('<li class="panel')[1:]

    assert len(panels) == 11, "ten, and room for a picture of one's own"
    assert all(panel.index('role="img" aria-label="') < panel.index('class="words"') for panel in panels[:10])
    assert (
        'aria-label="At home: Mum (with long hair, sad). Also in the picture: glass of wine, cloud."'
        in panels[3]
    )


def test_one_two_or_four_pictures_stand_on_a_page_of_a4_or_a3(sample: Sample, written: Written) -> None:
    page = written(sample("ten-panels"), "story")

    assert re.findall(r'name="many" id="many-(\d)"', page) == ["1", "2", "4"]
    assert re.findall(r'id="many-(\d)" checked', page) == ["2"]
    assert re.findall(r"@page \S* ?\{ ?size: (A\d \w+)", page) == [
        "A4 portrait", "A4 landscape", "A3 portrait", "A3 landscape",
    ]  # fmt: skip


def test_a_page_may_begin_with_another_number(sample: Sample) -> None:
    from guide.documents.desk import desk_of
    from guide.documents.face import Circumstances

    record = sample("ten-panels")
    about = Circumstances(parse_for("file", record), "", "2026-11-22", invented=True)
    desk = desk_of(record, record["flow"], record["sheet_shapes"], about)

    assert story_page(desk.record, desk.names, desk.face, 4).per_page == 4


def test_nothing_is_loaded_and_nothing_can_run(sample: Sample, written: Written) -> None:
    page = written(sample("ten-panels"), "story")

    assert not re.search(r"<(script|img|link|iframe|image|use|foreignObject)\b", page)
    assert not re.search(r"<[a-z][^<>]*\s(on\w+|style|href|src)=", page.split("</style>")[1])
    assert "url(http" not in page


def test_ids_are_used_once(sample: Sample, written: Written) -> None:
    ids = re.findall(r'\sid="([^"]+)"', written(sample("ten-panels"), "story"))

    assert len(ids) == len(set(ids))


def test_the_tab_names_nobody(sample: Sample, written: Written) -> None:
    page = written(sample("ten-panels"), "story")

    assert "<title>A story in pictures</title>" in page
    assert "A story for Nell and Sonny" in text_of(page)


def test_markdown_tells_the_pictures_in_words(sample: Sample, written: Written) -> None:
    text = written(sample("ten-panels"), "story", "md")

    assert (
        "In the kitchen: Nell (with plaits, happy), Mum (with long hair, happy), Sonny (very happy)."
        " Also in the picture: music, pancakes." in text
    )
    assert text.count("\n## ") == 10


@pytest.mark.parametrize("panels", [1, 60])
def test_any_number_of_panels_has_a_paper(sample: Sample, written: Written, panels: int) -> None:
    record = sample("ten-panels")
    record["story"] = [
        {**record["story"][at % 10], "id": f"n{at}", "text": [f"Panel {at}"]} for at in range(panels)
    ]

    page = text_of(written(record, "story"))

    assert all(f"Panel {at}" in page for at in range(panels))


def test_nobody_in_it_changes_looks_from_panel_to_panel(sample: Sample, written: Written) -> None:
    page = written(sample("ten-panels"), "story")

    plaits = 'cx="-22.5" cy="5" r="5"'
    with_nell = [panel for panel in page.split('<li class="panel')[1:11] if ">Nell</text>" in panel]
    assert len(with_nell) == 5
    assert all(plaits in panel for panel in with_nell)


def test_what_would_be_too_small_to_read_in_a_crowded_picture_stands_under_it(
    sample: Sample, written: Written
) -> None:
    record = sample("ten-panels")
    shout = " ".join(["We are all here together now."] * 40)
    record["story"][0]["picture"]["bubbles"] = [
        {"by": name, "text": shout} for name in ("Nell", "Sonny", "Mum")
    ]

    panels = written(record, "story").split('<li class="panel')

    assert '<p class="seen"' in panels[1]
    assert '<p class="seen"' not in panels[2]


def test_nothing_of_a_line_over_time_dresses_the_words_of_a_story() -> None:
    styles = Path(story.__file__).parent.parent / "styles"
    line = (styles / "line.css").read_text(encoding="utf-8")
    own = set(re.findall(r"\.([a-z-]+)", (styles / "story.css").read_text(encoding="utf-8")))

    bare = set(re.findall(r"^\.([a-z-]+)", line, re.MULTILINE))

    assert not own & bare - {"words"}


@pytest.mark.parametrize(
    ("sentence", "way"),
    [("امی and Dad made it with Ruth.", "ltr"), ("Mum نے یہ کہانی بنائی۔", "rtl"), ("12 😀", "ltr")],
)
def test_a_sentence_runs_the_way_most_of_it_does(
    sample: Sample, written: Written, sentence: str, way: str
) -> None:
    record = sample("ten-panels")
    record["story"][0]["text"] = [sentence]

    assert f'<p class="words" dir="{way}">{sentence}</p>' in written(record, "story")
