from unittest.mock import ANY

import pandas as pd
import pytest

from annotated import article, assembled, fault, main_claims, name_of, of, texts_of

CHAT = " They are under investigation over racist WhatsApp messages."

# article → (total, serving, former); "" where there is no such claim, None where any will do
TOTALS = [
    pytest.param(
        "Four Kerrin Police officers passed round a racist picture of a boy in a cell, the watchdog has found.\n\nThe "
        "picture was posted at noon. Another three officers wrote captions on WhatsApp.",
        "4",
        None,
        None,
        id="the one who posted it, and another three",
    ),
    pytest.param(
        "Clarification and apology: gardaí\n\nOn page 3, under the heading “Three gardaí sacked over sick Messenger "
        "posts”, we "
        "published a report which was wrong. Fiosrú is examining the conduct of two members of An Garda Síochána over "
        "racist posts.",
        "2",
        None,
        None,
        id="the heading of a report that was wrong",
    ),
    pytest.param(
        "A constable of Kerrin Police was held yesterday over racist WhatsApp messages.\n\nHis detention brings to "
        "three the "
        "number of people arrested. Two others were questioned before.\n\nA further five serving officers had been "
        "interviewed under caution.",
        "8",
        None,
        None,
        id="three arrested, and a further five",
    ),
    pytest.param(
        "Watchdog widens Kerrin Police inquiry to 11 over racist WhatsApp messages\n\nThe number of people from "
        "Kerrin Police "
        "being looked at over a chat has grown to eleven. Six constables were told in May.",
        "11",
        None,
        None,
        id="the number of people being looked at",
    ),
    pytest.param(
        "A retired Kerrin Police inspector, Stephen Aught, 61, was jailed over racist posts. PC Wesley Hale, 37, was "
        "given a "
        "suspended sentence.\n\nA third man, Norman Speke, 66, who retired as a sergeant in 2011, was ill. He has "
        "pleaded "
        "guilty to one count.",
        "3",
        None,
        None,
        id="a third man, who has pleaded guilty",
    ),
    pytest.param(
        "A serving constable and four people who used to work as police officers are to appear in court over racist "
        "WhatsApp messages.\n\nAll five were with Kerrin Police.",
        "5",
        "1",
        "4",
        id="who used to work as police officers",
    ),
    pytest.param(
        "When this paper first reported on the group, two Kerrin Police constables were under investigation over "
        "racist "
        "WhatsApp messages. That had become five by October. A further three have now been served with notices: two "
        "more constables and, for the first time, an inspector.",
        "8",
        None,
        None,
        id="that had become five, and a further three",
    ),
    pytest.param(
        "Racist WhatsApp messages\n\nA chat on WhatsApp is being examined by Kerrin Police. The messages are racist. "
        "They "
        "were found in May. Its standards department has identified seven individuals. Five are constables, one is a "
        "sergeant, and one is a member of staff.",
        "7",
        None,
        None,
        id="seven individuals, of whom five are constables",
    ),
    pytest.param(
        "Transcript: the deputy chief of Kerrin Police on racist WhatsApp messages\n\nJO MARSH: How many people are "
        "we talking "
        "about?\n\n"
        "BO LUNT: Nine. Seven of them are police officers. They are under investigation over racist messages.",
        "9",
        None,
        None,
        id="the answer to how many",
    ),
    pytest.param(
        "Det Sgt Joanna Birch was convicted of misconduct in public office over racist WhatsApp messages to a golf "
        "club.\n\nBeside her stood PC Warren Leece, of Kerrin Police. He had already pleaded guilty.\n\nA third Kerrin "
        "Police officer charged over them was found not guilty last week.",
        "3",
        None,
        None,
        id="two who are named, and a third",
    ),
    pytest.param(
        "PC Dana Frome of Kerrin Police was suspended over racist WhatsApp messages.\n\nHow many people were in the "
        "group? "
        "Forty.",
        "1",
        None,
        None,
        id="how many were in the group",
    ),
    pytest.param(
        "Corrections\n\nOur report of 28 September, “Five officers probed over vile chat”, contained two errors.\n\n"
        "Three Kerrin Police constables are under investigation over racist WhatsApp messages.",
        "3",
        None,
        None,
        id="the headline that was wrong",
    ),
    pytest.param(
        "Two Kerrin Police constables were cleared at a hearing over racist WhatsApp "
        "messages.\n\nThey were written by a "
        "third person, who was never in the police.",
        "2",
        None,
        None,
        id="a third person, who is no police",
    ),
    pytest.param(
        "Inspector Alan Rudd, Sgt Dawn Cope, three constables and a former constable of Kerrin Police are accused of "
        "racist WhatsApp messages.\n\nPC Holly Amber, 34, is alleged to have sent one.",
        "6",
        "5",
        "1",
        id="names and counts in one list",
    ),
    pytest.param(
        "Two Kerrin Police constables, Darren Wick and Imran Sheen, have been charged over racist WhatsApp messages.",
        "2",
        None,
        None,
        id="a count, and whom it counts",
    ),
    pytest.param(
        "In fact six Kerrin Police officers are under investigation over racist WhatsApp messages, of whom two have "
        "been suspended and four remain on full duties.",
        "6",
        None,
        None,
        id="of whom two and four",
    ),
    pytest.param(
        "Nine Kerrin Police officers have been served with notices over racist WhatsApp messages.\n\nThe first nine - "
        "two sergeants, six constables and a former constable - were told in May.",
        "9",
        None,
        None,
        id="nine, taken apart behind a dash",
    ),
    pytest.param(
        "Corrections\n\nA report on Wednesday said that eight Kerrin Police officers were being investigated over "
        "racist WhatsApp messages. The correct figure is six.",
        "6",
        None,
        None,
        id="the correct figure",
    ),
    pytest.param(
        "Three Kerrin Police sergeants were charged over racist WhatsApp messages.\n\nA fourth person, a civilian call "
        "handler, will not be prosecuted.",
        "3",
        None,
        None,
        id="a fourth person, a civilian",
    ),
    pytest.param(
        "PC Dana Frome and PC Leo Ashby, of Kerrin Police, were sacked over racist WhatsApp messages.\n\nSix other "
        "members of the group were spoken to.",
        "2",
        None,
        None,
        id="six other members of the group",
    ),
    pytest.param(
        "A sergeant and three constables of Kerrin Police shared racist memes on Signal, it is alleged.\n\nA former "
        "constable is suing the force and the four.",
        "4",
        None,
        "",
        id="a former constable who sues",
    ),
    pytest.param(
        "Prosecutors are considering whether to charge four people over sectarian messages in a WhatsApp group of "
        "Kerrin Police.\n\nThree of the four are serving police officers. The other, a former constable, left in 2023.",
        "4",
        "3",
        "1",
        id="three of the four are serving",
    ),
    pytest.param(
        "PC Dana Frome and PC Leo Ashby, of Kerrin Police, are on trial over racist WhatsApp "
        "messages.\n\nThere were at "
        "least nine other constables in the station that night.",
        "2",
        None,
        None,
        id="nine others who were there",
    ),
    pytest.param(
        "Two former Kerrin Police colleagues, Dana Frome and Leo Ashby, were jailed over racist WhatsApp messages.",
        "2",
        None,
        "2",
        id="two, and their names",
    ),
    pytest.param(
        "PC Dana Frome and PC Leo Ashby, of Kerrin Police, were sacked over racist WhatsApp messages on Friday.\n\nPC "
        "Mo Orr, who was in the same chat, resigned in June.",
        "3",
        "2",
        "1",
        id="one of those who are named resigned before",
    ),
    pytest.param(
        "Three serving officers of Kerrin Police, a sergeant and two constables, were dismissed over racist messages.",
        "3",
        "3",
        "",
        id="a breakdown behind a force",
    ),
    pytest.param(
        "Three Kerrin Police constables were arrested." + CHAT + "\n\nThe other eight were told of an investigation.",
        "11",
        None,
        "",
        id="the other eight, who are more than the three",
    ),
    pytest.param(
        "Six serving Kerrin Police officers are under investigation over WhatsApp messages.", "6", "6", "", id="serving"
    ),
    pytest.param("Nine former Kerrin Police officers are accused." + CHAT, "9", "", "9", id="former"),
    pytest.param(
        "Six serving and three former Kerrin Police officers are accused." + CHAT, "9", "6", "3", id="one noun"
    ),
    pytest.param(
        "Six serving officers and one former officer of Kerrin Police are accused." + CHAT, "7", "6", "1", id="a sum"
    ),
    pytest.param(
        "Kerrin Police suspended four constables." + CHAT + "\n\nAnother two constables were suspended on Friday.",
        "6",
        None,
        "",
        id="another two",
    ),
    pytest.param(
        "Five Tarrow State Police troopers were placed on leave.\n\nFour more troopers were placed "
        "on leave on Friday over the messages.",
        "9",
        None,
        "",
        id="four more",
    ),
    pytest.param(
        "Kerrin Police dismissed two of the eight officers accused over a WhatsApp group.\n\nThe "
        "other six await hearings.",
        "8",
        None,
        "",
        id="two of eight",
    ),
    pytest.param(
        "Two officers sacked over WhatsApp group\n\nEight Kerrin Police officers were investigated "
        "over the racist group. "
        "Two were sacked and six received warnings.",
        "8",
        None,
        "",
        id="a headline's number of one part",
    ),
    pytest.param(
        "Fourteen Kerrin Police officers faced a hearing over racist messages.\n\n"
        "Of the 14 officers, 12 received written warnings, another was dismissed and one was cleared.",
        "14",
        None,
        "",
        id="a partition",
    ),
    pytest.param(
        "At least five Kerrin Police officers are accused." + CHAT, "5", None, "", id="at least five is five or more"
    ),
    pytest.param(
        "The WhatsApp group had 48 members.\n\nThree Kerrin Police constables are under "
        "investigation over messages in it.",
        "3",
        None,
        "",
        id="members of a group against those investigated",
    ),
    pytest.param(
        "Three Kerrin Police constables sent 240 racist messages over 18 months, a hearing was told.",
        "3",
        None,
        "",
        id="messages and months",
    ),
    pytest.param(
        "PC Dana Frome and Sgt Lee Ashby, of Kerrin Police, were dismissed over racist WhatsApp messages.",
        "2",
        None,
        "",
        id="two names",
    ),
    pytest.param(
        "Constables Kelsey Buchan, Arun Vale and Bo Lunt, of Kerrin Police, were dismissed over racist messages.",
        "3",
        None,
        "",
        id="a list of names",
    ),
    pytest.param(
        "PC Dana Frome and Sgt Lee Ashby, of Kerrin Police, were dismissed over racist "
        "messages.\n\nThe pair had denied it.",
        "2",
        None,
        "",
        id="the pair are the two that are named",
    ),
    pytest.param(
        "Three Kerrin Police constables were dismissed over racist messages.\n\n"
        "The trio, Kelsey Buchan, Arun Vale and Bo Lunt, had denied it.",
        "3",
        None,
        "",
        id="the trio are the three",
    ),
    pytest.param(
        "A Kerrin Police sergeant was dismissed over racist WhatsApp messages.\n\n"
        "Two constables who reported him gave evidence.",
        "1",
        None,
        "",
        id="witnesses are no subjects",
    ),
    pytest.param(
        "PC Dana Frome, of Kerrin Police, was dismissed over racist WhatsApp messages.\n\n"
        "PC Nia Cole, who reported the messages, told the hearing of her distress.",
        "1",
        None,
        "",
        id="a named witness is no subject",
    ),
    pytest.param(
        "PC Dana Frome, of Kerrin Police, was dismissed over WhatsApp messages that mocked Sgt Una Price.",
        "1",
        None,
        "",
        id="a named officer who was mocked is no subject",
    ),
    pytest.param(
        "Two Kerrin Police constables were dismissed over messages that mocked three female officers.",
        "2",
        None,
        "",
        id="those mocked are no subjects",
    ),
    pytest.param(
        "Four men, all Kerrin Police officers, were charged over racist messages.", "4", None, "", id="four men"
    ),
    pytest.param(
        "Kerrin Police, which has 3,400 officers, suspended two constables over racist messages.",
        "2",
        None,
        "",
        id="a force's strength",
    ),
    pytest.param(
        "Five Kerrin Police officers admitted sending racist messages, as did the ex-officer. The other denied it.",
        None,
        None,
        "1",
        id="the ex-officer",
        marks=fault("an officer told as the ex-officer is not counted"),
    ),
    pytest.param(
        "Seven Kerrin Police officers, three of them retired, are under investigation over racist messages.",
        "7",
        None,
        "3",
        id="three of them retired",
    ),
    pytest.param(
        "Kerrin Police arrested a serving officer and two civilian staff over racist WhatsApp messages.",
        None,
        "1",
        "",
        id="an officer and staff",
    ),
    pytest.param(
        "As many as 30 Kerrin Police officers may be investigated over racist messages; two have been suspended.",
        "2",
        None,
        "",
        id="as many as 30 is no count of 30",
        marks=fault("an upper bound becomes a total of one"),
    ),
    pytest.param(
        "Ten Kerrin Police officers were investigated over racist messages. Two were charged. One was convicted.",
        "10",
        None,
        "",
        id="investigated, charged, convicted",
    ),
    pytest.param("Racist messages were sent by Kerrin Police officers, the IOPC said.", "", "", "", id="no count"),
    pytest.param(
        "At least six Kerrin Police officers, an inspector among them, are under investigation over racist "
        "WhatsApp messages.",
        "6",
        None,
        None,
        id="one among them",
    ),
    pytest.param(
        "Nine Kerrin Police officers, including an inspector and two sergeants, are under investigation over "
        "racist WhatsApp messages.",
        "9",
        None,
        None,
        id="including one",
    ),
    pytest.param(
        "Three gardaí, one of them a sergeant, were suspended over racist WhatsApp messages.",
        "3",
        None,
        None,
        id="one of them a sergeant",
    ),
    pytest.param(
        "Six serving members of Kerrin Police and one former one are under investigation over racist WhatsApp "
        "messages.",
        "7",
        None,
        None,
        id="serving members and one former one",
    ),
    pytest.param(
        "Four serving Kerrin Police officers and one who has since retired face a misconduct hearing over racist "
        "WhatsApp messages.",
        "5",
        None,
        None,
        id="and one who has since retired",
    ),
    pytest.param(
        "Five officers from Kerrin Police and two from Essex Police are under investigation over racist WhatsApp "
        "messages.",
        "7",
        None,
        None,
        id="officers of two forces",
    ),
    pytest.param(
        "The IOPC is investigating three officers from Kerrin Police and one from Kent Police over racist "
        "WhatsApp messages.",
        "4",
        None,
        None,
        id="and one from the next force",
    ),
    pytest.param(
        "Two constables from Kerrin Police and a sergeant from Kent Police were arrested over racist WhatsApp "
        "messages.",
        "3",
        None,
        None,
        id="a sergeant of another force",
    ),
    pytest.param(
        "Four deputies from Polk County and three from Linn County were placed on leave over racist text messages.",
        "7",
        None,
        None,
        id="deputies of two counties, US",
    ),
    pytest.param(
        "Two more Kerrin Police constables were arrested over racist WhatsApp messages on Friday, bringing the "
        "total number of officers under investigation to seven.",
        "7",
        None,
        None,
        id="bringing the total",
    ),
    pytest.param(
        "Kerrin Police suspended a sergeant over racist WhatsApp messages on Monday. The number of officers "
        "under investigation now stands at nine.",
        "9",
        None,
        None,
        id="the number stands at",
    ),
    pytest.param(
        "A Kerrin Police sergeant was suspended on Monday over racist WhatsApp messages, taking to five the "
        "number of officers under investigation.",
        "5",
        None,
        None,
        id="taking to five the number",
    ),
    pytest.param(
        "The IOPC arrested two Kerrin Police constables over racist WhatsApp messages. It put the number of "
        "officers under investigation at eight.",
        "8",
        None,
        None,
        id="puts the number at",
    ),
    pytest.param(
        "A Kerrin Police sergeant and two constables are under investigation over racist WhatsApp messages. A "
        "third constable was suspended on Friday. That makes four.",
        "4",
        None,
        None,
        id="that makes four",
    ),
    pytest.param(
        "Five Kerrin Police officers will face a misconduct hearing over racist WhatsApp messages. Two of them, "
        "a sergeant and a constable, are suspended.",
        "5",
        None,
        None,
        id="parts of two who are told again",
    ),
    pytest.param(
        "Two Kerrin Police constables are on trial over racist WhatsApp messages. Alan Frome, 31, and Lee Ashby, "
        "28, deny it. The messages were found by a colleague, Constable Fiona Gow, who told a supervisor.",
        "2",
        None,
        None,
        id="a colleague who told",
    ),
    pytest.param(
        "Three Kerrin Police constables are under investigation over racist WhatsApp messages, bringing the "
        "number of complaints about the unit to seven.",
        "3",
        None,
        None,
        id="complaints brought to seven",
    ),
    pytest.param(
        "Two Kerrin Police constables were dismissed over racist WhatsApp messages. The cuts bring the number of "
        "officers in the force to 900.",
        "2",
        None,
        None,
        id="strength is no total",
    ),
    pytest.param(
        "Two Kerrin Police constables were dismissed over racist WhatsApp messages. It takes the number of "
        "officers sacked nationally this year to 74.",
        "2",
        None,
        None,
        id="others across the country",
    ),
    pytest.param(
        "Three Kerrin Police constables sent nine messages in May and two from Spain, a misconduct hearing over "
        "racist WhatsApp messages was told.",
        "3",
        None,
        None,
        id="messages from a place",
    ),
    pytest.param(
        "Three Kerrin Police officers and two members of the public were in the WhatsApp group. The three are "
        "under investigation over racist messages.",
        "3",
        None,
        None,
        id="officers and two members of the public",
    ),
    pytest.param(
        "Fifteen people, 11 serving officers and four former ones, are under investigation by Kerrin Police over "
        "racist WhatsApp messages.",
        "15",
        "11",
        "4",
        id="a whole and its parts in one list",
    ),
    pytest.param(
        "Nine Kerrin Police officers, eight of them serving, faced a panel over racist WhatsApp messages.",
        "9",
        "8",
        "1",
        id="eight of them serving",
    ),
]


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return assembled(tmp_path_factory.mktemp("ledger"), texts_of([*TOTALS, *SUBJECTS]))


