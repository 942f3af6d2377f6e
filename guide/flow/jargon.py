"""Words that do not belong on a family's screen, each with what to say in its place."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

OFFICE: Final = {
    r"neglect(?:ed|ful)?": "what the child did not have, and when",
    r"emotional(?:ly)? abuse[d]?": "what is said or done, and what the child does then",
    r"physical(?:ly)? abuse[d]?": "who did what, and what it left",
    r"(?:physical )?chastise(?:ment|d)?": "what the grown-up did with their hands",
    r"domestic (?:violence|abuse|incident)s?": "who does what to whom",
    r"coercive control": "who decides, and what happens after a no",
    r"(?:substance|alcohol|drug) (?:mis)?use": "what, how much and when",
    r"mental health (?:issue|problem|difficult)\w*": "what is hard on a bad day",
    r"failure to (?:protect|thrive)": "what was tried, and what stopped it",
    r"poor (?:supervision|hygiene|attachment|engagement|home conditions)": "what somebody would see",
    r"chaotic": "what is different every day",
    r"dysfunctional": "what happens",
    r"inappropriate(?:ly)?": "what it was, and for whom it was not all right",
    r"lack(?:s|ing)? (?:of )?(?:insight|boundaries|emotional warmth)": "what happens",
    r"in denial|minimising": "what they say happened",
    r"challenging behaviou?rs?": "what the child does, and just after what",
    r"attention[- ]seeking": "whose attention is wished for",
    r"manipulative": "what was tried, and what for",
    r"oppositional|defiant": "what was asked, and what came then",
    r"abscond(?:s|ed|ing)?": "going missing",
    r"school refus(?:er|al)": "what happens at the door",
    r"special needs": "what somebody needs more help with",
    r"at risk": "what could happen, and from whom",
    r"risk factors?|protective factors?": "what makes it harder, or what helps",
    r"vulnerab(?:le|ility)|complex needs": "what could happen more easily, and why",
    r"resilien(?:t|ce)": "what somebody does to get through",
    r"non-?complian(?:t|ce)|disguised compliance": "what was asked, and what was done",
    r"hard to reach|(?:refus\w+|failed) to engage|(?:dis)?engagement": "what was offered, and what happened",
    r"looked[- ]after child(?:ren)?|care leavers?": "the name",
    r"placements?|placement breakdown": "home, or somebody's house",
    r"(?:supervised |family )?contact (?:with|time|sessions?|visits?)": "seeing or ringing each other",
    r"respite": "who gives you all a breather",
    r"siblings?": "brothers and sisters",
    r"(?:birth|biological) (?:parent|mother|father|family|mum|dad)s?": "the name they go by",
    r"permanence|permanency": "where somebody will grow up",
    r"threshold|section (?:17|47)": "what we have to look into, and why",
    r"core group|strategy (?:meeting|discussion)": "who meets, and what for",
    r"child protection (?:plan|conference)|child in need": "a plan to keep somebody safe",
    r"perpetrators?|victims?": "the name, and what was done",
    r"disclos(?:e|es|ed|ure|ures)": "what somebody told",
    r"safeguarding": "keeping somebody safe",
    r"intervention|signposting|referr(?:al|als|ed)": "what somebody will do to help",
    r"multi-?agency|professionals?|practitioners?": "the people who help, by name",
    r"assessment|case conference|caseload|service users?": "what it is in plain words",
    r"issues|concerns": "what happened",
    r"dysregulat\w+|de-?escalat\w+": "what it looks like",
}  # fmt: skip
"""Pattern to what to say, in our own words."""

PROGRAM: Final = {
    r"sessions?": "today, or our talk",
    r"entr(?:y|ies)": "what you said",
    r"journals?": "what we have so far",
    r"sheets?(?! of paper)": "the page",
    r"records?": "what we have so far",
    r"levels?": "nothing in its place",
    r"panels?": "the picture",
    r"set aside": "the other way we went",
}
"""What a family's screen never shows, and what to say."""

_ACRONYM: Final = re.compile(r"\b(?!(?:OK|TV|UK|PE|DVD|PC|AM|PM|II|III)\b)[A-Z]{2,}s?\b")


def jargon(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield what does not belong on a family's screen: the code, the words, what to say instead."""
    for code, words in (("G105", OFFICE), ("G106", PROGRAM)):
        for match in _pattern(code).finditer(text):
            instead = next(say for word, say in words.items() if _whole(word).fullmatch(match[0]))
            yield code, match[0], instead
    for match in _ACRONYM.finditer(text):
        yield "G105", match[0], "it in full, in plain words"


@cache
def _pattern(code: str) -> re.Pattern[str]:
    words = OFFICE if code == "G105" else PROGRAM
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


@cache
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(word, re.IGNORECASE)
