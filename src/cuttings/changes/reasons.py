"""Why an incident differs between two runs, as far as the runs say."""

from cuttings.changes import headlines
from cuttings.changes.comparison import Change, Comparison
from cuttings.telling.wording import capital, listed

_ARTICLES = {
    "new_article": "articles were added",
    "gone_article": "articles are gone",
    "changed_article": "articles have changed",
}
_REVIEW = frozenset(("rejected", "unrejected", "corrected", "uncorrected", "added"))
_READ = frozenset(("read", "unread", "moved"))


def why(change: Change, found: Comparison) -> str:
    """A sentence: whose articles, or whose decisions, and where it is neither, in what the runs were made otherwise."""
    fates = {each.fate for side in (change.old, change.new) for each in side.said}
    decided = [headlines.is_decided(*reading) for reading in change.readings]
    told = [words for fate, words in _ARTICLES.items() if fate in fates]
    told += ["reviewers have decided"] if fates & _REVIEW or any(decided) else []
    otherwise = fates & _READ or not all(decided)
    if told and not otherwise:
        return f"{capital(listed(told))}."
    told += ["the same words are read otherwise"] if otherwise else ["the same readings are put together otherwise"]
    made = " ".join(headlines.made(found.settings))
    return f"{capital(listed(told))}. {made or _UNSAID}"


_UNSAID = "Why, run.json does not say: its versions, vocabulary and parameters are the same."
