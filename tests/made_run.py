"""Tables of a run made by hand, for the tests of what reads them: every force, person and sentence is invented.

``few()`` tells of nine incidents as articles do, ``many(60)`` of as many as asked for, ``hostile()`` of one whose every
word tries to be something else, and ``empty()`` of none.
"""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from cuttings import tables, vocabulary

OFFICERS = "officers_total"
LADDER = vocabulary.load().codes("stage")


class MadeRun:
    """Rows for a run's tables; offsets are found in the articles' texts, so that evidence is what it says."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, object]]] = {name: [] for name in tables.TABLES}
        self.texts: dict[str, dict[str, object]] = {}

    def article(self, article_id: str, title: str, *paragraphs: str, **cells: object) -> str:
        text = "\n\n".join([title, *paragraphs])
        cells = {"file": f"{article_id}.html", "publisher": "The Denbrook Argus", "published_basis": "none"} | cells
        cells |= {"published_basis": "metadata"} if cells.get("published") else {}
        row = {"article_id": article_id, "sha256": article_id * 4, "media_type": "text/html", "language": "en"}
        self.rows["articles"].append({**row, "title": title, "text": text, "words": len(text.split()), **cells})
        self.texts[article_id] = self.rows["articles"][-1]
        sentence = {"sentence_id": f"{article_id}-s0", "article_id": article_id, "start": 0, "end": len(text)}
        self.rows["sentences"].append({**sentence, "paragraph": 0, "part": "body"})
        return article_id

    def incident(self, incident_id: str, title: str, *articles: str, role: str = "main", **cells: object) -> str:
        self.rows["incidents"].append({"incident_id": incident_id, "title": title, "articles": len(articles), **cells})
        coverage = [{"incident_id": incident_id, "article_id": article, "role": role} for article in articles]
        self.rows["coverage"] += coverage
        return incident_id

    def span(self, article_id: str, words: str) -> dict[str, object]:
        start = str(self.texts[article_id]["text"]).index(words)
        return {"article_id": article_id, "start": start, "end": start + len(words), "evidence": words}

    def claim(self, incident: str, article: str, attribute: str, value: str, words: str, **cells: object) -> None:
        number = len(self.rows["claims"])
        row = {"claim_id": f"c{number}", "incident_id": incident, "attribute": attribute, "value": value}
        row |= {"standing": "reported", "said_by": "", "origin": "rule", "rule": "made", **self.span(article, words)}
        self.rows["claims"].append(row | cells)

    def subject(self, incident: str, article: str, words: str, count: int | None, **cells: object) -> None:
        row = {"subject_id": f"s{len(self.rows['subjects'])}", "incident_id": incident, "standing": "investigated"}
        row |= {"count_min": count, "count_max": count, "status": "serving", **self.span(article, words)}
        self.rows["subjects"].append(row | cells)

    def person(self, incident: str, article: str, name: str, nameable: str, words: str = "", **cells: object) -> None:
        row = {"person_id": f"p{len(self.rows['people'])}", "incident_id": incident, "name": name, "role": "other"}
        self.rows["people"].append(
            row | {"nameable": nameable, "reason": "made", **self.span(article, words or name)} | cells
        )

    def tables(self) -> dict[str, pd.DataFrame]:
        """All tables of the run, with the incidents' counts of claims, reviews and conflicts."""
        claims, failed = (self._by_incident(name) for name in ("claims", "checks"))
        for incident in self.rows["incidents"]:
            of = claims.get(incident["incident_id"], [])
            incident |= {"claims": len(of), "reviewed": sum(bool(row.get("decision")) for row in of)}
            checks = failed.get(incident["incident_id"], [])
            incident["conflicts"] = sum(row["holds"] is False for row in checks)
        history = [row for incident in self.rows["incidents"] for row in self._history(incident, claims)]
        return {name: tables.frame(name, rows) for name, rows in (self.rows | {"history": history}).items()}

    def _by_incident(self, name: str) -> dict[object, list[dict[str, object]]]:
        found: dict[object, list[dict[str, object]]] = {}
        for row in self.rows[name]:
            found.setdefault(row["incident_id"], []).append(row)
        return found

    def _history(
        self, incident: dict[str, object], claims: dict[object, list[dict[str, object]]]
    ) -> Iterator[dict[str, object]]:
        """A row for each claim of a stage; those beyond the incident's own do not stand."""
        for row in claims.get(incident["incident_id"], []):
            if row["attribute"] == "stage" and row["value"] in LADDER:
                span = {name: row[name] for name in ("article_id", "start", "end", "evidence")}
                day = self.texts[row["article_id"]].get("published", "")
                yield span | {
                    **{"incident_id": row["incident_id"], "stage": row["value"], "event": "reported"},
                    **{"date": day, "date_basis": "published" if day else "none", "published": day},
                    "stands": LADDER.index(row["value"]) <= LADDER.index(incident.get("stage") or LADDER[-1]),
                }

    def write(self, out: Path) -> Path:
        for name, data in self.tables().items():
            tables.write(name, data, out)
        return out


