"""Claims taken to other tools and back: no verdict may be lost, doubled, or put on other words than it was given on.

Each round makes the tables of a run at random (hostile words, overlapping spans, empty values, formulas, line breaks),
takes their claims out to Label Studio, Prodigy and spaCy, decides as a person would in each, and compares what the
casebook then holds with what was decided. ``test_interchange`` does twenty rounds.

    .venv/bin/python tests/interchange.py [how many] [seed]
"""

import json
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import spacy

from cuttings import casebook, tables, vocabulary
from cuttings.interchange import Returned, docbin, label_studio, prodigy

PIECES = (
    *(
        "Three",
        "constables",
        "of Harrowmere Police",
        "racist",
        "PC 12",
        "“grossly offensive”",
        "don't",
        "£3,000",
        "a.b",
    ),
    *("🚔", "👩‍🚒", "𝕏", "e\u0301", "é", "中文", "\u202e", "\u200b", "\ufeff", "\u2028", "\x85", "\xa0", "\x07", "א"),
    *(
        "=1+1",
        "=HYPERLINK('x')",
        "+44",
        "@SUM(A1)",
        "-2",
        "\t",
        "\\n",
        "\\",
        '"',
        "'",
        "{{x}}",
        "$text",
        "<Text/>",
        "&amp;",
    ),
    *("]]>", "</View>", "null", "NaN", "𠮷", "\n", "\n\n", "\r\n", "\r", " ", "  "),
)
STANDINGS, ATTRIBUTES = tables.STANDINGS, tables.ATTRIBUTES
WORDS, ENGLISH = vocabulary.load(), spacy.blank("en")


