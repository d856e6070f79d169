import pytest

from annotated import doc_of
from cuttings.extract.speech.marks import marked

MARKED = [
    pytest.param("She said “no” twice.", ["“no”"], id="curly"),
    pytest.param('She said "no" twice.', ['"no"'], id="straight"),
    pytest.param("the 'grossly offensive' posts", ["'grossly offensive'"], id="single straight"),
    pytest.param("the ‘vile’ chat", ["‘vile’"], id="single curly"),
    pytest.param("The officers' phones and PCs' lockers", [], id="apostrophes after plurals"),
    pytest.param("He didn't, and they won't.", [], id="apostrophes inside words"),
    pytest.param("“He called it ‘banter’ and left.”", ["“He called it ‘banter’ and left.”"], id="nested"),
    pytest.param("“It never ends", ["“It never ends"], id="a missing closing mark"),
    pytest.param("“It never ends\n\nHe left.", ["“It never ends"], id="a missing mark ends with its paragraph"),
    pytest.param('The 6" blade and the 5\'11" man', [], id="inches and feet"),
    pytest.param("", [], id="nothing"),
]

# article → (words at the start, kind, speaker) of each quotation
QUOTED = [
    pytest.param(
        "“We are sorry,” said Chief Constable Mo Adeyi.",
        [("“We are sorry,”", "direct", "Mo Adeyi")],
        id="inverted",
    ),
    pytest.param(
        "Chief Constable Mo Adeyi said: “We are sorry for what they did.”",
        [("“We are sorry for what they did.”", "direct", "Mo Adeyi")],
        id="before a colon",
    ),
    pytest.param(
        "Chief Constable Mo Adeyi called the chat “a disgrace to us all” and apologised.",
        [("“a disgrace to us all”", "mixed", "Mo Adeyi")],
        id="part of a sentence",
    ),
    pytest.param(
        "Chief Constable Mo Adeyi spoke on Friday.\n\n“We are sorry for this,” he said.",
        [("“We are sorry for this,”", "direct", "Mo Adeyi")],
        id="a pronoun",
    ),
    pytest.param(
        "Chief Constable Mo Adeyi spoke after PC Dana Frome was sacked.\n\n“We are sorry for this,” he added.",
        [("“We are sorry for this,”", "direct", "Mo Adeyi")],
        id="a pronoun with two people before it",
    ),
    pytest.param(
        "A force could sack every member of every chat, and it would start again. “It never ends,” he said.",
        [],
        id="words with a verb in them are nobody",
    ),
    pytest.param(
        "The IOPC has begun. “The inquiry is at an early stage,” it said.",
        [("“The inquiry is at an early stage,”", "direct", "Independent Office for Police Conduct")],
        id="an organisation's pronoun",
    ),
    pytest.param(
        "A spokeswoman for Harrowmere Constabulary said: “We expect the highest standards.”",
        [("“We expect the highest standards.”", "direct", "Harrowmere Constabulary")],
        id="a spokeswoman stands for her force",
    ),
    pytest.param(
        "Judge Petra Lomax told Frome: “You have betrayed your oath.”",
        [("“You have betrayed your oath.”", "direct", "Petra Lomax")],
        id="told somebody",
    ),
    pytest.param(
        "Mo Adeyi, chief constable, said: “We are sorry.\n\n“We will do better.”",
        [("“We are sorry.", "direct", "Mo Adeyi"), ("“We will do better.”", "direct", "Mo Adeyi")],
        id="over two paragraphs",
    ),
    pytest.param(
        "“We are sorry,” said Mo Adeyi. “We will do better.”",
        [("“We are sorry,”", "direct", "Mo Adeyi"), ("“We will do better.”", "direct", "Mo Adeyi")],
        id="goes on after its speaker",
    ),
    pytest.param(
        "Solicitor Faye Dunn said: “He told me ‘it was only a joke’ and wept.”",
        [("“He told me ‘it was only a joke’ and wept.”", "direct", "Faye Dunn")],
        id="a quotation in a quotation is one row",
    ),
    pytest.param(
        "Solicitor Faye Dunn said: “My client is sorry and will appeal\n\nThe hearing goes on.",
        [("“My client is sorry and will appeal", "direct", "Faye Dunn")],
        id="a missing closing mark loses nothing",
    ),
    pytest.param("The 'grossly offensive' messages were sent in 2021.", [], id="scare quotes"),
    pytest.param("The group was called “The Night Shift”.", [], id="the name of a group"),
    pytest.param("They were members of a chat dubbed “Banter Bus”.", [], id="dubbed"),
    pytest.param("The charge was “misconduct in public office”.", [], id="the name of an offence"),
    pytest.param(
        "“We are sorry,” said Mo Adeyi.\n\n“They laughed at her,” said Joan Marsh.",
        [("“We are sorry,”", "direct", "Mo Adeyi"), ("“They laughed at her,”", "direct", "Joan Marsh")],
        id="two speakers",
    ),
    pytest.param(
        "One message, sent by PC Dana Frome, read: “Send them all back to where they came from.”",
        [("“Send them all back to where they came from.”", "direct", "Dana Frome")],
        id="the words of a message",
    ),
    pytest.param(
        "PC Dana Frome wrote in the group: “Burn the lot of them now.”",
        [("“Burn the lot of them now.”", "direct", "Dana Frome")],
        id="wrote",
    ),
    pytest.param(
        "Mo Adeyi, chief constable, spoke first. The chat, she said, was “a stain on this force”.",
        [("“a stain on this force”", "mixed", "Mo Adeyi")],
        id="in the middle of her sentence",
    ),
    pytest.param(
        "Solicitor Faye Dunn, who acts for PC Dana Frome, said: “She is sorry for it all.”",
        [("“She is sorry for it all.”", "direct", "Faye Dunn")],
        id="somebody else in a clause of her own",
    ),
    pytest.param(
        "PC Dana Frome was in the box. Asked by Ms Joan Marsh why she stayed, she replied: “I was afraid of them all.”",
        [("“I was afraid of them all.”", "direct", "Dana Frome")],
        id="asked by another",
    ),
    pytest.param(
        "Ms Joan Marsh opened it. She asked PC Tom Reddy whether he had read it.\n\n“I did read it all,” he said.",
        [("“I did read it all,”", "direct", "Tom Reddy")],
        id="whoever was asked answers",
    ),
    pytest.param(
        "PC Tom Reddy’s barrister, Joan Marsh, spoke last. She said: “He has lost it all.”",
        [("“He has lost it all.”", "direct", "Joan Marsh")],
        id="she is none of whom it is said whose she is",
    ),
    pytest.param(
        "Director Tom Reddy said that the case had been hard.\n\n“They stood up to all of it together.”",
        [("“They stood up to all of it together.”", "direct", "Tom Reddy")],
        id="whoever is reported right before",
    ),
    pytest.param(
        "A victim's sister, who asked not to be named, wept.\n\n“They laughed at her for months,” she said.",
        [("“They laughed at her for months,”", "direct", "A victim's sister")],
        id="somebody without a name",
    ),
    pytest.param(
        "The Council of Kerrin Mosques welcomed it. In a statement, it said: “Lessons must be learned now.”",
        [("“Lessons must be learned now.”", "direct", "Council of Kerrin Mosques")],
        id="an organisation by its form",
    ),
    pytest.param(
        "Solicitor Faye Dunn said that Tom Reddy would contest it. “He never pressed send on it,” Ms Dunn said.",
        [("“He never pressed send on it,”", "direct", "Faye Dunn")],
        id="its own sentence's verb before that of another",
    ),
    pytest.param(
        "Statement attributable to Chief Superintendent Tom Reddy\n\n“We have suspended an officer today.\n\n"
        "“We will say more in due course.”",
        [
            ("“We have suspended an officer today.", "direct", "Tom Reddy"),
            ("“We will say more in due course.”", "direct", "Tom Reddy"),
        ],
        id="attributable to",
    ),
]

