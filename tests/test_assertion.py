import pytest

from annotated import doc_of, fault
from cuttings.extract.clauses.assertion import standing
from cuttings.extract.spans import detail, mentions

# sentence → (value, assertion) of its stages and sanctions; "asserted" alone lets a cell be filled
ASSERTED = [
    pytest.param(
        "The fourth constable to be arrested is a dog handler.", ("arrested", "asserted"), id="the fourth to be"
    ),
    pytest.param(
        "The sergeant escaped the sack with a final written warning.",
        ("final_written_warning", "asserted"),
        id="escaped with a warning",
    ),
    pytest.param(
        "Instead of a penalty he was given a spell of reflective practice.",
        ("reflective_practice", "asserted"),
        id="instead of another",
    ),
    pytest.param(
        "Between 3 and 19 May two constables were dismissed.", ("dismissed", "asserted"), id="19 May, which is a month"
    ),
    pytest.param(
        "A constable was held on suspicion of misconduct in public office.",
        ("arrested", "asserted"),
        id="public office",
    ),
    pytest.param(
        "One constable, who did not report it, received a written warning.",
        ("written_warning", "asserted"),
        id="who did not report it",
    ),
    pytest.param(
        "A PC who read it all and never said a word about it got a written warning.",
        ("written_warning", "asserted"),
        id="never said a word",
    ),
    pytest.param("The three won’t be charged.", ("no_action", "asserted"), id="won't be charged"),
    pytest.param("The judge sent Frome to prison for 16 weeks.", ("imprisoned", "asserted"), id="sent to prison"),
    pytest.param("PC Frome was guilty, they found, of it.", ("convicted", "asserted"), id="guilty, they found"),
    pytest.param("In May two constables were dismissed.", ("dismissed", "asserted"), id="in May, which is a month"),
    pytest.param(
        "PC Frome keeps her job but will carry a final written warning for two years.",
        ("final_written_warning", "asserted"),
        id="will carry a warning",
    ),
    pytest.param(
        "He has not worked since being suspended from duty.", ("suspended", "asserted"), id="not since being suspended"
    ),
    pytest.param(
        "The panel went ahead without him and ruled that he would have been dismissed.",
        ("would_have_been_dismissed", "asserted"),
        id="without him",
    ),
    pytest.param("It was wrong that he was dismissed, she said.", ("dismissed", "asserted"), id="wrong that he was"),
    pytest.param(
        "“For 18 months you will do 200 hours of unpaid work,” the judge said.",
        ("sentenced", "asserted"),
        id="what a judge says that somebody will do",
    ),
    pytest.param("Dana Frome was dismissed.", ("dismissed", "asserted"), id="said plainly"),
    pytest.param("PC Frome has been suspended on full pay.", ("suspended", "asserted"), id="suspended"),
    pytest.param("Two deputies were fired on Friday.", ("dismissed", "asserted"), id="fired"),
    pytest.param("The trooper was arrested.", ("arrested", "asserted"), id="arrested"),
    pytest.param("Two officers were sacked last year over texts.", ("dismissed", "asserted"), id="last year"),
    pytest.param("Six officers were dismissed a year ago.", ("dismissed", "asserted"), id="a year ago"),
    pytest.param("Three deputies were fired in the past week.", ("dismissed", "asserted"), id="the past week"),
    pytest.param("The officers who shared them were dismissed.", ("dismissed", "asserted"), id="those who shared"),
    pytest.param(
        "A departmental inquiry had been ordered and would be led by a superintendent.",
        ("under_investigation", "asserted"),
        id="ordered, and who would lead it",
    ),
    pytest.param("Half of the officers were sacked.", ("dismissed", "asserted"), id="half of the officers"),
    pytest.param("They'd been sacked in May.", ("dismissed", "asserted"), id="a shortened had"),
    pytest.param(
        "The watchdog recommended that no action be taken, and the force has accepted that.",
        ("no_action", "asserted"),
        id="recommended and accepted",
    ),
]