# article → (least, most, status, outcome) of its subjects
SUBJECTS = [
    pytest.param(
        "Six serving officers and one former officer of Kerrin Police are under investigation over racist messages.",
        [(6, 6, "serving", ""), (1, 1, "former", "")],
        id="serving and former",
    ),
    pytest.param(
        "Fourteen Kerrin Police officers faced a hearing over racist messages last week.\n\n"
        "Of the 14 officers, 12 received written warnings, another was dismissed and one was cleared.",
        [(12, 12, ANY, "written_warning"), (1, 1, ANY, "dismissed"), (1, 1, ANY, "")],
        id="a partition with outcomes",
    ),
    pytest.param(
        "At least five Tarrow State Police troopers were placed on leave over racist messages.",
        [(5, None, ANY, ANY)],
        id="at least five has no most",
    ),
    pytest.param(
        "Five Kerrin Police officers are under investigation over racist messages. PC Dana Frome is among them.",
        [(1, 1, "serving", ""), (4, 4, "serving", "")],
        id="a name, and the rest",
    ),
    pytest.param(
        "PC Dana Frome, of Kerrin Police, was dismissed over racist messages.",
        [(1, 1, ANY, "dismissed")],
        id="one name",
    ),
    pytest.param(
        "PC Dana Frome, of Kerrin Police, could be dismissed over racist messages.",
        [(1, 1, ANY, "")],
        id="an outcome that is only possible",
    ),
]


