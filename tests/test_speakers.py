"""Who is credited, in sentences that say it in more than one way; the plain ones are in test_quotations."""

import pytest

from annotated import doc_of

# article → speaker of each marked quotation
SPEAKERS = [
    pytest.param(
        "Supt Una Dray is to report.\n\nFrome's wife told the paper that he was sorry. “He forwards them,” she said.",
        ["Frome's wife"],
        id="whose wife she is",
    ),
    pytest.param(
        "PC Una Dray looked after a woman in a cell.\n\nThe woman agreed to speak. “She laughed,” she said.",
        ["The woman"],
        id="a woman without a name",
    ),
    pytest.param(
        "PC Lee Ashby was sacked.\n\nSome parishioners shrugged. “He read it,” said one, of Ashby.",
        ["one"],
        id="said one",
    ),
    pytest.param(
        "Lee Ashby had asked.\n\nSheriff Principal Una Dray, giving the opinion of the court, said that he was wrong. "
        "“No reasonable sheriff would,” she said.",
        ["Una Dray"],
        id="a sheriff principal",
    ),
    pytest.param(
        "PC Lee Ashby sent messages.\n\n3. When Ms A asked him to stop, he said that he could “make things quick”.",
        ["Lee Ashby"],
        id="he, who is not Ms A",
    ),
    pytest.param(
        "Chief Constable Una Dray has made the following statement after the hearing.\n\n“An independent panel has "
        "decided.\n\n“I agree with it, and I would have come to it sooner.”",
        ["Una Dray", "Una Dray"],
        id="the following statement",
    ),
    pytest.param(
        "Judge Una Dray sat.\n\nPassing sentence, the judge said Lee Ashby had lied.\n\n“You knew it,” she said.",
        ["Una Dray"],
        id="who spoke of another",
    ),
    pytest.param(
        "Solicitor Una Dray, who acts for the family, said the Ashby sentence stood out. “It is long,” she said.",
        ["Una Dray"],
        id="a sentence that bears a name",
    ),
    pytest.param(
        "PC Una Dray was sacked. Dray wept.\n\nThe mother of the prisoner does not wish to be named. Her son knows "
        "about it. "
        "“He asked me whether it was nice,” she told me.",
        ["The mother of the prisoner"],
        id="somebody's mother, who is not named",
    ),
    pytest.param(
        "DC Dray gave evidence. In answer to Ms Holroyd she agreed that she understood. “I thought about it,” she "
        "said.",
        ["Dray"],
        id="in answer to another",
    ),
    pytest.param(
        "Kerrin Police looked into it. Constable Una Dray wrote a letter to the court.\n\n“I shared a car with him,” "
        "it said.",
        ["Una Dray"],
        id="what somebody wrote",
    ),
    pytest.param(
        "A sergeant who trained Kent Police's armed officers told a panel he was “guilty, plain and simple”.",
        ["A sergeant"],
        id="who trained a force's officers",
    ),
    pytest.param(
        "Sgt Una Dray was there. Under cross-examination the sergeant, who had been on leave since the phone of a "
        "friend was "
        "examined, said she had lost her post “in all but name”.",
        ["Una Dray"],
        id="another in the aside about a sergeant",
    ),
    pytest.param(
        "PC Una Dray denies it. No complainant can be named. One, giving evidence behind a screen, said she had "
        "wondered "
        "“why they all went quiet”.",
        ["One"],
        id="one of several",
    ),
    pytest.param(
        'Head of Professional Standards, Detective Superintendent Iwan Pross, said: "The probationer came to work."',
        ["Iwan Pross"],
        id="whose office is named first",
    ),
    pytest.param(
        'In a statement, Kerrin Police said that it was early. "Nothing should be drawn from it," the statement said.',
        ["Kerrin Police"],
        id="the statement",
    ),
    pytest.param(
        'Kerrin Police said in a brief statement that it was early. "Nothing should be drawn," the statement added.',
        ["Kerrin Police"],
        id="said in a statement",
    ),
    pytest.param(
        "Una Dray, representing Sgt Lee Ashby, said he found them “silly, not sinister”.",
        ["Una Dray"],
        id="another in an aside",
    ),
    pytest.param(
        "Una Dray KC, who presented the case for Kerrin Police, told the panel that he saw it “as content”.",
        ["Una Dray"],
        id="a force in an aside",
    ),
    pytest.param(
        "Chief Constable Una Dray spoke. She thanked the officer who came forward, adding that it “takes backbone”.",
        ["Una Dray"],
        id="adding that",
    ),
    pytest.param(
        "Judge Una Dray spoke. She accepted that PC Dana Frome was new but said she had had a voice “and used it”.",
        ["Una Dray"],
        id="but said",
    ),
    pytest.param(
        "Sheriff Una Dray found it proved. The sheriff said she had found Constable Ann Gow “compelling throughout”.",
        ["Una Dray"],
        id="what one says of oneself",
    ),
    pytest.param(
        "Prosecuting, Una Dray said that two were about mosques and were, in her words, “aimed squarely at Muslims”.",
        ["Una Dray"],
        id="in her words",
    ),
    pytest.param(
        "The court heard that one, said to have been sent by Lee Ashby, called him “road pizza”.",
        ["Lee Ashby"],
        id="sent by",
    ),
    pytest.param(
        "Lee Ashby was described by a judge as the “ringmaster”.\n\nDistrict Judge Una Dray jailed him.",
        ["Una Dray"],
        id="described by a judge who is named later",
    ),
    pytest.param("Una Dray, solicitor for PC Lee Ashby: “He read it.”", ["Una Dray"], id="a colon"),
    pytest.param(
        "The panel's chair, Una Dray, had words for the college: “Nobody wrote it down.”", ["Una Dray"], id="had words"
    ),
    pytest.param("“I did not see it,” PC Lee Ashby answered.", ["Lee Ashby"], id="answered"),
    pytest.param(
        "Opening the case for the Crown, Una Dray KC spoke. Lee Ashby said nothing.\n\n“You may think,” the prosecutor "
        "went on, “that it is broken.”",
        ["Una Dray", "Una Dray"],
        id="the prosecutor went on",
    ),
    pytest.param(
        "“Nobody here is surprised,” said the Rev. Orrin Amberly.", ["Orrin Amberly"], id="a title with a stop"
    ),
    pytest.param(
        "“People vent,” said Una Dray, president of the board of Kerrin. “That does not make it right at all.”",
        ["Una Dray", "Una Dray"],
        id="on after a description",
    ),
    pytest.param(
        "“It was vile,” according to Una Dray, who had seen them.", ["Una Dray"], id="according to, after the words"
    ),
    pytest.param(
        "Ann Gow wrote a book. She sold it. It did well. It was read. It was liked.\n\nAn MP called for Lee Ashby's "
        "resignation.\n\n“A chief answers for what he does not know,” he said.",
        ["Lee Ashby"],
        id="of whom was told last, though no sentence opens on him",
    ),
    pytest.param(
        "Una Dray has led the force since May.\n\n“Of course it does.” She unscrews the jar.",
        ["Una Dray"],
        id="who does something next",
    ),
    pytest.param(
        "“It was late,” Una Dray says.\n\nShe puts the kettle on the stove.\n\nWas it fair?\n\n“It was fair enough.”",
        ["Una Dray", "Una Dray"],
        id="an answer in an interview",
    ),
    pytest.param(
        "PC Lee Ashby posted a picture of a bin with the words “new office”.", ["Lee Ashby"], id="with the words"
    ),
    pytest.param(
        "Calling it “abhorrent in every respect”, Una Dray urged them to act.", ["Una Dray"], id="calling it, first"
    ),
    pytest.param("For Una Dray, whose son died, it was “a slap in the face”.", ["Una Dray"], id="for whom it was so"),
    pytest.param(
        "It was “a slap in the face” for the family, said Una Dray.",
        ["Una Dray"],
        id="said, after more of the sentence",
    ),
    pytest.param("PC Lee Ashby answers a charge over a group named “Night Shift”.", [], id="answers a charge"),
    pytest.param("PC Lee Ashby went on trial over a group named “Night Shift”.", [], id="went on trial"),
    # an office, an organisation, a message
    pytest.param(
        "The chair of the Kerrin branch of the union, Una Dray, called it “a witch hunt” and warned of more.",
        ["Una Dray"],
        id="an office's holder after its name",
    ),
    pytest.param("“Nobody ever asked me.” – retired inspector Una Dray, on our show", ["Una Dray"], id="after a dash"),
    pytest.param(
        "Kerrin Police sent him home. “He has gone,” a force spokesman said. “We wish him well,” said a spokeswoman "
        "for the force.",
        ["Kerrin Police", "Kerrin Police"],
        id="a force spokesman",
    ),
    pytest.param(
        "In a statement the Garda press office said it “does not comment”.", ["Garda press office"], id="press"
    ),
    pytest.param("The Royal Navy said it knew of “a few people”.", ["Royal Navy"], id="in no list"),
    pytest.param(
        "Kerrin Police dismissed one. The force said it was sorry. It added: “We failed her.”",
        ["Kerrin Police"],
        id="it, after the force",
    ),
    pytest.param(
        "What does the colleague say?\n\nIn a statement read at the hearing, he said: “She has changed.”",
        ["the colleague"],
        id="he, of whom no name was told",
    ),
    pytest.param(
        "The panel heard that PC Lee Ashby called her “a nuisance”, and that PC Col Bray posted a picture.",
        ["Lee Ashby"],
        id="before the next clause",
    ),
    pytest.param(
        "PC Lee Ashby wrote of Una Dray: “She will love it.” Ms Dray said she wept.",
        ["Lee Ashby"],
        id="what a colon leads in",
    ),
    pytest.param(
        "Una Dray called it “vile”, adding that the city deserved better.", ["Una Dray"], id="before what is added"
    ),
    pytest.param("A message from PC Lee Ashby read: “Bin it.”", ["Lee Ashby"], id="whose message it is"),
    pytest.param(
        "Una Dray, the director, said Lee Ashby's words were “a disgrace to us all”.", ["Una Dray"], id="said, of words"
    ),
    pytest.param(
        "Chief Constable Una Dray said: 'A sergeant sets the tone. He did not.\n\n'I thank those who told us.'",
        ["Una Dray", "Una Dray"],
        id="single marks over paragraphs",
    ),
    pytest.param(
        "PC Lee Ashby left. Ashby's solicitor said the posts were “a daft mistake”.", ["Ashby's solicitor"], id="whose"
    ),
    pytest.param("PC Lee Ashby left. Ashby's reply was: “Bin it.”", ["Lee Ashby"], id="whose reply it was"),
    pytest.param("PC Lee Ashby left. Ashby's texts showed “a settled scorn”.", [], id="what somebody's texts showed"),
    pytest.param(
        "The panel found that PC Lee Ashby had shown “no insight at all”.",
        ["The panel"],
        id="who found what one showed",
    ),
    pytest.param(
        "Sgt Una Dray left. One of the women told the hearing: “He signed my book.”",
        ["One of the women"],
        id="one of several",
    ),
    pytest.param(
        "PC Lee Ashby wept. The clerk read a letter from Ashby, in which he said he had been “a clown”.",
        ["Lee Ashby"],
        id="whose letter is read",
    ),
    pytest.param(
        "Una Dray told the chair, Superintendent Ann Orchard, that a sergeant, identified only as Officer B, was "
        "“a bystander”.",
        ["Una Dray"],
        id="told to somebody, of somebody",
    ),
    pytest.param(
        "The panel was told that PC Lee Ashby called the shop “a dump” and said he had been ill.",
        ["Lee Ashby"],
        id="called, and said",
    ),
    pytest.param(
        "A former colleague of PC Ashby, who would not be named, said: “We all knew.”",
        ["A former colleague"],
        id="somebody's colleague",
    ),
    pytest.param(
        "For PC Lee Ashby, Una Dray called them “ill-judged”. She added: “He is a good son.”",
        ["Una Dray", "Una Dray"],
        id="counsel, not whom she speaks for",
    ),
    pytest.param(
        "PC Lee Ashby left. Una Dray, who leads the union, pointed to the rota. “We lost nine of our own.”",
        ["Una Dray"],
        id="who acts right before",
    ),
    pytest.param(
        "PC Lee Ashby was dismissed on Friday. “We will not put up with it.”", [""], id="not whom something is done to"
    ),
    pytest.param("“They laughed,” said Quorn, who runs a stall.", ["Quorn"], id="a name that nothing else tells"),
    pytest.param(
        "Our source is in the job. She met us twice.\n\n“I kept waiting,” she said.", ["Our source"], id="a source"
    ),
    pytest.param(
        "In its written reasons the panel said it was “degrading”.", ["the panel"], id="the panel, not its reasons"
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_who_is_credited(text, expected):
    assert [quote.speaker for quote in doc_of(text).user_data["quotes"] if quote.kind != "indirect"] == expected


def test_what_is_known_according_to_somebody_is_not_said_by_the_subject():
    found = doc_of("Sgt Lee Ashby filed his papers, according to a person with knowledge of it.").user_data["quotes"]
    assert [(quote.speaker, quote.cue) for quote in found] == [("a person", "according to")]
