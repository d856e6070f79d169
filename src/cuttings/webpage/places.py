"""Where on a page a block can stand, told by its tag and by the names its makers gave it."""

import re

from lxml import html

from cuttings.plaintext.lines import words

UNSEEN = frozenset(
    words("script style noscript template svg math head iframe object canvas video audio select datalist map")
)
BLOCKS = frozenset(
    words(
        "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset"
        " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre"
        " section summary table tbody tfoot thead tr ul"
    )
)
BY_TAG = {
    "nav": "menu",
    "menu": "menu",
    "footer": "footer",
    "aside": "aside",
    "figcaption": "caption",
    "form": "form",
    "button": "button",
}
_BY_NAME = (
    ("cookies", r"cookie|consent|gdpr|cmp|onetrust"),
    ("comments", r"comments?|disqus|viafoura|coral"),
    ("newsletter", r"newsletter|sign-?up|subscri\w*|mailing|paywall"),
    ("share", r"share|sharing|social|follow"),
    (
        "related",
        r"related|recommend\w*|rec|recs|recirc\w*|read-?more|see-?also|teasers?|promos?|promoted|trending|most-?read"
        r"|popular|more-?(?:on|from|stories|news)|also(?:-?like)?|outbrain|taboola|up-?next|latest|ticker|carousel"
        r"|sidebar|tags|topics|onward",
    ),
    ("advert", r"ads?|advert\w*|dfp|mpu|sponsor\w*|banner|leaderboard"),
    ("menu", r"nav|navigation|navbar|menu|breadcrumbs?|masthead|skip|topbar"),
    ("caption", r"caption|cap|credit|image-?credit|pic|picture|photo"),
    ("footer", r"footer|copyright|legal"),
)
_NAMED = tuple((reason, re.compile(rf"(?:^|[-_ ])(?:{names})(?=$|[-_ ])", re.IGNORECASE)) for reason, names in _BY_NAME)
_WHOLE = frozenset(words("html body main article h1"))  # their names describe the page, not a part of it
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def place(tag: str, names: str) -> str:
    """Why what stands in an element is likely to be none of the article, by its tag and names; empty if it may be.

    >>> place("div", "article-body"), place("div", "story__related-links"), place("nav", "")
    ('', 'related', 'menu')
    """
    if tag in BY_TAG:
        return BY_TAG[tag]
    if tag in _WHOLE:
        return ""
    return next((reason for reason, pattern in _NAMED if pattern.search(names)), "")


def is_hidden(element: html.HtmlElement) -> bool:
    """Whether an element says of itself that it does not show."""
    return element.get("hidden") is not None or bool(_INVISIBLE.search((element.get("style") or "")[:400]))