def empty() -> MadeRun:
    return MadeRun()


def one() -> MadeRun:
    """One incident in one article: six serving officers and a former one, an official, an unnamed constable."""
    run = MadeRun()
    _harrowmere(run)
    return run


def few() -> MadeRun:
    """Nine incidents in ten articles, one of them a copy: two are background, four checks are made, one fails."""
    run = one()
    _harrowmere_outcome(run)
    _denbrook(run)
    _short_ones(run)
    _housekeeping(run)
    return run


def _harrowmere(run: MadeRun) -> None:
    a = run.article(
        "a0000000001",
        "Seven police officers investigated over messages in ‘Late Turn’ group chat",
        "Six serving officers of Harrowmere Constabulary and one former officer are under investigation over messages "
        "alleged to be racist and homophobic, which were posted in a WhatsApp group between 2019 and the spring of "
        "2021. The Independent Office for Police Conduct said the matter was referred to it in June.",
        "PC Rhoda Quillfeather is among those served with a notice, the Argus understands. Her husband, Tobias "
        "Quillfeather, declined to comment.",
        "Deputy Chief Constable Ottoline Marsh said: “If proven, what has been alleged would fall far below what the "
        "public expects of us.”",
        "The force said that the inquiry was not linked to the Denbrook case.",
        published="2022-06-17",
        author="Ivo Tanner",
    )
    i = run.incident(
        "i-harrowmere",
        "Harrowmere Constabulary: seven officers, WhatsApp messages",
        a,
        forces="Harrowmere Constabulary",
        officers_min=7,
        officers_max=7,
        officers_serving=6,
        officers_former=1,
        people="Rhoda Quillfeather",
        platforms="WhatsApp",
        allegations="racist | homophobic",
        bodies="Independent Office for Police Conduct",
        stage="under_investigation",
        happened="2019/2021-21",
        first_reported="2022-06-17",
    )
    iopc = "Independent Office for Police Conduct"
    run.claim(i, a, OFFICERS, "7", "Six serving officers of Harrowmere Constabulary and one former officer")
    run.claim(i, a, OFFICERS, "7", "Seven police officers", standing="investigated")
    run.claim(i, a, "officers_serving", "6", "Six serving officers")
    run.claim(i, a, "officers_former", "1", "one former officer")
    run.claim(i, a, "force", "Harrowmere Constabulary", "Harrowmere Constabulary")
    run.claim(i, a, "platform", "WhatsApp", "WhatsApp group")
    run.claim(i, a, "allegation", "racist", "alleged to be racist", standing="alleged")
    run.claim(i, a, "allegation", "homophobic", "homophobic", standing="alleged")
    run.claim(i, a, "body", iopc, iopc, standing="investigated")
    run.claim(i, a, "stage", "under_investigation", "under investigation", standing="investigated", said_by=iopc)
    run.claim(i, a, "happened", "2019/2021-21", "between 2019 and the spring of 2021")
    run.claim(i, a, "person", "Rhoda Quillfeather", "PC Rhoda Quillfeather", standing="investigated")
    run.subject(i, a, "Six serving officers", 6, force="Harrowmere Constabulary")
    run.subject(i, a, "one former officer", 1, status="former", force="Harrowmere Constabulary")
    run.person(i, a, "Rhoda Quillfeather", "no", role="officer", rank_or_title="PC", reason="not charged")
    run.person(i, a, "Tobias Quillfeather", "no", role="family", reason="family")
    official = {"role": "official", "rank_or_title": "Deputy Chief Constable", "reason": "speaks for their office"}
    run.person(i, a, "Ottoline Marsh", "yes", **official)