NOT_ASSERTED = [
    "It would open the way to dismissal, and with it a place on the barred list.",
    "No conviction was recorded.",
    "If you will do 200 hours of unpaid work, said the judge, you may go.",
    "If he stays he will carry a final written warning.",
    "We intend to make a referral to the watchdog.",
    "They may be dismissed in May.",
    "This may mean that two constables are dismissed.",
    "Had they been found guilty, they could have gone to jail.",
    "The judge raised a podcast, which had discussed a Sydney policeman found guilty in similar circumstances.",
    "Under the service's rules an officer convicted of such an offence can be asked to show cause.",
    "She lists places where officers have been convicted over messages.",
    "A professor keeps a list of police officers arrested or charged around the country.",
    "It is not correct, as we wrote, that PC Frome was sacked; he is on leave.",
    pytest.param("She asked that the sergeant be dismissed.", id="asked for"),
    pytest.param("The judge had considered a custodial sentence.", id="considered"),
    pytest.param("The court rejected the request for a prison sentence.", id="requested"),
    pytest.param("A finding that an officer has been convicted is for the force.", id="a finding that an"),
    pytest.param("None of the six, who are all of one rank, has been arrested.", id="none, who are"),
    pytest.param("“A custodial sentence is all but inevitable,” said the judge.", id="inevitable"),
    pytest.param(
        "The panel could decide that Mr Pym, who retired in 2023, would have been dismissed had he been serving.",
        id="could decide that",
    ),
    pytest.param("There isn't an officer in the state who's been arrested.", id="there is not one who"),
    pytest.param("He had seen nothing that rises to the level of a criminal charge.", id="nothing that"),
    pytest.param("A hearing will be arranged after he is sentenced.", id="after he is"),
    pytest.param(
        "Correction\n\nIn our podcast a guest said that a sergeant had been convicted. He was acquitted.",
        id="a guest was wrong",
    ),
    pytest.param(
        "PC Dana Frome: correction and apology\n\nWe published a report headlined “PC sacked over texts”. It said that "
        "she had been dismissed. That was wrong.",
        id="an apology by name",
    ),
    pytest.param(
        "Correction\n\nFinally, a caption said that a sergeant had been charged. Nobody has been charged.",
        id="a caption was wrong",
    ),
    pytest.param("PC Frome could be dismissed.", id="could"),
    pytest.param("PC Frome was not dismissed.", id="not"),
    pytest.param("PC Frome wasn't dismissed.", id="a shortened not"),
    pytest.param("If the panel finds against them, the constables will be dismissed.", id="a condition"),
    pytest.param("The constables will be dismissed if the panel finds against them.", id="a condition that follows"),
    pytest.param("Should he be convicted, he may be jailed.", id="an inverted condition"),
    pytest.param("Campaigners want the deputies fired.", id="a wish"),
    pytest.param("The mayor called for the troopers to be sacked.", id="a demand"),
    pytest.param("The union asked whether anyone would be charged.", id="a question, reported"),
    pytest.param("Will anybody be charged?", id="a question"),
    pytest.param("Nobody has been charged.", id="nobody"),
    pytest.param("None of the nine has been arrested.", id="none of them"),
    pytest.param("An officer who sends such a message is liable to be dismissed.", id="liable to"),
    pytest.param("Officers who share such images face being sacked.", id="a rule for anybody"),
    pytest.param("He narrowly escaped being sacked.", id="escaped"),
    pytest.param("The panel stopped short of dismissing him: he was never sacked.", id="never"),
    pytest.param("It is wrong to say that he was sacked.", id="a retraction"),
    pytest.param(
        "An earlier version of this article said that PC Frome had been charged. He has not.", id="a correction"
    ),
    pytest.param("Contrary to our report on Friday, PC Frome was not charged.", id="contrary to our report"),
    pytest.param("The force denied that PC Frome had been sacked.", id="a denial of the fact"),
    pytest.param("The sergeant dreaded being sacked.", id="dreaded"),
    pytest.param("Her lawyers expect no prosecution.", id="expect none"),
    pytest.param("Measures up to and including dismissal may follow for the sergeant.", id="up to and including"),
    pytest.param("Rumours that PC Frome was sacked are false.", id="false rumours"),
    pytest.param("Imagine that a constable is dismissed for a joke.", id="a thought experiment"),
    pytest.param("He is expected to be charged in June.", id="expected"),
    pytest.param("She will be arrested on her return.", id="will be"),
    pytest.param("The deputies have yet to be charged.", id="yet to be"),
    pytest.param("Prosecutors decided against charging him: he won't be charged.", id="will not"),
    pytest.param("The commissioner threatened to have them sacked.", id="a threat"),
    pytest.param("He resigned before he could be dismissed.", id="before he could be"),
    pytest.param("They risk being charged under the Act.", id="a risk"),
    pytest.param("She offered to have resigned.", id="an offer"),
    pytest.param("Unless they co-operate, they will be charged.", id="unless"),
    pytest.param("“They’ll all be sacked,” a friend of the constables said.", id="a shortened will"),
    pytest.param("“He'd be jailed if it were me,” a neighbour said.", id="a shortened would"),
    pytest.param("The chief said officers who share such things are dismissed.", id="a rule, as a speaker has it"),
    pytest.param("Officers found to have lied are sacked, the force said.", id="those found to have done it"),
    pytest.param("When officers break the law they are charged, he said.", id="when officers do it"),
    pytest.param("Where they fall short, they are dismissed.", id="where they fall short"),
    pytest.param("Ten officers sacked in a year over texts", id="in a year"),
    pytest.param("Tarrow Police sacked 17 officers in the year to March.", id="in the year to March"),
    pytest.param("Over the past decade more than 200 officers have been jailed.", id="over a decade"),
    pytest.param("Nearly 600 officers were dismissed across England last year.", id="across a country"),
    pytest.param("Last year 31 officers were convicted, figures obtained by the union show.", id="figures"),
    pytest.param("She said 14 officers had been dismissed by the force since 2019.", id="since a year"),
    pytest.param("It has 900 officers. Thirty-one have been dismissed since 2019.", id="of a force, since a year"),
    pytest.param("The public would expect officers who write such things to lose their jobs.", id="a bare infinitive"),
    pytest.param("Say a constable is sacked over a joke at home.", id="say a constable"),
    pytest.param(
        "An article on Monday's front page, “Four officers charged over chat”, misstated where it stands.",
        id="an article that misstated it",
    ),
    pytest.param("We said that PC Vale had been dismissed over a voice note. He wasn't.", id="we said; he wasn't"),
    pytest.param("Eight in ten officers who faced a panel were dismissed.", id="so many in ten"),
    pytest.param("In two thirds of our cases there was no case to answer.", id="a share of the cases"),
    pytest.param("In 2023 alone 41 officers were investigated and five were sacked.", id="in one year alone"),
    pytest.param("I was told that he had been sacked.", id="what somebody was told"),
    pytest.param(
        "Ten officers were sacked in a year by Kerrin Police.\n\nA further 31 were given written warnings.",
        id="on with figures",
    ),
    pytest.param("He put in his retirement papers in May; they were refused.", id="a refused retirement"),
    pytest.param("Officers can be given a final written warning, be demoted or be dismissed.", id="a list of outcomes"),
    pytest.param("Penalties can include a reprimand, demotion and, at worst, dismissal.", id="a list of penalties"),
    pytest.param("The tribunal may issue a reprimand, order forfeiture of pay or dismissal.", id="a list with a verb"),
    pytest.param(
        "Lesser breaches can lead to a warning or what is known as reflective practice.", id="or what is known"
    ),
    pytest.param("Both had been tried and convicted on the evening news, he said.", id="convicted on the news"),
    pytest.param("Tarrow Police sacked 22 officers in 2024, up from 13 the year before.", id="more than before"),
    pytest.param("The board recommends that A be fired, and that B and C be suspended for ten days.", id="a bare be"),
    pytest.param("He faces a meeting, where the most severe penalty is dismissal.", id="the most severe penalty"),
    pytest.param("Other officers dismissed over messages will look at it, he said.", id="other officers"),
    pytest.param("The force wanted to replace it with dismissal.", id="to replace"),
    pytest.param("The force is seeking to have all three dismissed.", id="sought"),
    pytest.param("He wants the removal of any officer who is convicted.", id="any officer who is"),
    pytest.param("Reports that two sergeants had been suspended and a third arrested were not correct.", id="reports"),
    pytest.param("She dismissed claims made online that one of the four had been arrested.", id="claims dismissed"),
    pytest.param(
        "Correction: an earlier version quoted Mr Orr as saying that they had been sacked. He said they should be.",
        id="an earlier version",
    ),
    pytest.param(
        "Corrections\n\nAn article on a chat (Six officers charged over jokes, 3 May, page 4) had several errors.",
        id="the title of what was wrong",
    ),
    pytest.param("Sack officers who stay silent, says think tank.", id="a demand in a headline"),
    pytest.param("“I have dismissed constables for far less,” he said.", id="for less"),
    pytest.param("“We have seen constables sacked and taken to court for less,” she said.", id="seen sacked for less"),
    pytest.param("“We'd expect a police officer to be sacked for this,” she said.", id="we would expect"),
    pytest.param("Others went on, with some claiming that two officers had been arrested.", id="some claim"),
    pytest.param("Cllr Orr claimed that he'd been told of an inspector being sacked.", id="a councillor claims"),
    pytest.param("In that event he is dismissed.", id="in that event"),
    pytest.param("Each count carries up to 364 days in jail.", id="what a count carries"),
    pytest.param("The Act provides for a barred list.", id="what an act provides for"),
    pytest.param(
        "Of the 174 cases, 19 ended in a written warning and 8 in a final written warning.", id="of the cases"
    ),
    pytest.param("A blog on local politics reported that three officers had been arrested.", id="a blog"),
    pytest.param("The report estimates that up to 40 officers will be sacked.", id="an estimate"),
    pytest.param("He asked the court to pass immediate terms of imprisonment.", id="asked of a court"),
    pytest.param("All options remain open, including immediate custody.", id="among the options"),
    pytest.param("Three constables have been offered 15-day unpaid suspensions.", id="offered"),
    pytest.param("The constables' names will come off the barred list.", id="off the list"),
    pytest.param(
        "Both face a finding that they would have been dismissed, if gross misconduct is proven.", id="if it is proven"
    ),
    pytest.param("That decision may lead to two officers being sacked.", id="a decision may"),
    pytest.param("The inspector was sacked from the group chat.", id="sacked from a chat"),
    pytest.param("The inspector says she would rather have been sacked.", id="would rather"),
    "Dismissal is one choice. Others are a reduction in rank and a final written warning.",
    "That is not unusual; elsewhere officers have been convicted for it.",
    "The last person convicted of it, in 2023, got off lightly.",
    "The most that PC Frome faces is a final written warning.",
]

