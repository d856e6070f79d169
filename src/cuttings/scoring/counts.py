"""What a run got right, wrong and left out, counted column by column against gold."""

from collections import Counter
from collections.abc import Iterable, Mapping

import pandas as pd

from cuttings import tables, vocabulary
from cuttings.scoring.alignment import SLOTS, Account, Found, Score, compare, key
from cuttings.scoring.gold import Gold, Row
from cuttings.scoring.matters import accounts, pairwise
from cuttings.scoring.pairing import Pairing, Run, pair_up

DETAILS = ("title", "publisher", "author", "published", "published_basis", "language", "duplicate_of")
_WORDED = ("title", "publisher", "author")
_GROUP = ("count_min", "count_max", "status")
_CLAIMED = {"charged", "misconduct_hearing", "criminal_trial", "concluded_sanction", "convicted", "sentenced"}
_GRAVE = {"charged", "admitted", "found"}


class Tally(Counter):
    """Counts by (row of the frame, column of the frame)."""

    def add(self, row: str, score: Score) -> None:
        self.update({(row, name): n for name, n in score._asdict().items()})

    def pick(self, row: str, wanted: object, given: object) -> None:
        """Score one cell: ``wanted`` and ``given`` are falsy when empty."""
        right = bool(wanted) and wanted == given
        self.add(row, Score(bool(wanted), bool(given), right, bool(given) and not right, bool(wanted) and not right))

    def harm(self, row: str, times: int, of: int) -> None:
        self.update({(row, "found"): times, (row, "gold"): of})


def score(gold: Gold, run: Run) -> Tally:
    """Everything that ``evaluate`` reports, as counts by (row, column) of its frame."""
    tally, pairings = Tally(), pair_up(gold, run)
    for pairing in pairings:
        _score_claims(pairing, tally)
        _score_harm(pairing, run.words.codes("stage"), tally)
        _score_subjects(pairing, gold, run, tally)
        _score_links(pairing, gold, run, tally)
    for article in gold.articles:
        _score_article(article, gold, run, tally)
        _score_people(article["file"], gold, run, tally)
        _score_quotes(article["file"], gold, run, tally)
    tally.add("same incident", pairwise(list(accounts(pairings))))
    _score_evidence(run, tally)
    return tally


def _score_claims(pairing: Pairing, tally: Tally) -> None:
    for i, account in enumerate(pairing.golden):
        one = pairing.founds[pairing.pairs[i]] if i in pairing.pairs else None
        if one:
            tally.pick("coverage role", account.role, one.role)
            _score_standing(account, one, tally)
        if not account.optional:
            tally.add("coverage", Score(1, bool(one), bool(one), 0, not one))
        if one or not account.optional:
            totals = ("main", "all") if account.role == "main" else ("all",)
            _score_account(account, one, totals, tally)
    for extra in pairing.unpaired:
        tally.add("coverage", Score(found=1, fp=1))
        _score_account(None, extra, ("all",), tally)


def _score_account(account: Account | None, one: Found | None, totals: tuple[str, ...], tally: Tally) -> None:
    for attribute in tables.ATTRIBUTES:
        readings = account.readings.get(attribute, ()) if account else ()
        score = compare(readings, one.values.get(attribute, ()) if one else ())
        if account and account.optional:
            score = score._replace(gold=score.tp, fn=0)
        for row in (attribute, *(totals if attribute in SLOTS else ())):
            tally.add(row, score)


def _score_standing(account: Account, one: Found, tally: Tally) -> None:
    for attribute, readings in account.readings.items():
        for reading in readings:
            standings = one.values.get(attribute, {}).get(reading.value, frozenset())
            if reading.standing and standings:
                given = reading.standing if reading.standing in standings else "another"
                tally.pick("standing", reading.standing, given)
                over = reading.standing not in _GRAVE and bool(standings & _GRAVE)
                tally.harm("overstandings", over, 1)


def _score_harm(pairing: Pairing, order: tuple[str, ...], tally: Tally) -> None:
    supported = {j: pairing.golden[i].stages for i, j in pairing.pairs.items()}
    anywhere = {stage for account in pairing.golden for stage in account.stages}
    for j, one in enumerate(pairing.founds):
        furthest = max((order.index(stage) for stage in supported.get(j, anywhere)), default=-1)
        over = any(stage in _CLAIMED and order.index(stage) > furthest for stage in one.stages)
        tally.harm("overclaims", over, 1)
    if not pairing.golden:
        tally.harm("false_alarms", bool(pairing.founds), 1)