def _harrowmere_outcome(run: MadeRun) -> None:
    a = run.article(
        "a0000000002",
        "Four sacked over ‘Late Turn’ chat, panel told of eight officers",
        "A misconduct panel has found that four officers of Harrowmere Constabulary breached standards. They were "
        "dismissed without notice on Tuesday. The hearing was told that eight officers had been in the group.",
        "A fifth, Quillfeather, had resigned before the hearing.",
        publisher="Marlpit Wire",
        published="2024-01-23",
    )
    run.article(
        "a0000000003",
        "Four sacked over ‘Late Turn’ chat, panel told of eight officers",
        "A misconduct panel has found that four officers of Harrowmere Constabulary breached standards.",
        publisher="Tillbrook Echo",
        duplicate_of=a,
    )
    incident = run.rows["incidents"][0]
    incident |= {"stage": "concluded_sanction", "officers_max": 8, "articles": 2, "sanctions": "dismissed | resigned"}
    i = incident["incident_id"]
    run.rows["coverage"].append({"incident_id": i, "article_id": a, "role": "main"})
    run.claim(i, a, OFFICERS, "8", "eight officers", said_by="the hearing")
    run.claim(i, a, "allegation", "other", "breached standards", standing="found", said_by="a misconduct panel")
    run.claim(i, a, "stage", "concluded_sanction", "dismissed without notice", standing="found")
    run.claim(i, a, "sanction", "dismissed", "dismissed without notice", standing="found", decision="accepted")
    run.claim(i, a, "sanction", "retired", "resigned", decision="rejected")
    run.claim(i, a, "sanction", "resigned", "resigned")
    dismissed = {"outcome": "dismissed", "standing": "found", "force": "Harrowmere Constabulary"}
    run.subject(i, a, "four officers of Harrowmere Constabulary", 4, **dismissed)
    run.subject(i, a, "A fifth, Quillfeather", 1, name="Rhoda Quillfeather", outcome="resigned", status="former")
    eight, six = run.span(a, "eight officers"), run.span("a0000000001", "Six serving officers")
    differ = {"check": "total_across_articles", "holds": False, "detail": "7 in a0000000001, 8 in a0000000002"}
    agree = {"check": "headline_against_body", "holds": True, "detail": "4 and 4"}
    for cells, other in ((differ, six), (agree, eight)):
        run.rows["checks"].append({"incident_id": i, **eight, **cells} | {f"other_{k}": v for k, v in other.items()})


def _denbrook(run: MadeRun) -> None:
    a = run.article(
        "a0000000004",
        "Sergeant and constable charged over shared pictures",
        "Two officers from Denbrook Police have been charged under the Computer Misuse Act after pictures of a scene "
        "were shared on Signal in July 2023, prosecutors said. Both deny the charges.",
        publisher="Port Calloway Mail",
        published="2024-05-02",
    )
    i = run.incident(
        "i-denbrook",
        "Denbrook Police and Mardenvale Police: two officers, pictures of a scene shared on Signal and, it is alleged, "
        "sold on to a newspaper",
        a,
        forces="Denbrook Police | Mardenvale Police",
        officers_min=2,
        officers_max=2,
        officers_serving=2,
        platforms="Signal",
        allegations="sharing_case_material",
        laws="Computer Misuse Act 1990",
        stage="charged",
        happened="2023-07",
        first_reported="2024-05-02",
    )
    cps = "prosecutors"
    run.claim(i, a, OFFICERS, "2", "Two officers")
    run.claim(i, a, "force", "Denbrook Police", "Denbrook Police")
    run.claim(i, a, "law", "Computer Misuse Act 1990", "Computer Misuse Act", standing="charged", said_by=cps)
    run.claim(
        i, a, "allegation", "sharing_case_material", "pictures of a scene were shared", standing="denied", said_by=cps
    )
    run.claim(i, a, "stage", "charged", "charged under the Computer Misuse Act", standing="charged", said_by=cps)
    run.claim(i, a, "happened", "2023-07", "July 2023", said_by=cps)
    run.subject(i, a, "Two officers from Denbrook Police", 2, force="Denbrook Police", standing="charged")
    words = "not linked to the Denbrook case"
    link = {"from_incident": "i-harrowmere", "to_incident": i, "relation": "not_linked"}
    run.rows["links"].append(link | run.span("a0000000001", words))


