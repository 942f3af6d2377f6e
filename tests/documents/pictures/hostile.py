"""Pictures at random: any script, hostile words, crowds, nobody."""

from typing import Any

from hypothesis import strategies as st

Json = Any

HOSTILE = (
    "<script>alert(1)</script>", '"><a href="x">', "</text></svg>", "{{ 7*7 }}", "& &amp; &#60;", "]]>",
    "' onload='x", "عبد الرحمن", "שלום", "میں تم سے پیار کرتا ہوں", "Łódź ŵythnos", "Олена Ковальчук",
    "ナナちゃん", "한국어", "👨‍👩‍👧‍👦😀🏳️‍🌈", "e\u0301\u0302\u0303\u0304", "x" * 60, "Mum", "Nain", "a",
    "🇬🇧🇵🇱",
    "Wolfeschlegelsteinhausenbergerdorffwelchevoraltern" * 2,
    "Bartholomew-Maximilian Featherstonehaugh-Cholmondeley of Wrexham",
)  # fmt: skip
PLACES = (
    "home", "kitchen", "court", "Nain's house", "the lighthouse", "", "<b>park</b>", "school", "a dark " * 20,
)  # fmt: skip
FEELINGS = ("", "ok", "happy", "blank", "scared", "prickly", "not happy", "bleeding", "<i>sad</i>")
THINGS = (
    "teddy", "knife", "bottle of wine", "a periscope", "sun", "<svg>", "door", "music", "x" * 50, "my teddy",
)  # fmt: skip
LOOKS = ("plaits", "wheelchair", "hijab", "beard, glasses", "baby", "toddler, hat", "a purple mohican")

words = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(blacklist_categories=("Cc", "Cs", "Co", "Cn")), min_size=1, max_size=60),
)


@st.composite
def pictures(draw: st.DrawFn) -> Json:
    """Return any picture at all, in the record's shape."""
    names = draw(st.lists(words, max_size=12, unique_by=lambda name: " ".join(name.split()).casefold()))
    other = st.sampled_from([*names, "nobody here"])
    people = [
        {
            "name": name,
            "feeling": draw(st.sampled_from(FEELINGS)),
            "look": draw(st.sampled_from(("", "", *LOOKS))),
            "hand": draw(st.one_of(st.just(""), other)),
            "carries": draw(st.one_of(st.just(""), other)),
            "holds": draw(st.sampled_from(("", "", *THINGS))),
        }
        for name in names
    ]
    bubbles = draw(st.lists(st.fixed_dictionaries({"by": other, "text": words, "kind": KINDS}), max_size=5))
    return {
        "place": draw(st.sampled_from(PLACES)),
        "people": people,
        "things": draw(st.lists(st.one_of(st.sampled_from(THINGS), words), max_size=6)),
        "bubbles": [*bubbles, *draw(st.lists(words, max_size=1))],
    }


KINDS = st.sampled_from(("speech", "thought"))
