import pytest

from annotated import doc_of
from cuttings.extract.sentences import bounds
from cuttings.extract.spans import sentence_at, sentences

TEXTS = [
    pytest.param("He left. She stayed.", ["He left.", "She stayed."], id="two sentences"),
    pytest.param("Sgt. Bell left. He quit.", ["Sgt. Bell left.", "He quit."], id="a shortened rank"),
    pytest.param("Lt. Col. Reyes spoke first.", ["Lt. Col. Reyes spoke first."], id="two shortened ranks"),
    pytest.param(
        "Sheriff T. J. Oakes agreed. So did we.", ["Sheriff T. J. Oakes agreed.", "So did we."], id="initials"
    ),
    pytest.param("The U.S. Attorney declined.", ["The U.S. Attorney declined."], id="U.S."),
    pytest.param("It is kept at St. Brannock station.", ["It is kept at St. Brannock station."], id="St."),
    pytest.param("Exhibit No. 4 was a phone.", ["Exhibit No. 4 was a phone."], id="No."),
    pytest.param("Crown v. Ames began.", ["Crown v. Ames began."], id="v."),
    pytest.param("Sen. Dao and Rep. Ruiz wrote.", ["Sen. Dao and Rep. Ruiz wrote."], id="American titles"),
    pytest.param("It cost $1.4m. It failed.", ["It cost $1.4m.", "It failed."], id="a decimal is no end"),
    pytest.param(
        "“It is over.” He left the room.", ["“It is over.”", "He left the room."], id="a closing mark after the stop"
    ),
    pytest.param(
        "'Who sent it?' she asked. Nobody spoke.",
        ["'Who sent it?' she asked.", "Nobody spoke."],
        id="a question inside a sentence",
    ),
    pytest.param(
        "He paused… “Fine,” he said.", ["He paused…", "“Fine,” he said."], id="an ellipsis before a quotation"
    ),
    pytest.param("Two quit. 14 remain.", ["Two quit.", "14 remain."], id="a sentence that opens with digits"),
    pytest.param(
        "He was cleared (of all but one charge.) She was not.",
        ["He was cleared (of all but one charge.)", "She was not."],
        id="a bracket after the stop",
    ),
    pytest.param(
        "Officers sacked\n\nThe chat was vile",
        ["Officers sacked", "The chat was vile"],
        id="a paragraph ends a sentence without a stop",
    ),
    pytest.param("The chat\nwas vile.", ["The chat\nwas vile."], id="a single line's end does not"),
    pytest.param("• Two sergeants\n\n• One cook", ["• Two sergeants", "• One cook"], id="items of a list"),
    pytest.param(
        "She resigned. Áine Rua did not.",
        ["She resigned.", "Áine Rua did not."],
        id="a capital with an accent",
    ),
    pytest.param(
        "He was told to go. iPhone records followed.", ["He was told to go. iPhone records followed."], id="no capital"
    ),
    pytest.param("", [], id="nothing"),
    pytest.param(" \n\n  \n", [], id="only white space"),
    pytest.param("\n\n  Word  \n\n", ["Word"], id="one word, with white space around"),
    pytest.param("?!", ["?!"], id="only marks"),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_sentence_boundaries(text, expected):
    assert [text[start:end] for start, end, _ in bounds(text)] == expected


@pytest.mark.parametrize("text", [row.values[0] for row in TEXTS if row.values[0].strip()], ids=lambda text: text[:20])
def test_tokens_and_sentences_have_the_same_boundaries(text):
    doc = doc_of(text)
    assert [(sent.text.strip()) for sent in doc.sents if sent.text.strip()] == [found.text for found in sentences(doc)]


def test_parts_of_an_article():
    text = "Chat probe widens\n\nFour more are suspended\n\nThe force spoke. Nobody else did.\n\nChat probe widens"
    doc = doc_of(text, title="Chat probe widens", standfirst="Four more are suspended")
    parts = [(found.part, found.paragraph) for found in sentences(doc)]
    assert parts == [("headline", 0), ("standfirst", 1), ("body", 2), ("body", 2), ("body", 3)]


def test_a_headline_of_two_sentences_is_headline_throughout():
    doc = doc_of("Sacked. Then rehired.\n\nIt happened again.", title="Sacked. Then rehired.")
    assert [found.part for found in sentences(doc)] == ["headline", "headline", "body"]


@pytest.mark.parametrize(("offset", "number"), [(0, 0), (7, 0), (8, 0), (9, 1), (19, 1)])
def test_the_sentence_at_an_offset(offset, number):
    assert sentence_at(doc_of("He left. She stayed."), offset).number == number