def _short_ones(run: MadeRun) -> None:
    """Seven incidents of a sentence each: unknown counts, ranges, no date, no force, an outcome without action."""
    kinds = [
        ("Thornmarsh Police", "alleged", None, None, None, None, "", "2023-02-11", "main"),
        ("Thornmarsh Police", "misconduct_hearing", 12, 14, 11, None, "2021~", "2023-09-30", "main"),
        ("Strathlennoch Police", "sentenced", 3, 3, 1, 2, "../2020", "2021-11-02", "main"),
        ("Mardenvale Police", "concluded_no_action", 1, 1, 1, None, "2022-12-24", "2023-01-09", "main"),
        ("", "referred", 2, None, None, None, "not a date", "", "main"),
        ("Port Calloway Police Department", "", 5, 9, None, None, "2017", "2018-03-03", "background"),
        ("Aldermoor Police", "convicted", 1, 1, None, 1, "2019?", "2022-06-17", "background"),
    ]
    for number, (force, stage, least, most, serving, former, happened, published, role) in enumerate(kinds, 5):
        body = f"Messages sent by officers of {force or 'an unnamed force'} came to light, it was reported."
        a = run.article(f"a{number:010}", f"Messages at {force or 'a force'} come to light", body, published=published)
        i = run.incident(
            f"i-{number}",
            f"{force or 'Force not named'}: messages",
            a,
            role=role,
            forces=force,
            stage=stage,
            officers_min=least,
            officers_max=most,
            officers_serving=serving,
            officers_former=former,
            happened=happened,
            first_reported=published,
        )
        if stage:
            run.claim(i, a, "stage", stage, "came to light", said_by="")


def _housekeeping(run: MadeRun) -> None:
    run.rows["skipped"] += [
        {"file": "photos/panel.jpg", "reason": "not_an_article", "detail": "a picture", "remedy": "save the page"},
        {"file": "empty.txt", "reason": "empty", "detail": "0 bytes", "remedy": "save it again"},
    ]


HOSTILE = (
    '<script>alert(1)</script> {{7*7}} {% raw %} =HYPERLINK("x") $\\frac{1}{2}$ _hidden <img src=x onerror=y> 中文 🚔'
)


def hostile() -> MadeRun:
    """One incident whose titles, forces, evidence, people and files are markup, formulas and templates."""
    run = MadeRun()
    title = f"{HOSTILE} {'very ' * 60}long and with{'outspaces' * 40}"
    a = run.article("a00000000ff", title, f"The words {HOSTILE} were read.", file=f"{HOSTILE}.html", publisher=HOSTILE)
    cells = {"forces": HOSTILE, "platforms": HOSTILE, "stage": "no_such_stage", "happened": HOSTILE}
    i = run.incident("i-hostile", title, a, **cells, officers_min=1, officers_max=None)
    for attribute in tables.ATTRIBUTES:
        run.claim(i, a, attribute, HOSTILE, HOSTILE, said_by=HOSTILE)
    run.subject(i, a, HOSTILE, None, force=HOSTILE, outcome=HOSTILE, rank=HOSTILE)
    run.person(i, a, HOSTILE, "yes", rank_or_title=HOSTILE, reason=HOSTILE)
    run.rows["links"].append({"from_incident": i, "relation": "similar", **run.span(a, HOSTILE)})
    run.rows["checks"].append({"incident_id": i, "check": HOSTILE, "holds": False, "detail": HOSTILE})
    run.rows["skipped"].append({"file": HOSTILE, "reason": HOSTILE, "detail": HOSTILE, "remedy": HOSTILE})
    return run


