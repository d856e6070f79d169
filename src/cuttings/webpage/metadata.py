"""What a page says of itself in its head: JSON-LD, OpenGraph, ``meta``. A page may describe other stories too."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree, html

from cuttings.dates import days
from cuttings.plaintext.characters import tidy
from cuttings.plaintext.lines import key
from cuttings.webpage import linked_data, places

_PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date.published",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "date",
)
_UPDATED = (
    "article:modified_time",
    "article:modified",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
    "article.updated",
)
_AUTHOR = ("author", "byl", "parsely-author", "sailthru.author", "dc.creator", "article:author")
_PUBLISHER = ("og:site_name", "publisher", "application-name")
_PRINTED = re.compile(r"^(?:print(?:able)?(?: (?:version|view|this))?|reader view)\s*[:|–-]\s*", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s+[|–—·•«»:-]\s+|\s*\|\s*")
_STRONG = re.compile(r"\s*(?:\||«|»|::|›)\s*")
_SAVED = re.compile(r"saved from url=\(\d+\)(\S+)|\burl: *(https?://\S+)")


@dataclass
class Metadata:
    """What the page says of itself.

    ``titles`` are what its headline may be, best first; ``title_end`` is what follows a separator in the page's title,
    often the site's name; ``published`` has the words it was read from.
    """

    titles: tuple[str, ...] = ()
    title_end: str = ""
    publisher: str = ""
    author: str = ""
    section: str = ""
    url: str = ""
    description: str = ""
    published: tuple[date, str] | None = None
    updated: date | None = None


def read(tree: html.HtmlElement) -> Metadata:
    """The metadata of a page's tree. What is malformed counts as absent."""
    metas, page, heading = _metas(tree), _page_title(tree), _heading(tree)
    node = linked_data.article(tree, metas.get("og:title") or heading or page)
    publisher = linked_data.name(node.get("publisher")) or _first(metas, _PUBLISHER)
    headlines = [linked_data.text(node.get("headline")), metas.get("og:title", ""), metas.get("twitter:title", "")]
    titles, site = _without_site([title for title in [*headlines, heading] if title], page, publisher)
    parts = _SEPARATORS.split(page)
    return Metadata(
        tuple(titles),
        parts[-1] if len(parts) > 1 and len(parts[-1].split()) <= 5 else "",
        publisher or site,
        linked_data.name(node.get("author")) or _people(tree) or _person(metas),
        linked_data.text(node.get("articleSection")) or metas.get("article:section", ""),
        _url(tree, metas, node),
        metas.get("og:description", "") or metas.get("description", ""),
        _published(tree, metas, node),
        _updated(tree, metas, node),
    )


def stamp(value: str) -> date | None:
    """The day of a time stamp, as written in it (no change of time zone); None for none, and for a computer's zero.

    >>> stamp("2024-02-22T23:30:00+00:00"), stamp("1970-01-01T00:00:00Z"), stamp("yesterday")
    (datetime.date(2024, 2, 22), None, None)
    """
    value = value.strip()
    if re.fullmatch(r"\d{8}", value):
        value = f"{value[:4]}-{value[4:6]}-{value[6:]}"
    if re.fullmatch(r"1\d{9}(?:\d{3})?", value):
        return days.plausible(datetime.fromtimestamp(int(value[:10]), tz=UTC).date())
    found = next(days.find(value[:60]), None)
    return days.plausible(found.on()) if found and not found.swapped else None


def _published(tree: html.HtmlElement, metas: dict[str, str], node: dict[str, object]) -> tuple[date, str] | None:
    stated = [
        ("datePublished", linked_data.text(node.get("datePublished"))),
        ("article:published_time", metas.get("article:published_time", "")),
        ("datePublished", _micro(tree, "datePublished")),
        *((name, metas.get(name, "")) for name in _PUBLISHED),
    ]
    return next(((day, f"{name}: {value[:40]}") for name, value in stated if (day := stamp(value))), None)