# sentence → standing: never more than the sentence says
STANDING = [
    pytest.param("He denied sending racist messages.", "denied", id="denied"),
    pytest.param("She was cleared of sending racist messages.", "cleared", id="cleared"),
    pytest.param("A jury acquitted her of sending grossly offensive messages.", "cleared", id="acquitted"),
    pytest.param("The finding that he sent them was quashed on appeal.", "cleared", id="quashed"),
    pytest.param("The panel found the allegation not proven.", "cleared", id="not proven"),
    pytest.param("He pleaded guilty to sending them.", "admitted", id="pleaded guilty"),
    pytest.param("He pleaded not guilty to sending them.", "denied", id="pleaded not guilty"),
    pytest.param("She admitted that she sent them.", "admitted", id="admitted"),
    pytest.param("He refused to admit that he sent them.", "denied", id="refused to admit"),
    pytest.param("The panel found that he had sent them.", "found", id="a finding"),
    pytest.param("The panel has yet to rule on whether they were racist.", "reported", id="no finding yet"),
    pytest.param("Police found the phone in a locker.", "reported", id="found a thing"),
    pytest.param("The messages were found on a seized phone.", "reported", id="messages found on a phone"),
    pytest.param("They are charged with sending them.", "charged", id="charged"),
    pytest.param("The fund charges fees.", "reported", id="fees"),
    pytest.param("Six are being investigated over racist posts.", "investigated", id="investigated"),
    pytest.param("The deputies allegedly mocked a victim.", "alleged", id="allegedly"),
    pytest.param("He claimed that they mocked a victim.", "alleged", id="claimed"),
    pytest.param("The messages mocked a victim.", "reported", id="the article's own voice"),
    pytest.param("He would be found guilty only if a jury agreed.", "reported", id="a finding in a condition"),
    pytest.param("If found guilty, they could be jailed.", "reported", id="if found guilty"),
    pytest.param("Nobody has been found guilty of sending them.", "reported", id="nobody found guilty"),
    pytest.param("He was not convicted of sending them.", "reported", id="not convicted"),
    pytest.param("Nobody is being investigated over the posts.", "reported", id="nobody investigated"),
    pytest.param("He did not admit sending them.", "denied", id="did not admit"),
]