def many(count: int) -> MadeRun:
    """``count`` incidents of twelve forces at every stage, their dates spread over eight years."""
    run = MadeRun()
    ladder = ("alleged", "referred", "under_investigation", "arrested", "charged", "misconduct_hearing")
    ladder += ("criminal_trial", "concluded_no_action", "concluded_sanction", "convicted", "sentenced")
    for number in range(count):
        year, month = 2017 + number % 8, number % 12 + 1
        force = (
            f"{('North', 'South', 'East', 'West')[number % 4]} {('Ellow', 'Harrow', 'Tillbrook')[number % 3]} Police"
        )
        stage = ladder[number % 11]
        first = run.article(
            f"a{number:010}",
            f"Officers of {force} investigated, report {number}",
            "Officers are under investigation over messages on WhatsApp.",
            published=f"{year}-{month:02}-17",
        )
        later = run.article(
            f"b{number:010}",
            f"Outcome for officers of {force}, report {number}",
            f"The matter has moved on, {number} messages were read out.",
            published=f"{year + 1}-{month:02}-05",
        )
        i = run.incident(
            f"i{number:03}",
            f"{force}: {number % 9 + 1} officers, messages on WhatsApp, matter {number}",
            first,
            later,
            forces=force,
            stage=stage,
            officers_min=number % 9 + 1,
            officers_max=number % 9 + 1 + number % 2,
            officers_serving=min(number % 5, number % 9 + 1),
            happened=f"{year - 1}-{month:02}" if number % 7 else "",
            first_reported=f"{year}-{month:02}-17",
            platforms="WhatsApp",
        )
        if ladder.index(stage) >= 2:
            run.claim(i, first, "stage", "under_investigation", "under investigation", standing="investigated")
        run.claim(i, later, "stage", stage, "moved on")
        run.claim(i, first, "platform", "WhatsApp", "WhatsApp")
    return run


_TELLING = (
    "Six serving officers and two former officers of {force} are under investigation over racist and misogynistic "
    "messages that were posted in a WhatsApp group between 2019 and the spring of 2021, a spokesman said on Friday.",
    "The Independent Office for Police Conduct, to which the force referred the matter in June, said that the officers "
    "had been served with notices of gross misconduct and that an inquiry in Eastgate was continuing into number {n}.",
    "A misconduct panel was told that the group had been set up after a night shift, that nobody in it had objected, "
    "and that four of its members had since been suspended from duty while two had resigned before any hearing. {name} "
    "was among them.",
)

_GIVEN = ("Rhoda", "Tobias", "Una", "Ivo", "Marguerite")


def _letters(number: int) -> str:
    return "".join("aeiobdlmrt"[int(digit)] for digit in str(number))


def large(count: int) -> MadeRun:
    """``count`` incidents with all that real ones have: ten claims, two subjects, two articles and a check; every
    other one is said not to be linked to the one before."""
    run = many(count)
    for number, incident in enumerate(run.rows["incidents"]):
        i, force, a = incident["incident_id"], incident["forces"], f"a{number:010}"
        name = f"{_GIVEN[number % len(_GIVEN)]} Qu{_letters(number)}feather"
        words = [telling.format(force=force, n=number, name=name) for telling in _TELLING]
        run.texts[a]["text"] = "\n\n".join([str(run.texts[a]["text"]), *words])
        run.claim(i, a, OFFICERS, "8", "Six serving officers and two former officers", standing="investigated")
        run.claim(i, a, "force", str(force), f"officers of {force}")
        run.claim(i, a, "allegation", "racist", "racist and misogynistic messages", standing="alleged")
        run.claim(i, a, "happened", "2019/2021-21", "between 2019 and the spring of 2021", said_by="a spokesman")
        iopc = "Independent Office for Police Conduct"
        run.claim(i, a, "body", iopc, f"The {iopc}", standing="investigated", said_by=iopc)
        run.claim(i, a, "place", "Eastgate", "an inquiry in Eastgate")
        run.claim(i, a, "sanction", "suspended", "four of its members had since been suspended", said_by="a panel")
        run.subject(i, a, "Six serving officers", 6, force=force)
        run.subject(i, a, "two former officers", 2, force=force, status="former")
        run.person(i, a, name, "no", role="officer", reason="not charged")
        six, four = run.span(a, "Six serving officers"), run.span(a, "four of its members")
        check = {"incident_id": i, "check": "headline_against_body", "holds": number % 3 > 0, "detail": "6 and 4"}
        run.rows["checks"].append({**check, **six} | {f"other_{name}": value for name, value in four.items()})
        if number % 2:
            link = {"from_incident": i, "to_incident": f"i{number - 1:03}", "relation": "not_linked"}
            run.rows["links"].append(link | run.span(a, "an inquiry in Eastgate"))
    return run
