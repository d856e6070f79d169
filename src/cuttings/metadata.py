"""What a page says of itself in its head: JSON-LD, OpenGraph, ``meta``. A page may describe other stories too."""

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree, html

from cuttings import days
from cuttings.lines import content_words, key
from cuttings.markup import tidy

_ARTICLE = re.compile(
    r"(?:News|Reportage|Analysis|Opinion|Background|Review|AskPublicNews)?(?:Article|ReportageNewsArticle)|(?:Live)?BlogPosting|Report"
)
_NESTED = frozenset(
    "itemListElement hasPart isRelatedTo relatedLink mentions liveBlogUpdate associatedMedia video citation comment".split()
)
_PUBLISHED = (
    "article:published_time article:published og:published_time datepublished date.published dc.date.issued dcterms.created dcterms.issued dc.date"
    " dcterms.date pubdate publishdate publish-date publish_date publication_date parsely-pub-date sailthru.date cxenseparse:recs:publishtime"
    " article.published date"
).split()
_UPDATED = "article:modified_time article:modified og:updated_time datemodified dcterms.modified last-modified lastmod revised article.updated".split()
_SEPARATORS = re.compile(r"\s+[|–—·•»:-]\s+|\s*\|\s*")
_SAVED = re.compile(r"saved from url=\(\d+\)(\S+)|\burl: *(https?://\S+)")
_MOST_NODES = 20_000


@dataclass
class Metadata:
    """What the page says of itself; ``title`` may be any of ``titles``, best first."""

    titles: tuple[str, ...] = ()
    publisher: str = ""
    author: str = ""
    title_end: str = ""
    section: str = ""
    url: str = ""
    description: str = ""
    published: date | None = None
    published_words: str = ""
    updated: date | None = None


def read(tree: html.HtmlElement) -> Metadata:
    """The metadata of a page's tree. What is malformed counts as absent."""
    metas = _metas(tree)
    shown = metas.get("og:title") or " ".join(_heading(tree)) or _page_title(tree)
    node = _article(tree, shown)
    titles = [_text(node.get("headline")), metas.get("og:title", ""), metas.get("twitter:title", ""), *_heading(tree)]
    publisher = (
        _name(node.get("publisher"))
        or metas.get("og:site_name", "")
        or metas.get("publisher", "")
        or metas.get("application-name", "")
    )
    titles, site = _without_site([title for title in titles if title], _page_title(tree), publisher)
    found = Metadata(tuple(titles), publisher or site)
    parts = _SEPARATORS.split(_page_title(tree))
    found.title_end = parts[-1] if len(parts) > 1 and len(parts[-1].split()) <= 5 else ""
    found.author = _name(node.get("author")) or _person(metas)
    found.section = _text(node.get("articleSection")) or metas.get("article:section", "")
    found.url = _url(tree, metas, node)
    found.description = metas.get("og:description", "") or metas.get("description", "")
    _dates(found, node, metas, tree)
    return found


def _dates(found: Metadata, node: dict[str, object], metas: dict[str, str], tree: html.HtmlElement) -> None:
    micro = {
        name: _text(element.get("content") or element.get("datetime"))
        for name in ("datePublished", "dateModified")
        for element in tree.iterfind(f".//*[@itemprop='{name}']")
        if element.tag in ("meta", "time")
    }
    published = [
        ("datePublished", _text(node.get("datePublished"))),
        *((name, metas.get(name, "")) for name in _PUBLISHED),
    ]
    published.insert(2, ("datePublished", micro.get("datePublished", "")))
    updated = [
        _text(node.get("dateModified")),
        *(metas.get(name, "") for name in _UPDATED),
        micro.get("dateModified", ""),
    ]
    for name, value in published:
        day = stamp(value)
        if day:
            found.published, found.published_words = day, f"{name}: {value[:40]}"
            break
    found.updated = next((day for day in map(stamp, updated) if day), None)


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


def _metas(tree: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or "").strip().lower()
        if name and element.get("content"):
            found.setdefault(name, tidy(element.get("content")[:2000]))
    return found