def _updated(tree: html.HtmlElement, metas: dict[str, str], node: dict[str, object]) -> date | None:
    stated = [linked_data.text(node.get("dateModified")), *(metas.get(name, "") for name in _UPDATED)]
    return next((day for value in [*stated, _micro(tree, "dateModified")] if (day := stamp(value))), None)


def _micro(tree: html.HtmlElement, name: str) -> str:
    found = (element for element in tree.iterfind(f".//*[@itemprop='{name}']") if element.tag in ("meta", "time"))
    return next((element.get("content") or element.get("datetime") or "" for element in found), "")


def _metas(tree: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or "").strip().lower()
        if name and element.get("content"):
            found.setdefault(name, tidy(element.get("content")[:2000]))
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if metas.get(name)), "")


def _page_title(tree: html.HtmlElement) -> str:
    element = tree.find(".//head/title")
    return "" if element is None else _PRINTED.sub("", tidy(element.text_content()[:1000]))


def _heading(tree: html.HtmlElement) -> str:
    shown = (element for element in islice(tree.iterfind(".//h1"), 8) if not _is_unseen(element))
    found = (tidy(element.text_content()[:1000]) for element in shown)
    return next((text for text in found if len(text.split()) > 2), "")


def _is_unseen(element: html.HtmlElement) -> bool:
    """Whether an element, or one round it, does not show."""
    around = [element, *islice(element.iterancestors(), 30)]
    return any(str(one.tag).lower() in places.UNSEEN or places.is_hidden(one) for one in around)


def _without_site(titles: list[str], page: str, publisher: str) -> tuple[list[str], str]:
    """Headlines without the name of the site at their end, and that name if the page's title has one."""
    site = next((end for title in titles if (end := _after(title, page))), "")
    cut = [_cut_site(title, site or publisher) for title in [*titles, page]]
    names = {key(name) for name in (site, publisher) if name}
    return list(dict.fromkeys(title for title in cut if len(title.split()) > 1 and key(title) not in names)), site


def _after(title: str, page: str) -> str:
    """What the page's title has after the headline and a separator: the site's name, in a few words."""
    rest = page[len(title) :] if page.startswith(title) else ""
    last = _SEPARATORS.split(rest)[-1].strip()
    return last if _SEPARATORS.match(rest) and len(last.split()) <= 5 else ""


def _cut_site(title: str, site: str) -> str:
    strong = [part.strip() for part in _STRONG.split(title) if part.strip()]
    if len(strong) > 1 and not site:  # of a title in parts the headline is the longest
        return max(strong, key=lambda part: len(part.split()))
    parts = _SEPARATORS.split(title)
    if len(parts) > 1 and site and (key(parts[-1]) in key(site) or key(site) in key(parts[-1])):
        return title[: title.rindex(parts[-1])].rstrip(" |–—·•«»:-")
    return title


def _people(tree: html.HtmlElement) -> str:
    """The names of a page that has a ``meta`` for each of its several authors."""
    found = (tidy(element.get("content") or "") for element in tree.iterfind(".//meta[@name='author']"))
    names = list(dict.fromkeys(name for name in islice(found, 10) if name and not name.startswith(("http", "@"))))
    return ", ".join(names) if len(names) > 1 else ""


def _person(metas: dict[str, str]) -> str:
    names = (metas.get(name, "") for name in _AUTHOR)
    return next((name.removeprefix("By ") for name in names if name and not name.startswith(("http", "@", "/"))), "")


def _url(tree: html.HtmlElement, metas: dict[str, str], node: dict[str, object]) -> str:
    links = (link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    comments = [*tree.itersiblings(etree.Comment, preceding=True), *islice(tree.iter(etree.Comment), 20)]
    saved = [match[1] or match[2] for one in comments if (match := _SAVED.search((one.text or "")[:3000]))]
    stated = [*links, metas.get("og:url", ""), linked_data.text(node.get("url")), *saved]
    return next((value for value in stated if _is_web(value)), "")


def _is_web(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and len(value) < 2000