@dataclass
class Round:
    """What one trip to a tool came to: how many of what, and what went wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def must(self, holds: bool, fault: str) -> None:
        if not holds:
            self.faults.append(fault)


def words(chance: random.Random, most: int) -> str:
    """A text of up to so many pieces, most of them parted by a space."""
    return "".join(chance.choice(PIECES) + chance.choice(("", " ", " ", " ")) for _ in range(chance.randint(1, most)))


def another(attribute: str, value: str, chance: random.Random) -> str:
    """A value that the attribute may have, other than ``value``."""
    if attribute.startswith("officers_"):
        given = ("3", "6..", "..6", "5..7")
    elif attribute in ("happened", "announced"):
        given = ("2023", "2023-05", "2023-05-17", "2021/2023")
    else:
        given = WORDS.codes(attribute) or (words(chance, 3), "=1+1", "Ann Other")
    given = [re.sub(r"[\x00-\x1f\x7f\u2028\u2029|]", "", each).strip() for each in given]
    return chance.choice([each for each in given if each and each != value])


def make_run(chance: random.Random, out: Path) -> None:
    """The tables of a run, at random."""
    rows: dict[str, list[dict]] = {name: [] for name in ("articles", "incidents", "sentences", "coverage", "claims")}
    for number in range(chance.randint(1, 3)):
        text, article = "A " + words(chance, 40), {"article_id": f"a{number}"}
        row = {"file": f"{number}.txt", "sha256": f"{number}" * 64, "title": words(chance, 3), "text": text}
        rows["articles"].append(article | row)
        accounts = chance.choice((0, 1, 1, 1, 2))
        for account in range(accounts):
            incident = {"incident_id": f"i{number}{account}"}
            rows["incidents"].append(incident | {"title": words(chance, 2)})
            start = account * (len(text) // 2)
            rows["sentences"].append(article | {"account": account, "start": start, "end": start + len(text) // 2})
            rows["coverage"].append(article | incident | {"account": account, "role": "main"})
        for _ in range(chance.randint(0, 9)):
            rows["claims"].append(claim(len(rows["claims"]), article["article_id"], text, accounts, chance))
    for name, made in rows.items():
        tables.write(name, tables.frame(name, made), out)


def claim(number: int, article_id: str, text: str, accounts: int, chance: random.Random) -> dict[str, object]:
    """A row of claims, its span anywhere in the text or nowhere; now and then one that is decided."""
    start = chance.randrange(len(text))
    end = min(len(text), start + chance.choice((0, 1, 2, 5, 5, 9, 30)))
    if chance.random() < 0.5:  # whole words, as a claim has them mostly
        start, end = chance.choice([found.span() for found in re.finditer(r"\S+", text)])
    span = {"start": start, "end": end, "evidence": text[start:end]} if chance.random() < 0.9 else {}
    attribute = chance.choice(ATTRIBUTES)
    return span | {
        **{"claim_id": f"c{number}", "article_id": article_id, "attribute": attribute},
        "incident_id": f"i{article_id[1:]}{chance.randrange(max(accounts, 1))}",
        "value": chance.choice(("", words(chance, 2), another(attribute, "", chance))),
        "standing": chance.choice(("", *STANDINGS)),
        **{"said_by": chance.choice(("", words(chance, 2))), "origin": "rule", "rule": "made"},
        "decision": chance.choice(("", "", "", "", "accepted", "rejected", "corrected")),
    }


Told = tuple[tuple, tuple]  # what is decided on, and what is said of it


class Expected:
    """What the casebook must hold, and how many rows must be in quarantine."""

    def __init__(self, out: Path) -> None:
        self.articles = {row["article_id"]: row for row in tables.read("articles", out).to_dict("records")}
        self.claims = {row["claim_id"]: row for row in tables.read("claims", out).to_dict("records")}
        self.told: list[Told] = []
        self.refused = 0

    def say(self, claim_id: str, verdict: str, value: str = "", span: Iterable[int] = (), standing: str = "") -> None:
        row = self.claims[claim_id]
        of = (int(row["start"]), int(row["end"]), row["attribute"], row["value"])
        self.tell(row["article_id"], of, (verdict, value, *(tuple(span) or (None, None)), standing, None))

    def tell(self, article_id: str, of: tuple, says: tuple) -> None:
        self.told.append(((self.articles[article_id]["sha256"], *of), says))

    def settled(self) -> tuple[set[Told], int]:
        """Those that say one thing of a thing; and how many rows were not taken."""
        said: dict[tuple, list[tuple]] = {}
        for of, says in self.told:
            said.setdefault(of, []).append(says)
        agreed = {(of, each[0]) for of, each in said.items() if len(set(each)) == 1}
        return agreed, self.refused + sum(len(each) for each in said.values() if len(set(each)) > 1)


def compared(found: Returned, again: Returned, book: Path, expected: Expected) -> Round:
    """What the casebook holds after a file was imported twice, against what was decided in it."""
    made, (told, refused) = Round(), expected.settled()
    decisions = casebook.load(book)
    texts = {row["sha256"]: row["text"] for row in expected.articles.values()}
    for one in decisions:
        made.must(texts[one.sha256][one.start : one.end] == one.words, "a decision is not on its words")
        if one.new_words:
            made.must(
                texts[one.sha256][one.new_start : one.new_end] == one.new_words, "new words are not the article's"
            )
    said = [
        (
            (one.sha256, one.start, one.end, one.attribute, one.value),
            (one.verdict, one.new_value, one.new_start, one.new_end, one.new_standing, one.account),
        )
        for one in decisions
    ]
    made.must(len(said) == len(set(said)), "a decision was recorded twice")
    made.must(set(said) == told, f"the casebook holds {set(said) - told}, and lacks {told - set(said)}")
    made.must((found.recorded, found.unchanged) == (len(told), 0), f"counted {found.recorded} of {len(told)} recorded")
    made.must(len(found.quarantined) == refused, f"{refused} rows should be in quarantine, not {found.quarantined}")
    made.must((again.recorded, again.unchanged) == (0, len(told)), "a second time recorded something")
    made.must(again.quarantined == found.quarantined, "a second time quarantined others")
    made.counts.update(one.verdict for one in decisions)
    made.counts.update(quarantined=refused)
    return made


def free_span(text: str, chance: random.Random, other: tuple[int, int]) -> tuple[int, int]:
    """Any span of the text but ``other``; the text has at least two characters."""
    spans = [(start, end) for start in range(len(text)) for end in range(start + 1, min(len(text), start + 12) + 1)]
    return chance.choice([span for span in spans if span != other])


def units(text: str, at: int) -> int:
    """A code point's place in UTF-16 units."""
    return len(text[:at].encode("utf-16-le")) // 2


def label_studio_trip(out: Path, chance: random.Random) -> Round:
    """Out to Label Studio, annotated as its editor does it, and back."""
    taken, expected = label_studio.export(out, out / "tasks.json"), Expected(out)
    tasks = json.loads(taken.path.read_text("utf-8"))
    for number, task in enumerate(tasks, start=1):
        prediction = task.pop("predictions")[0]
        ids = {key: stamp["claim_id"] for key, stamp in task["data"]["cuttings"]["claims"].items()}
        results = [part for key in ids for part in annotated(key, ids[key], prediction["result"], expected, chance)]
        for drawn in range(chance.choice((0, 0, 1, 2))):
            results += drawn_region(f"drawn{drawn}", task["data"], out, expected, chance)
        task["annotations"] = [{"id": number, "completed_by": 1, "parent_prediction": number, "result": results}]
    path = out / "annotated.json"
    path.write_text(json.dumps(tasks), "utf-8")
    found, again = (label_studio.import_annotations(path, out, out / "book-ls", "ann") for _ in range(2))
    made = compared(found, again, out / "book-ls", expected)
    made.counts.update(claims=taken.claims, left_out=len(taken.left_out))
    return made