def _page_title(tree: html.HtmlElement) -> str:
    element = tree.find(".//head/title")
    return "" if element is None else tidy(element.text_content()[:1000])


def _heading(tree: html.HtmlElement) -> list[str]:
    found = [tidy(element.text_content()[:1000]) for element in tree.iterfind(".//h1")][:5]
    return [text for text in found if len(text.split()) > 2][:1]


def _without_site(titles: list[str], page: str, publisher: str) -> tuple[list[str], str]:
    """Headlines without the name of the site at their end, and that name if the page's title has one."""
    site = ""
    for title in titles:
        rest = page[len(title) :] if page.startswith(title) else ""
        parts = [part for part in _SEPARATORS.split(rest) if part.strip()]
        site = site or (parts[-1].strip() if rest and _SEPARATORS.match(rest) and len(parts[-1].split()) <= 5 else "")
    cut = [_cut_site(title, site or publisher) for title in [*titles, page]]
    names = {key(name) for name in (site, publisher) if name}
    return list(dict.fromkeys(title for title in cut if len(title.split()) > 1 and key(title) not in names)), site


def _cut_site(title: str, site: str) -> str:
    parts = _SEPARATORS.split(title)
    if len(parts) > 1 and site and (key(parts[-1]) in key(site) or key(site) in key(parts[-1])):
        return title[: title.rindex(parts[-1])].rstrip(" |–—·•»:-")
    return title


def _article(tree: html.HtmlElement, shown: str) -> dict[str, object]:
    """The JSON-LD node of this page's article: of several, the one whose headline is the page's own."""
    nodes = [
        node
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "")
        for node in _nodes(script.text or "")
    ]
    if not nodes:
        return {}
    wanted = content_words(shown)
    scored = [(len(content_words(_text(node.get("headline"))) & wanted), -at) for at, node in enumerate(nodes)]
    best, at = max(scored)
    node = nodes[-at]
    alien = len(wanted) >= 3 and len(content_words(_text(node.get("headline")))) >= 3 and best * 4 < len(wanted)
    return {} if alien else node


def _nodes(source: str) -> Iterator[dict[str, object]]:
    try:
        waiting = deque(
            [json.loads(source.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False)]
        )
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.popleft()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            kinds = node.get("@type")
            if any(
                _ARTICLE.fullmatch(str(kind).rsplit("/", 1)[-1])
                for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                yield node
            waiting.extend(
                value for name, value in node.items() if name not in _NESTED and isinstance(value, dict | list)
            )


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return tidy(value[:2000]) if isinstance(value, str) else ""


def _name(value: object) -> str:
    """A person's or an organisation's name, of one or several: ``{"name": …}``, a string, or a list of them."""
    many = value if isinstance(value, list) else [value]
    names = [_text(one.get("name")) if isinstance(one, dict) else _text(one) for one in many[:10]]
    return ", ".join(dict.fromkeys(name for name in names if name and not name.startswith(("http:", "https:"))))


def _person(metas: dict[str, str]) -> str:
    names = [
        metas.get(name, "")
        for name in ("author", "byl", "parsely-author", "sailthru.author", "dc.creator", "article:author")
    ]
    return next((name.removeprefix("By ") for name in names if name and not name.startswith(("http", "@", "/"))), "")


def _url(tree: html.HtmlElement, metas: dict[str, str], node: dict[str, object]) -> str:
    links = [link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    comments = [*tree.itersiblings(etree.Comment, preceding=True), *islice(tree.iter(etree.Comment), 20)]
    saved = [match[1] or match[2] for comment in comments if (match := _SAVED.search((comment.text or "")[:3000]))]
    for value in [*links, metas.get("og:url", ""), _text(node.get("url")), *saved]:
        if _is_web(value):
            return value
    return ""


def _is_web(value: str) -> bool:
    try:
        return urlsplit(value).scheme in ("http", "https") and bool(urlsplit(value).netloc) and len(value) < 2000
    except ValueError:
        return False