# sentence → the subject of its stages and sanctions
SUBJECTS = [
    pytest.param("Sacked: the Kerrin detective who sent a selfie", {"police"}, id="a headline's first word"),
    pytest.param(
        "The force confirmed that three councillors, two of them new, had been arrested.", {"other"}, id="councillors"
    ),
    pytest.param(
        "Kerrin Police, which referred it in May, has suspended both of the men.",
        {"police"},
        id="has suspended both men",
    ),
    pytest.param("The PSNI has suspended the sergeant.", {"police"}, id="has suspended the sergeant"),
    pytest.param("The garda, who is in his twenties, was suspended.", {"police"}, id="the garda"),
    pytest.param("PC Dana Frome herself has been suspended.", {"police"}, id="herself"),
    pytest.param("She'd been locked up for not paying a fine, said Mo Kirra, a witness.", {"other"}, id="locked up"),
    pytest.param("One of the call handlers is suspended.", {"police"}, id="a call handler"),
    pytest.param("The exception is a sergeant at Kerrin, who is suspended.", {"police"}, id="who, after a place"),
    pytest.param("The two were bailed and both are suspended.", {"police"}, id="both are"),
    pytest.param("The younger man has been suspended.", {"police"}, id="the younger man"),
    pytest.param("The fifth, a woman of 29, quit the force.", {"police"}, id="described by what is no rank"),
    pytest.param("Two constables were arrested.", {"police"}, id="counted police"),
    pytest.param("Two constables who worked nights at Kerrin depot were charged.", {"police"}, id="described further"),
    pytest.param("A panel at Kerrin has dismissed a constable.", {"police"}, id="dismissed by a panel"),
    pytest.param("Both were already suspended.", {"police"}, id="both"),
    pytest.param("They stay suspended from duty.", {"police"}, id="stay suspended"),
    pytest.param("The sergeant went home, suspended on full pay.", {"police"}, id="the sergeant"),
    pytest.param("Two constables said that the van of a gang was seized and burglars arrested.", {"other"}, id="said"),
    pytest.param("PC Dana Frome was dismissed.", {"police"}, id="a named officer"),
    pytest.param("“My nephew got six months in jail for it,” he said.", {"other"}, id="somebody's nephew"),
    pytest.param("Two constables went to prison for stealing cash.", {"other"}, id="jailed for theft"),
    pytest.param(
        "Ed Lunt, 44, a plumber, wrote to colleagues who were later jailed.", {"other"}, id="a plumber's colleagues"
    ),
    pytest.param(
        "A drunken man, a baker, broke the glass. He later got eight months.", {"other"}, id="he, who is no police"
    ),
    pytest.param("A constable broke the glass. He was jailed in May.", {"police"}, id="he, the constable"),
    pytest.param("A 40-year-old man was arrested after the march.", {"other"}, id="a man"),
    pytest.param("A teacher was jailed for the same crime.", {"other"}, id="a teacher"),
    pytest.param(
        "Two constables were told that a driver was charged.", {"other"}, id="a driver, with police before him"
    ),
    pytest.param("The killer was jailed for her murder.", {"other"}, id="another crime"),
    pytest.param("Councillor Bob Vane was suspended by his party.", {"other"}, id="a councillor"),
    pytest.param(
        "Mocking the man whom PC Frome arrested, they laughed.",
        {"other"},
        id="arrested by an officer",
        marks=fault("whoever stands last before the verb is taken for the one arrested"),
    ),
    pytest.param("Joan Marsh resigned from her job at the school.", {"other"}, id="a mother who resigned"),
    pytest.param("A firefighter in Kerrin was sacked over a similar group.", {"other"}, id="a firefighter"),
    pytest.param("Cole Voss, a constable, was jailed for life in May.", {"other"}, id="jailed for life"),
    pytest.param(
        "The phone was that of PC Cole Voss, who murdered her. He was given 30 years in prison.",
        {"other"},
        id="the owner of a phone, for his own crime",
    ),
    pytest.param(
        "PC Cole Voss was jailed for sharing pictures of a burglary victim.", {"police"}, id="a victim of another crime"
    ),
    pytest.param(
        "Frome's former partner, Mary Orr, a nurse, has been dealt with. She was given a community order.",
        {"other"},
        id="she, who was just named and plays no part",
    ),
    pytest.param(
        "PC Dana Frome, 31, wrote to Mary Orr, a nurse. She was given a community order.",
        {"police"},
        id="she, the officer of whom the sentence before is",
    ),
    pytest.param("“They jailed my other boy,” said the mother of PC Frome.", {"other"}, id="the speaker's boy"),
    pytest.param("A constable was quickly suspended.", {"police"}, id="an adverb before the verb"),
    pytest.param(
        "A constable who sent pictures to Ella Marsh, a nurse, has resigned.", {"police"}, id="after a relative clause"
    ),
    pytest.param(
        "A constable who called a colleague's baby ugly has lost his job.", {"police"}, id="a colleague in the clause"
    ),
    pytest.param(
        "Ella Marsh, a nurse, who shared a chat with two constables, was jailed.", {"other"}, id="whom it describes"
    ),
    pytest.param("The constable was banned from policing for life.", {"police"}, id="barred for life is no murder"),
    pytest.param("Jay Rafter, 39, who is not a member of the force, was jailed.", {"other"}, id="no member"),
    pytest.param(
        "Two gardaí shared a photograph of a man in a cell. The man was released without charge.",
        {"other"},
        id="the man of a picture",
    ),
    pytest.param("Police arrested the 29-year-old constable at work.", {"police"}, id="whom police arrested"),
    pytest.param("A constable is at court in May, having been charged in April.", {"police"}, id="having been"),
    pytest.param("Prosecuting, Ed Vale told the jury that the texts were vile.", {"unknown"}, id="counsel"),
    pytest.param("The dealer's trial collapsed over the texts.", {"other"}, id="the dealer's"),
    pytest.param(
        "The matter was passed to the Police Ombudsman for Northern Ireland.", {"unknown"}, id="for a country"
    ),
    pytest.param(
        "Jay Rafter, a plasterer, was led away. A jury had convicted him in July.", {"other"}, id="convicted him"
    ),
    pytest.param("Her husband is serving 27 months. He was jailed in May.", {"other"}, id="he, the husband"),
    pytest.param(
        "The mother of the boy, who was in the picture, said he had been arrested.", {"other"}, id="a boy's mother says"
    ),
    pytest.param(
        "A sergeant was spared, while the man who paid him begins a prison term.", {"other"}, id="the man who paid"
    ),
    pytest.param(
        "The officer, a 26-year-old man, was held on Monday. He has been suspended.",
        {"police"},
        id="the officer, a man",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ASSERTED)
def test_what_the_article_says_is_so(text, expected):
    spans = mentions(doc_of(text), "STAGE", "SANCTION")
    assert expected in [(span.kb_id_, detail(span)["assertion"]) for span in spans]
    assert {detail(span)["assertion"] for span in spans} == {"asserted"}


@pytest.mark.parametrize("text", NOT_ASSERTED)
def test_what_the_article_does_not_say_is_so(text):
    serious = {
        "arrested",
        "charged",
        "convicted",
        "sentenced",
        "concluded_sanction",
        "dismissed",
        "imprisoned",
        "barred",
    }
    spans = [span for span in mentions(doc_of(text), "STAGE", "SANCTION") if span.kb_id_ in serious]
    assert [(span.text, detail(span)["assertion"]) for span in spans if detail(span)["assertion"] == "asserted"] == []


@pytest.mark.parametrize(("text", "expected"), STANDING)
def test_standing(text, expected):
    assert standing(text) == expected


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_whose_stage_it_is(text, expected):
    assert {detail(span)["subject"] for span in mentions(doc_of(text), "STAGE", "SANCTION")} == expected


@pytest.mark.parametrize(
    "text", ["He is due to be sentenced on Friday.", "He is expected to be sentenced in June.", "She awaits sentence."]
)
def test_a_sentence_that_is_due_is_no_sentence(text):
    found = [(span.kb_id_, detail(span)["assertion"]) for span in mentions(doc_of(text), "STAGE", "SANCTION")]
    assert ("sentenced", "asserted") not in found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Misconduct proceedings, if there are to be any, would follow.", id="if there are any"),
        pytest.param("Misconduct proceedings will be considered when the trial ends.", id="to be considered"),
    ],
)
def test_a_hearing_that_nobody_has_decided_on_is_not_announced(text):
    assert {detail(span)["assertion"] for span in mentions(doc_of(text), "STAGE")} == {"possible"}