def annotated(key: str, claim_id: str, results: list[dict], expected: Expected, chance: random.Random) -> list[dict]:
    """A claim's results after somebody kept, deleted or changed its region, or the tool got its offsets wrong."""
    mine = [json.loads(json.dumps(part)) for part in results if part["id"] == key]
    row = expected.claims[claim_id]
    text, place = expected.articles[row["article_id"]]["text"], (int(row["start"]), int(row["end"]))
    done = chance.choice(("keep", "keep", "delete", "value", "standing", "move", "shift", "units", "label"))
    if done == "delete":
        expected.say(claim_id, "rejected")
        return []
    if done in ("value", "standing"):
        codes = another(row["attribute"], row["value"], chance), chance.choice(STANDINGS)
        value, standing = codes if done == "value" else ("", codes[1])
        kinds = {"value": ("textarea", "text", value), "standing": ("choices", "choices", standing)}
        for name in ("value", "standing") if done == "value" else ("standing",):
            mine = [part for part in mine if part["from_name"] != name]
            kind, cell, new = kinds[name]
            mine.append({"id": key, "from_name": name, "to_name": "text", "type": kind, "value": {cell: [new]}})
        standing = standing if standing != row["standing"] else ""
        expected.say(claim_id, "corrected" if value or standing else "accepted", value, (), standing)
    elif done == "move":
        span = free_span(text, chance, place)
        moved_to(mine, span, text[slice(*span)].replace("\n", r"\n").replace("\r", r"\n"))
        if text[slice(*span)].strip() == text[slice(*span)]:
            expected.say(claim_id, "corrected", span=span)
        else:
            expected.refused += 1
    elif done in ("shift", "units"):
        span = (place[0] + 1, place[1] + 1) if done == "shift" else (units(text, place[0]), units(text, place[1]))
        moved_to(mine, span, text[slice(*place)])
        if span == place:
            expected.say(claim_id, "accepted")
        elif span[1] <= len(text) and text[slice(*span)] == text[slice(*place)] == text[slice(*place)].strip():
            expected.say(claim_id, "corrected", span=span)  # the same words again: that is what the file says
        else:
            expected.refused += 1
    elif done == "label":
        mine[0]["value"]["labels"] = ["unit" if row["attribute"] != "unit" else "place"]
        expected.refused += 1
    else:
        expected.say(claim_id, "accepted")
    chance.shuffle(mine)
    return mine


def moved_to(results: list[dict], span: tuple[int, int], shown: str) -> None:
    for part in results:
        part["value"] |= {"start": span[0], "end": span[1]}
        if part["type"] == "labels":
            part["value"]["text"] = shown


def drawn_region(key: str, data: dict, out: Path, expected: Expected, chance: random.Random) -> Iterator[dict]:
    """The results of a region that somebody drew, perhaps with the number of its account as a note."""
    text, article_id = data["text"], data["cuttings"]["article_id"]
    sentences = tables.read("sentences", out)
    starts = {int(row.account): int(row.start) for row in sentences[sentences["article_id"] == article_id].itertuples()}
    span, attribute = free_span(text, chance, (0, 0)), chance.choice(ATTRIBUTES)
    value, note = another(attribute, "", chance), chance.choice(("", "0", "1", "7"))
    named = [start for account, start in starts.items() if not note or str(account) == note]
    same = {"id": key, "to_name": "text"}
    at = {"start": span[0], "end": span[1]}
    label = {
        "value": at | {"text": text[slice(*span)], "labels": [attribute]},
        "meta": {"text": [note] if note else []},
    }
    yield {**same, "from_name": "attribute", "type": "labels", **label}
    yield {**same, "from_name": "value", "type": "textarea", "value": at | {"text": [value]}}
    if len(named) == 1 and text[slice(*span)] == text[slice(*span)].strip():
        expected.tell(article_id, (*span, attribute, value), ("added", "", None, None, "reported", named[0]))
    else:
        expected.refused += 1


def prodigy_trip(out: Path, chance: random.Random) -> Round:
    """Out to Prodigy, answered as its manual interface does it, and back."""
    taken, expected = prodigy.export(out, out / "tasks.jsonl", whole=chance.random() < 0.5), Expected(out)
    lines = [json.loads(line) for line in taken.path.read_text("utf-8").split("\n") if line]
    for task in lines:
        answered(task, expected, chance)
    path = out / "answered.jsonl"
    path.write_text("".join(json.dumps(task) + "\n" for task in lines), "utf-8")
    found, again = (prodigy.import_annotations(path, out, out / "book-prodigy", "ann") for _ in range(2))
    made = compared(found, again, out / "book-prodigy", expected)
    made.counts.update(claims=taken.claims, left_out=len(taken.left_out))
    return made


