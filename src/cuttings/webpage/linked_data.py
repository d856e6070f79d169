"""JSON-LD: what a page says of its article, and of other stories, in schema.org's terms."""

import json
import re
from collections import deque
from collections.abc import Iterator

from lxml import html

from cuttings.plaintext.characters import tidy
from cuttings.plaintext.lines import content_words, words

_ARTICLE = re.compile(
    r"(?:News|Reportage(?:News)?|AnalysisNews|OpinionNews|BackgroundNews|ReviewNews|AskPublicNews)?Article"
    r"|(?:Live)?BlogPosting|Report"
)
_OTHERS = frozenset(
    words(
        "itemListElement hasPart isRelatedTo relatedLink mentions liveBlogUpdate associatedMedia video citation comment"
    )
)
_MOST_NODES = 20_000


def article(tree: html.HtmlElement, shown: str) -> dict[str, object]:
    """The node of this page's article: of several, the one whose headline is the one ``shown``; ``{}`` for none.

    A page may carry the nodes of other stories alone: one whose headline has hardly a word of this one's is not taken.
    """
    scripts = (script.text or "" for script in tree.iter("script") if "ld+json" in (script.get("type") or ""))
    nodes = [node for source in scripts for node in _articles(source)]
    if not nodes:
        return {}
    wanted = content_words(shown)
    own = [content_words(text(node.get("headline"))) for node in nodes]
    shared, at = max((len(has & wanted), -at) for at, has in enumerate(own))
    alien = min(len(wanted), len(own[-at])) >= 3 and shared * 4 < len(wanted)
    return {} if alien else nodes[-at]


def _articles(source: str) -> Iterator[dict[str, object]]:
    """The nodes of articles in a script, outermost first, without those that a node of another kind only refers to."""
    waiting: deque[object] = deque(_loaded(source))
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.popleft()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            if _is_article(node.get("@type")):
                yield node
            waiting.extend(value for name, value in node.items() if name not in _OTHERS)


def _loaded(source: str) -> list[object]:
    bare = source.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        return [json.loads(bare, strict=False)]
    except (ValueError, RecursionError):  # malformed metadata count as none
        return []


def _is_article(kinds: object) -> bool:
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(_ARTICLE.fullmatch(str(name).rsplit("/", 1)[-1]) for name in names)


def text(value: object) -> str:
    """A value as one line: a string, or the first of a list of them; empty for anything else."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return tidy(value[:2000]) if isinstance(value, str) else ""


def name(value: object) -> str:
    """A person's or an organisation's name, of one or several: ``{"name": …}``, a string, or a list of them."""
    many = value if isinstance(value, list) else [value]
    names = [text(one.get("name")) if isinstance(one, dict) else text(one) for one in many[:10]]
    return ", ".join(dict.fromkeys(one for one in names if one and not one.startswith(("http:", "https:"))))