def test_who_is_referred_to_by_a_name_is_referred_to_nobody():
    doc = doc_of("The four officers are referred to in the report by their initials.")
    assert {detail(span)["assertion"] for span in mentions(doc, "STAGE")} == {"possible"}


def test_whom_they_had_arrested_is_none_of_them():
    doc = doc_of("The constables mocked people whom they had arrested.")
    assert {detail(span)["subject"] for span in mentions(doc, "STAGE")} == {"other"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I order that Constable Frome be demoted for 18 months.", id="I order"),
        pytest.param("The tribunal therefore directs that Sergeant Vale be dismissed.", id="a tribunal directs"),
    ],
)
def test_what_is_ordered_is_done(text):
    told = mentions(doc_of(text), "STAGE", "SANCTION")
    assert {detail(span)["assertion"] for span in told} == {"asserted"}


def test_a_force_that_has_given_training_sanctions_nobody():
    told = mentions(doc_of("Kerrin Police said it had since given training to all 240 sergeants."), "SANCTION")
    assert "asserted" not in {detail(span)["assertion"] for span in told}


def test_what_a_board_has_ruled_will_be_done_is_decided():
    doc = doc_of("Both will be docked 20 days of pay, a panel has ruled.")
    found = [detail(span)["assertion"] for span in mentions(doc, "STAGE") if span.kb_id_ == "concluded_sanction"]
    assert found == ["asserted"]