def answered(task: dict, expected: Expected, chance: random.Random) -> None:
    claim_id, first = task["cuttings"]["claim_id"], task["cuttings"]["first"]
    row, text = expected.claims[claim_id], task["text"]
    place = int(row["start"]), int(row["end"])
    done = chance.choice(("accept", "accept", "reject", "ignore", "flag", "move", "shift", "none", "two"))
    task |= {"answer": {"move": "accept", "shift": "accept", "two": "accept", "flag": "ignore"}.get(done, done)}
    if done == "none":
        del task["answer"]
    elif done == "flag":
        task["flagged"] = True
        expected.say(claim_id, "needs_call")
    elif done == "two":
        task["spans"] *= 2
        expected.refused += 1
    elif done == "shift":
        task["spans"][0]["start"] += 1
        expected.refused += 1
    elif done == "move":
        begins = chance.randrange(len(task["tokens"]))
        ends = min(len(task["tokens"]) - 1, begins + chance.randint(0, 4))
        start, end = task["tokens"][begins]["start"], task["tokens"][ends]["end"]
        label = task["spans"][0]["label"]
        task["spans"] = [{"start": start, "end": end, "token_start": begins, "token_end": ends, "label": label}]
        span = (first + start, first + end)
        if span == place:
            expected.say(claim_id, "accepted")
        elif text[start:end] == text[start:end].strip():
            expected.say(claim_id, "corrected", span=span)
        else:
            expected.refused += 1
    elif done != "ignore":
        expected.say(claim_id, f"{done}ed")


def docbin_trip(out: Path, chance: random.Random) -> Round:
    """Out to spaCy, and read back: every span that is on tokens' borders, and no other."""
    made, taken = Round(), docbin.export(out, out / "train.spacy", ENGLISH)
    texts = dict(tables.read("articles", out)[["article_id", "text"]].itertuples(index=False))
    claims = tables.read("claims", out).dropna(subset=["start"])
    expected, kept = {}, 0
    for row in claims[claims["decision"].isin(("accepted", "corrected"))].itertuples():
        spans = expected.setdefault(row.article_id, set())
        doc = ENGLISH(texts[row.article_id])
        starts, ends = {token.idx for token in doc}, {token.idx + len(token) for token in doc}
        if row.start < row.end and row.start in starts and row.end in ends:
            spans.add(docbin.Marked(row.start, row.end, row.attribute, row.value))
            kept += 1
    found = docbin.read(taken.path)
    made.must(
        {key: set(spans) for key, spans in found.items() if spans} == {k: s for k, s in expected.items() if s}, "x"
    )
    made.must(all(len(spans) == len(set(spans)) for spans in found.values()), "a span is in the DocBin twice")
    made.must(taken.claims == kept, f"{taken.claims} claims counted of {kept}")
    every = tables.read("claims", out)
    its = every[every["article_id"].isin(found) & (every["decision"] != "rejected")]
    made.must(taken.claims + len(taken.left_out) == len(its), "a claim is neither a span nor listed as left out")
    made.counts.update(spans=taken.claims, left_out=len(taken.left_out))
    return made


TRIPS = {"Label Studio": label_studio_trip, "Prodigy": prodigy_trip, "DocBin": docbin_trip}


def trips(count: int, seed: int) -> dict[str, Round]:
    """So many tables of a run through each format: what was counted, and the faults, each with its number."""
    found = {name: Round() for name in TRIPS}
    for number in range(count):
        # the vocabulary is read once, and not once for each table: that is what takes the time
        with tempfile.TemporaryDirectory(prefix="cuttings-") as folder, patch.object(vocabulary, "load", lambda: WORDS):
            chance = random.Random(f"{seed} {number}")
            make_run(chance, Path(folder))
            for name, trip in TRIPS.items():
                made = trip(Path(folder), chance)
                found[name].counts.update(made.counts)
                found[name].faults += [f"table {number}: {fault}" for fault in made.faults]
    return found


def main(count: int = 1_000, seed: int = 1) -> int:
    """Make the trips, print what was found, and return 1 where there is a fault."""
    start, found = time.monotonic(), trips(count, seed)
    for name, made in found.items():
        counts = ", ".join(f"{number:,} {what}" for what, number in sorted(made.counts.items()))
        print(f"{name}: {count:,} tables, {counts}; {len(made.faults)} faults")
        print(*made.faults[:20], sep="\n", end="\n" if made.faults else "")
    print(f"{time.monotonic() - start:.0f} s")
    return int(any(made.faults for made in found.values()))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