def _score_subjects(pairing: Pairing, gold: Gold, run: Run, tally: Tally) -> None:
    def groups(rows: Iterable[Mapping]) -> Counter:
        return Counter(tuple("" if pd.isna(row[name]) else str(row[name]) for name in _GROUP) for row in rows)

    mine = run.of("subjects", pairing.file)
    for i, account in enumerate(pairing.golden):
        if i in pairing.pairs or not account.optional:
            wanted = groups(gold.of("subjects", pairing.file, account.incident))
            given = groups(row for row in mine if row["incident_id"] == pairing.mate(account.incident))
            score = _overlap(wanted, given)
            tally.add("subjects", score._replace(gold=score.tp, fn=0) if account.optional else score)
    extra = {one.incident_id for one in pairing.unpaired}
    tally.add("subjects", _overlap(Counter(), groups(row for row in mine if row["incident_id"] in extra)))


def _overlap(wanted: Counter, given: Counter) -> Score:
    right = (wanted & given).total()
    return Score(wanted.total(), given.total(), right, given.total() - right, wanted.total() - right)


def _score_links(pairing: Pairing, gold: Gold, run: Run, tally: Tally) -> None:
    """A link is right when it relates the same incidents the same way, whichever of the two it starts from."""
    wanted = Counter(
        (row["relation"], *sorted(pairing.mate(row[end]) for end in ("from_incident", "to_incident")))
        for row in gold.of("links", pairing.file)
    )
    given = Counter(
        (row["relation"], *sorted((row["from_incident"], row["to_incident"]))) for row in run.of("links", pairing.file)
    )
    tally.add("links", _overlap(wanted, given))


def _score_article(article: Row, gold: Gold, run: Run, tally: Tally) -> None:
    """The article's own columns; ``duplicate_of`` by the path of the file it copies."""
    mine = run.articles.get(article["file"])
    tally.add("articles", Score(1, bool(mine), bool(mine), 0, not mine))
    files = {row["article_id"]: file for file, row in run.articles.items()}
    given = {**mine, "duplicate_of": files.get(mine["duplicate_of"], mine["duplicate_of"])} if mine else {}
    for name in DETAILS:
        wanted, have = article[name], given.get(name, "")
        tally.pick(name, *(key(name, cell) if name in _WORDED else cell for cell in (wanted, have)))
    text = _spaced(mine["text"]) if mine else ""
    for row in gold.of("furniture", article["file"]):
        gone = bool(mine) and _spaced(row["text"]) not in text
        tally.add("furniture", Score(1, gone, gone, 0, not gone))


def _spaced(text: str) -> str:
    """Words alone, with a space at either end, so that looking for one text in another finds whole words."""
    return f" {key('', text)} "


def _surname(name: str) -> str:
    return key("", name).rpartition(" ")[2]


def _speaker(name: str, words: vocabulary.Vocabulary) -> str:
    """A person by the surname; a force or a body by its full name, whatever the article calls it."""
    row = words.lexicon("forces").get(name) or words.lexicon("bodies").get(name)
    return key("speaker", row.value) if row else _surname(name)


def _score_people(file: str, gold: Gold, run: Run, tally: Tally) -> None:
    """Names by their last part, within an article; a role is right if it is one that gold gives the name there."""

    def by_name(rows: Iterable[Mapping], column: str) -> dict[str, set[str]]:
        cells: dict[str, set[str]] = {}
        for row in rows:
            cells.setdefault(_surname(row["name"]), set()).add(row[column])
        return cells

    golden, mine = gold.of("people", file), run.of("people", file)
    wanted, given = by_name(golden, "role"), by_name(mine, "role")
    tally.add("people", _overlap(Counter(wanted.keys()), Counter(given.keys())))
    for name in wanted.keys() & given.keys():
        right = not wanted[name].isdisjoint(given[name])
        tally.add("people role", Score(1, 1, right, not right, not right))
    printed = by_name(mine, "nameable")
    for name, answers in by_name(golden, "nameable").items():
        if answers & {"no", "ask"}:
            tally.harm("named_wrongly", "yes" in printed.get(name, ()) and "yes" not in answers, 1)


def _score_quotes(file: str, gold: Gold, run: Run, tally: Tally) -> None:
    """A quotation is found when one of the run's holds gold's words."""
    mine = [(_spaced(row["text"]), _speaker(row["speaker"], run.words)) for row in run.of("quotes", file)]
    for row in gold.of("quotes", file):
        speakers = {speaker for text, speaker in mine if _spaced(row["text"]) in text}
        tally.add("quotes", Score(1, bool(speakers), bool(speakers), 0, not speakers))
        if speakers and row["speaker"]:
            wanted = _speaker(row["speaker"], run.words)
            tally.pick("quotes speaker", wanted, wanted if wanted in speakers else max(speakers))


def _score_evidence(run: Run, tally: Tally) -> None:
    for article_id, claims in run.rows["claims"].items():
        for claim in claims:
            if not pd.isna(claim["start"]):
                words = run.texts.get(article_id, "")[int(claim["start"]) : int(claim["end"])]
                tally.harm("evidence_exact", words == claim["evidence"], 1)