# article → (kind, speaker) of each quotation in the article's own words
INDIRECT = [
    pytest.param(
        "The chat was vile, the IOPC said.",
        [("indirect", "Independent Office for Police Conduct")],
        id="said, at the end",
    ),
    pytest.param(
        "Solicitor Faye Dunn said her client would appeal.", [("indirect", "Faye Dunn")], id="said, at the start"
    ),
    pytest.param("The force is based in Kerrin.", [], id="nobody speaks"),
    pytest.param(
        "The court had heard it. The watchdog reported last year that he had lied.",
        [("indirect", "The court"), ("indirect", "The watchdog")],
        id="reported that",
    ),
    pytest.param("A panel dismissed Sergeant Cy Frome.", [], id="to dismiss somebody is to say nothing"),
    pytest.param("The complaint was that a colleague posted derogatory remarks.", [], id="nor is to post remarks"),
    pytest.param("A civilian call handler was cleared.", [], id="nor is to be a call handler"),
    pytest.param(
        "According to Faye Dunn, a solicitor, her client will appeal.", [("indirect", "Faye Dunn")], id="according to"
    ),
    pytest.param(
        "Judge Petra Lomax told Lee Ashby he had lied.", [("indirect", "Petra Lomax")], id="the one who tells"
    ),
]


@pytest.mark.parametrize(("text", "expected"), MARKED)
def test_words_between_marks(text, expected):
    assert [text[start:end] for start, end in marked(text)] == expected


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_quotations_and_their_speakers(text, expected):
    found = [q for q in doc_of(text).user_data["quotes"] if q.kind != "indirect"]
    assert [(text[q.start : q.end], q.kind, q.speaker) for q in found] == expected


@pytest.mark.parametrize(("text", "expected"), INDIRECT)
def test_speech_in_the_articles_own_words(text, expected):
    assert [(q.kind, q.speaker) for q in doc_of(text).user_data["quotes"]] == expected


def test_the_words_that_name_the_speaker_are_in_the_text():
    text = "Chief Constable Mo Adeyi spoke.\n\n“We are sorry for this,” he said."
    [quote] = [q for q in doc_of(text).user_data["quotes"] if q.kind == "direct"]
    assert (text[quote.speaker_start : quote.speaker_end], quote.cue) == ("he", "said")


def test_an_unknown_speaker_is_left_empty():
    [quote] = doc_of("“They laughed about it for months on end.”").user_data["quotes"]
    assert (quote.speaker, quote.speaker_start, quote.speaker_end) == ("", None, None)
