"""What a run found, in sentences computed from its tables: no number in them was ever typed."""

from collections.abc import Mapping

import pandas as pd

from cuttings.dates import timespan
from cuttings.publication import withheld
from cuttings.telling.summaries import by_force, by_stage, main_only
from cuttings.telling.wording import amount, capital, count_of
from cuttings.vocabulary import Vocabulary

Data = Mapping[str, pd.DataFrame]


def title(data: Data) -> str:
    """``7 incidents in 11 articles``: main incidents, and articles that are no copies."""
    incidents, articles = main_only(data["incidents"], data["coverage"]), _counted(data["articles"])
    if incidents.empty:
        return "No incident found" if len(articles) else "No article was read"
    return capital(f"{count_of(len(incidents), 'incident')} in {count_of(len(articles), 'article')}")


def sentences(data: Data, vocabulary: Vocabulary) -> list[str]:
    """The headline sentences, the most important first; without incidents only those that still have a meaning."""
    main = main_only(data["incidents"], data["coverage"])
    told = [_incidents(data, main), *_officers(main), *_stages(main, vocabulary), *_dates(main)]
    return [*told, *_checks(data), *_review(data), _articles(data), *_names(data)]


def _counted(articles: pd.DataFrame) -> pd.DataFrame:
    return articles[articles["duplicate_of"] == ""]


def _be(count: int, one: str = "is", many: str = "are") -> str:
    return one if count < 2 else many


def _articles(data: Data) -> str:
    read, skipped = len(data["articles"]), len(data["skipped"])
    copies = read - len(_counted(data["articles"]))
    found = capital(f"{count_of(read, 'article')} {_be(read, 'was', 'were')} read")
    copied = f"; {copies:,} of them {_be(copies, 'is a copy of another', 'are copies of others')}" if copies else ""
    missed = f"; {count_of(skipped, 'file')} gave no article" if skipped else ""
    return f"{found}{copied}{missed}."


def _incidents(data: Data, main: pd.DataFrame) -> str:
    found, background = len(data["incidents"]), len(data["incidents"]) - len(main)
    if not found:
        return "No incident was found."
    one = len(data["articles"]) == 1
    told = f"{'The article tells' if one else 'The articles tell'} of {count_of(found, 'incident')}"
    if not background:
        return f"{told}."
    return f"{told}: {len(main) or 'none'} as the main matter of an article, {background:,} only as background."


def _officers(main: pd.DataFrame) -> list[str]:
    if main.empty:
        return []
    forces = by_force(main)
    silent, unbounded = int(forces["uncounted"].sum()), forces["most"].isna().any()
    if silent == len(main):
        return [
            "How many officers are its subjects is not said."
            if silent == 1
            else "No incident has a number of officers."
        ]
    least, most = int(forces["least"].sum()), pd.NA if unbounded else int(forces["most"].sum())
    kinds = {"serving": forces["serving"].sum(), "former": forces["former"].sum()}
    known = ", ".join(f"{int(count):,} {kind}" for kind, count in kinds.items() if count)
    where = "the incident" if len(main) == 1 else "the main incidents"
    whose = f"{_be(least, 'is reported as a subject', 'are reported as subjects')} of {where}"
    unsaid = f"; {silent:,} of the incidents {_be(silent, 'gives', 'give')} no number" if silent else ""
    twice = "; an officer in two incidents counts twice" if len(main) > 1 else ""
    told = f"{amount(least, most, 'officer', 'officers')}{f' ({known})' if known else ''} {whose}{unsaid}"
    return [f"{capital(told)}. To be a subject is no finding{twice}."]


def _stages(main: pd.DataFrame, vocabulary: Vocabulary) -> list[str]:
    told = "; ".join(by_stage(main, vocabulary))
    return [f"Furthest stage reported: {told}."] if told else []


def _dates(main: pd.DataFrame) -> list[str]:
    days = sorted(day for day in main["first_reported"] if day)
    undated = len(main) - len(days)
    if not days:
        return ["No incident has a dated article."] if undated else []
    ends = [timespan.in_words(day) for day in dict.fromkeys((days[0], days[-1]))]
    when = f"First reports run from {ends[0]} to {ends[1]}" if len(ends) > 1 else f"First reported on {ends[0]}"
    return [when + (f"; {count_of(undated, 'incident has', 'incidents have')} no dated article." if undated else ".")]


def _checks(data: Data) -> list[str]:
    made = data["checks"].dropna(subset="holds")
    if made.empty:
        return []
    failed = made[~made["holds"].astype(bool)]
    told = count_of(len(made), "check of the figures", "checks of the figures")
    if failed.empty:
        return [f"{capital(told)} {_be(len(made), 'was', 'were')} made and {_be(len(made), 'holds', 'hold')}."]
    where = count_of(failed["incident_id"].nunique(), "incident")
    return [f"{len(failed):,} of {told} {_be(len(failed), 'does', 'do')} not hold, in {where}."]


def _names(data: Data) -> list[str]:
    names = len(withheld(data["people"]))
    return [f"{capital(count_of(names, 'name is', 'names are'))} withheld from this report."] if names else []


def _review(data: Data) -> list[str]:
    read = len(data["claims"])
    reviewed = int((data["claims"]["decision"] != "").sum())
    behind = f"of {count_of(read, 'reading')} behind the incidents"
    if not read:
        return []
    if not reviewed:
        return [f"None {behind} has been checked by a person."]
    return [f"{reviewed:,} {behind} {_be(reviewed, 'has', 'have')} been checked by a person."]