def test_a_departure_on_which_a_supposition_rests_is_so():
    doc = doc_of("PC Dana Frome would have been dismissed if she had not resigned.")
    assert [detail(s)["assertion"] for s in mentions(doc, "SANCTION") if s.kb_id_ == "resigned"] == ["asserted"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The appeal was dismissed.", id="an appeal"),
        pytest.param("A judge dismissed the claim of two constables.", id="a claim"),
        pytest.param("The chief dismissed the criticism.", id="criticism"),
        pytest.param("They fired two shots at the van.", id="shots"),
        pytest.param("The battery was charged overnight.", id="a battery"),
        pytest.param("He served two years in the Army.", id="years in the Army"),
        pytest.param("The retired sergeant had lost his part-time job at a school.", id="a part-time job"),
        pytest.param("The union suspended its strike.", id="a strike"),
        pytest.param("The constable's photographs were taken down by Facebook.", id="pictures that are taken down"),
        pytest.param("Two constables have since left the force.", id="whoever left, for whatever reason"),
    ],
)
def test_words_of_a_sanction_that_mean_something_else(text):
    spans = [span for span in mentions(doc_of(text), "STAGE", "SANCTION") if detail(span)["assertion"] == "asserted"]
    assert [span.text for span in spans if detail(span)["subject"] in {"police", "unknown"}] == []


def test_what_a_speaker_says_is_credited_to_the_speaker():
    doc = doc_of("“Two constables were dismissed for this,” said Chief Constable Mo Adeyi.")
    assert {detail(span)["said_by"] for span in mentions(doc, "SANCTION")} == {"Mo Adeyi"}
