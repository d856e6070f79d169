"""Forms and lexicons: what a row's words match, and what they do not."""

import gc
import time
from dataclasses import dataclass

import pytest

from cuttings.words.forms import FormError, pieces, spellings
from cuttings.words.lexicon import Lexicon


@dataclass(frozen=True)
class Entry:
    form: str
    value: str = "found"


def found(forms: list[str] | list[Entry], text: str) -> list[str]:
    rows = [form if isinstance(form, Entry) else Entry(form) for form in forms]
    return [text[hit.start : hit.end] for hit in Lexicon(rows).finditer(text)]


MATCHES = {
    "any case": ("charged with", "He was Charged with theft.", ["Charged with"]),
    "capitals as written": ("Met", "The Met met him on the Metro; METRO, MET, Met's.", ["Met", "Met"]),
    "not another abbreviation": ("MPS", "MPs asked the MPS and the mps.", ["MPS"]),
    "a next word with an apostrophe that is a letter": (
        "the chief's office",
        "the chiefʼs office",
        ["the chiefʼs office"],
    ),
    "a next word with an ending": ("sent messag*", "He sent Messages, sent a message.", ["sent Messages"]),
    "an ending": ("demean*", "Demeaning, demean: undemeaning, demean2", ["Demeaning", "demean"]),
    "a gap": ("lost * job*", "They lost their jobs. She lost a good job.", ["lost their jobs", "lost a good job"]),
    "no words in the gap": ("lost * job*", "They lost jobs.", ["lost jobs"]),
    "no gap over a full stop": ("lost * job*", "He lost. A job was not what he wanted.", []),
    "no gap over a quoted end": ("lost * job*", "He lost it.” The job was gone; he lost it?” My job.", []),
    "no gap over a semicolon": ("lost * job*", "They lost; his job: lost: jobs.", []),
    "no gap of four words": ("lost * job*", "They lost more than one single job.", []),
    "no gap over a paragraph": ("lost * job*", "They lost\n\ntheir jobs.", []),
    "a gap with punctuation": ("lost * job*", "They lost (he said) their\njobs.", ["lost (he said) their\njobs"]),
    "a comma after a word": ("lost * job*", "They lost, he said, jobs.", []),
    "either word": ("sacked/fired over", "Sacked over, fired over, axed over", ["Sacked over", "fired over"]),
    "optional word": ("referred (itself) to", "referred itself to, referred back to", ["referred itself to"]),
    "optional word left out": ("referred (itself) to", "He referred to it.", ["referred to"]),
    "optional at the start": ("(gross) misconduct", "Gross misconduct, misconduct", ["Gross misconduct", "misconduct"]),
    "optional either": ("launched (a/an) probe", "launched a probe, launched the probe", ["launched a probe"]),
    "the longer of two words": ("months/months' custody", "two months’ custody", ["months’ custody"]),
    "apostrophes": ("Chief's Office", "the Chief’s Office, the Chiefs Office", ["Chief’s Office"]),
    "hyphens": (
        "non-public-facing",
        "non-public facing, non–public‑facing",
        ["non-public facing", "non–public‑facing"],
    ),
    "a space is no hyphen": ("front line", "front-line, front line", ["front line"]),
    "white space": ("case to answer", "a case\nto\u00a0 answer", ["case\nto\u00a0 answer"]),
    "no paragraph break": ("case to answer", "a case to\n\nanswer, a case to\n \nanswer", []),
    "no gap over a denial": (
        "found * guilty",
        "found him guilty, found him not guilty, found they weren't guilty",
        ["found him guilty"],
    ),
    "a verb that is shortened": (
        "will/are not charged",
        "won't charged, won’t charged, aren't charged, wont charged",
        ["won't charged", "won’t charged", "aren't charged"],
    ),
    "a stroke": ("T//DCI", "T/DCI Ann Lee and DCI Lee", ["T/DCI"]),
    "full stops": ("P.C.", "P.C. Lee, PxC.", ["P.C."]),
    "accents": ("gardaí", "Gardaí and gardaí, not gardaíx", ["Gardaí", "gardaí"]),
    "whole words": ("PC", "ex-PC, PC’s, PCs, PC1, aPC", ["PC", "PC"]),
}