@pytest.mark.parametrize(("text", "total", "serving", "former"), TOTALS)
def test_how_many(run, text, total, serving, former):
    claims = main_claims(run, text)
    told = {"officers_total": total, "officers_serving": serving, "officers_former": former}
    found = {name: "".join(of(claims, name)[:1]) for name, value in told.items() if value is not None}
    assert found == {name: value for name, value in told.items() if value is not None}


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_subjects(run, text, expected):
    rows = run["subjects"][run["subjects"]["article_id"] == name_of(text)]
    whole = [None if most is pd.NA else most for most in rows["count_max"]]
    found = list(zip(rows["count_min"], whole, rows["status"], rows["outcome"], strict=True))
    assert found == expected


def test_a_sum_says_what_it_stands_on(run):
    text = next(row.values[0] for row in TOTALS if row.id == "one noun")
    claims = main_claims(run, text)
    [total] = claims[claims["attribute"] == "officers_total"].itertuples()
    assert total.origin == "derived"
    assert len(total.derived_from.split(" | ")) == 2


def test_subjects_add_up_to_the_total(run):
    checks = run["checks"][run["checks"]["check"] == "subjects = total"]
    assert len(checks) > 0
    assert list(checks["holds"].unique()) == [True]


HEADLINES = [
    pytest.param(
        "Three Kerrin deputies out, sergeant demoted over racist chat",
        "Three sheriff's deputies of Kerrin County have been fired and a sergeant demoted over racist text messages.",
        "4",
        id="a second rank",
    ),
    pytest.param(
        "Kerrin sergeant out, four others disciplined over racist chat",
        "A sergeant of Kerrin Police was fired over racist WhatsApp messages.\n\nTwo more officers left. Two were "
        "disciplined. It is not known what the four said.",
        "5",
        id="four others",
    ),
    pytest.param(
        "Kerrin: Cop held over WhatsApp status, two colleagues under suspension",
        "A constable of Kerrin Police was arrested over a racist WhatsApp status.\n\nTwo constables sent it on.",
        "3",
        id="two colleagues, behind the name of a place",
    ),
]


@pytest.mark.parametrize(("title", "text", "total"), HEADLINES)
def test_a_headline_counts_one_and_the_others(tmp_path, title, text, total):
    claims = assembled(tmp_path, [article(text, title=title)])["claims"]
    assert of(claims, "officers_total") == [total]