@pytest.mark.parametrize(("form", "text", "expected"), MATCHES.values(), ids=list(MATCHES))
def test_a_form_matches_what_its_syntax_says(form: str, text: str, expected: list[str]) -> None:
    assert found([form], text) == expected


@pytest.mark.parametrize(
    ("form", "part_of_message"),
    [
        ("", "empty"),
        ("case (to answer", "bracket"),
        ("case to) answer", "bracket"),
        ("officer(s)", "bracket"),
        ("case () answer", "nothing between"),
        ("(case to/for answer) only", "single words"),
        ("sacked/ over", "one side"),
        ("/sacked over", "one side"),
        ("(gross)", "nothing in the form is needed"),
        ("* job", "between two words"),
        ("lost *", "between two words"),
        ("(a) * job", "between two words"),
        ("dis*missed", "'*' goes at the end"),
        ("lost **", "'*' goes at the end"),
        ("a * b * c * d * e", "more than 3"),
        ("£50 fine", "begins with a letter"),
        ("case/£50 fine", "begins with a letter"),
    ],
)
def test_a_form_that_cannot_be_read_says_why(form: str, part_of_message: str) -> None:
    with pytest.raises(FormError, match="(?s)" + part_of_message.replace("*", r"\*")):
        pieces(form)


def test_the_form_that_reaches_furthest_counts_and_hits_do_not_overlap() -> None:
    forms = ["written warning", "final written warning", "warning for", "warn*"]
    assert found(forms, "a final written warning for him") == ["final written warning"]


def test_of_two_forms_that_reach_as_far_the_more_exact_counts() -> None:
    rows = [Entry("allegations * proven", "upheld"), Entry("allegations not proven", "rejected")]
    assert [hit.row.value for hit in Lexicon(rows).finditer("Allegations not proven. Allegations all proven.")] == [
        "rejected",
        "upheld",
    ]


def test_a_stop_row_is_matched_and_passed_over() -> None:
    rows = [Entry("Met"), Entry("Met Office", "-")]
    assert found(rows, "The Met Office told the Met.") == ["Met"]
    assert Lexicon(rows).get("Met Office") is None


def test_get_takes_the_words_as_a_whole() -> None:
    lexicon = Lexicon([Entry("chief constable*"), Entry("O'Brien")])
    assert lexicon.get("Chief Constables") == Entry("chief constable*")
    assert "O’Brien" in lexicon
    assert lexicon.get("Chief Constable Lee") is None
    assert lexicon.get("") is None


def test_spellings_write_out_alternatives_and_brackets() -> None:
    assert spellings("placed/put (on) * list*") == {
        "placed * list*",
        "put * list*",
        "placed on * list*",
        "put on * list*",
    }


HOSTILE = {
    "one word": "a",
    "quotation marks": "\"'“’",
    "first words only": "shared ",
    "gaps that never close": "shared of ",
    "dotted words": "shared a.b.c.d.",
    "white space": "shared" + " " * 50,
    "line breaks": "shared\n",
    "stems": "demeandemean",
    "hyphens": "non-",
    "combining marks": "e\u0301",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=list(HOSTILE))
def test_time_is_in_proportion_to_the_text_whatever_it_holds(unit: str) -> None:
    forms = [
        "shared * details of * injuries",
        "shared (graphic) (police) * of * body",
        "demean* * women",
        "non-public-facing",
    ]
    lexicon = Lexicon([Entry(form) for form in forms])

    def seconds(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        gc.disable()  # what other tests have left behind is not to be gone through here
        try:
            start = time.process_time()
            assert all(0 <= hit.start < hit.end <= length for hit in lexicon.finditer(text))
            return time.process_time() - start
        finally:
            gc.enable()

    seconds(1_000)  # compiles the forms
    # ten times the text; a rule that is quadratic takes a hundred times as long
    assert seconds(500_000) < 30 * max(seconds(50_000), 0.02)
