import pytest

from annotated import article, assembled, fault, main_claims, of, texts_of
from cuttings import vocabulary

STAGES = vocabulary.load().codes("stage")

OPENING = "Three Kerrin Police constables shared racist WhatsApp messages, it is alleged."

# article → stage
STAGE = [
    pytest.param(
        "The Crown Prosecution Service dropped the case against PC Jordan Thack, of Kerrin Police, over racist "
        "posts.\n\n"
        "Kerrin Police paused its own inquiry when he was charged, and confirmed that it had picked it up again.",
        "charged",
        id="its own inquiry, picked up again: no end",
    ),
    pytest.param(
        "Ten gardaí are under investigation by Fiosrú over racist WhatsApp messages. They emerged when a garda's "
        "phone was "
        "seized. That man, who has since been jailed for corruption, is not among the ten.",
        "under_investigation",
        id="who is not among the ten",
    ),
    pytest.param(
        "PC Dana Frome, of Kerrin Police, faced two charges over racist WhatsApp messages, and was fined one month's "
        "salary.",
        "concluded_sanction",
        id="fined a month's salary",
    ),
    pytest.param(
        "Two Kerrin Police troopers were arrested on Friday over racist Discord posts and arraigned on Monday.\n\nBoth "
        "pleaded not guilty and were released on conditions.",
        "charged",
        id="a plea at the arraignment",
    ),
    pytest.param(
        "PC Dana Frome, of Kerrin Police, was found not guilty of sending racist WhatsApp messages on Friday.",
        "concluded_no_action",
        id="found not guilty of",
    ),
    pytest.param(
        "A jury needed less than two hours to find former Kerrin Police sergeant Dana Frome guilty of misconduct over "
        "racist WhatsApp messages.",
        "convicted",
        id="to find somebody guilty",
    ),
    pytest.param(
        "Senior Constable Lee Ash of Kerrin Police is dismissed over racist WhatsApp messages.\n\nFor that the "
        "assistant commissioner had reduced his pay and required him to complete 40 hours of community service.",
        "concluded_sanction",
        id="community service that no court ordered",
    ),
    pytest.param(
        "Three Kerrin Police constables are charged over racist WhatsApp messages.\n\nAll three were arraigned on "
        "Monday, pleaded not guilty and were released.",
        "charged",
        id="a plea when arraigned is no trial",
    ),
    pytest.param(
        "Three Kerrin Police constables are under investigation over racist WhatsApp messages.\n\nTwo of them were "
        "suspended for 14 months.",
        "under_investigation",
        id="suspended for months, and no court",
    ),
    pytest.param(
        "Three Kerrin Police constables are charged over racist WhatsApp messages.\n\nThey deny it.\n\nThey are on "
        "bail.\n\nThe chat was set up in May.\n\nTwo others will face a misconduct hearing.",
        "charged",
        id="a hearing of others, after a charge",
    ),
    pytest.param(
        OPENING + " They pleaded guilty to neglect of duty at a disciplinary tribunal.",
        "misconduct_hearing",
        id="a plea before a tribunal",
    ),
    pytest.param(OPENING, "alleged", id="alleged"),
    pytest.param(
        "Kerrin Police referred three constables to the IOPC over racist WhatsApp messages.", "referred", id="referred"
    ),
    pytest.param(
        "The IOPC is investigating three Kerrin Police constables over racist messages.",
        "under_investigation",
        id="investigated",
    ),
    pytest.param(
        "Three Kerrin Police constables were arrested over racist WhatsApp messages.", "arrested", id="arrested"
    ),
    pytest.param("Three Kerrin Police constables were charged over racist WhatsApp messages.", "charged", id="charged"),
    pytest.param(
        "Three Kerrin Police constables face a misconduct hearing over racist messages.",
        "misconduct_hearing",
        id="a hearing",
    ),
    pytest.param(
        "A panel found that three Kerrin Police constables committed gross misconduct with racist "
        "messages. It will decide the sanction on Friday.",
        "misconduct_hearing",
        id="found, and the sanction to come",
    ),
    pytest.param(
        "Three Kerrin Police constables are on trial over racist WhatsApp messages.", "criminal_trial", id="on trial"
    ),
    pytest.param(
        "Four Kerrin Police constables answered for sexist WhatsApp messages. Two were dismissed and a third was "
        "cleared.",
        "concluded_sanction",
        id="two sacked, a third cleared",
    ),
    pytest.param(
        "Three Kerrin Police constables answered for sexist WhatsApp messages. Meetings were held: it was "
        "proven for two officers, who got a written warning, and not proven for the third, who will be "
        "trained.",
        "concluded_sanction",
        id="not proven for the third",
    ),
    pytest.param(
        "Three Kerrin Police constables were dismissed over racist WhatsApp messages.",
        "concluded_sanction",
        id="dismissed",
    ),
    pytest.param(
        "Three Port Allen Police Department officers were fired over racist texts.",
        "concluded_sanction",
        id="fired, US",
    ),
    pytest.param(
        "A former Kerrin Police sergeant would have been dismissed over racist messages, a panel ruled.",
        "concluded_sanction",
        id="would have been dismissed",
    ),
    pytest.param(
        "Three Kerrin Police constables were convicted over racist WhatsApp messages.", "convicted", id="convicted"
    ),
    pytest.param(
        "Three Kerrin Police constables pleaded guilty to sending grossly offensive messages.",
        "convicted",
        id="pleaded guilty",
    ),
    pytest.param("Three Kerrin Police constables were jailed over racist WhatsApp messages.", "sentenced", id="jailed"),
    pytest.param(
        "A Kerrin Police constable was given a suspended sentence over racist WhatsApp messages.",
        "sentenced",
        id="a suspended sentence",
    ),
    pytest.param(
        "Three Kerrin Police constables will face no further action over racist WhatsApp messages.",
        "concluded_no_action",
        id="no further action",
    ),
    pytest.param(
        "A report on two Kerrin Police constables over racist messages was sent to the procurator fiscal.",
        "referred",
        id="a report to the fiscal",
    ),
    pytest.param(
        "Gardaí arrested a serving member over racist WhatsApp messages sent to two other gardaí.",
        "arrested",
        id="a garda arrested",
    ),
    pytest.param(
        "A departmental inquiry was ordered against three Kerrin Police constables over a WhatsApp video.",
        "under_investigation",
        id="a departmental inquiry, India",
    ),
    pytest.param(
        "Three Victoria Police senior constables were stood down while racist messages are investigated.",
        "under_investigation",
        id="stood down, Australia",
        marks=fault("neither stood down nor are investigated is read"),
    ),
    pytest.param(
        "Three Kerrin Police constables accused of racist WhatsApp messages will face no disciplinary proceedings.",
        "concluded_no_action",
        id="will face no proceedings",
    ),
    pytest.param(
        "Kerrin Police has asked the police watchdog to examine three constables' racist WhatsApp messages.",
        "referred",
        id="asked a watchdog to examine",
    ),
    pytest.param(
        "The CPS has authorised criminal charges against three Kerrin Police constables over racist WhatsApp messages.",
        "charged",
        id="charges authorised",
    ),
    pytest.param(
        "Charges have been authorised against three Kerrin Police constables over racist WhatsApp messages.",
        "charged",
        id="charges were authorised",
    ),
    pytest.param(
        "Three Kerrin Police constables each face a count of misconduct in public office over racist WhatsApp "
        "messages.",
        "charged",
        id="each face a count",
    ),
    pytest.param(
        "Three Kerrin Police constables have been summonsed to appear before magistrates over racist WhatsApp "
        "messages.",
        "charged",
        id="summonses",
    ),
    pytest.param(
        "A grand jury indicted three Port Allen Police Department officers on Monday over racist text messages.",
        "charged",
        id="indicted, US",
    ),
    pytest.param(
        "Three Victoria Police constables were charged on summons over racist WhatsApp messages.",
        "charged",
        id="charged on summons, Australia",
    ),
    pytest.param(
        "A former Kerrin Police constable has gone to prison over racist WhatsApp messages.",
        "sentenced",
        id="gone to prison",
    ),
    pytest.param(
        "A former Kerrin Police constable was sent to prison for 14 months over racist WhatsApp messages.",
        "sentenced",
        id="sent to prison",
    ),
    pytest.param(
        "A former Kerrin Police constable was fined £800 by magistrates over racist WhatsApp messages.",
        "sentenced",
        id="fined by magistrates",
    ),
    pytest.param(
        "A former Port Allen Police Department officer was sentenced to two years' probation over racist texts.",
        "sentenced",
        id="put on probation, US",
    ),
    pytest.param(
        "A Police Scotland constable was ordered to carry out 180 hours of unpaid work over racist WhatsApp messages.",
        "sentenced",
        id="ordered to do unpaid work, Scotland",
    ),
    pytest.param(
        "A former Victoria Police constable was placed on a community corrections order over racist WhatsApp messages.",
        "sentenced",
        id="community corrections order, Australia",
    ),
    pytest.param(
        "Three Kerrin Police constables have been served with gross misconduct notices over racist WhatsApp messages.",
        "under_investigation",
        id="served with notices",
    ),
    pytest.param(
        "Three Kerrin Police constables were served with regulation 17 notices over racist WhatsApp messages.",
        "under_investigation",
        id="regulation notices",
    ),
    pytest.param(
        "The Port Allen Police Department's internal affairs unit is looking into racist texts sent by three officers.",
        "under_investigation",
        id="internal affairs, US",
    ),
    pytest.param(
        "Kerrin Police has made a voluntary referral to the IOPC over racist WhatsApp messages sent by three "
        "constables.",
        "referred",
        id="self-referral",
    ),
    pytest.param(
        "The force made a mandatory referral to the IOPC. Three Kerrin Police constables are alleged to have "
        "sent racist WhatsApp messages.",
        "referred",
        id="a mandatory referral",
    ),
    pytest.param(
        "Three Kerrin Police constables were interviewed under caution over racist WhatsApp messages.",
        "under_investigation",
        id="interviewed under caution",
    ),
    pytest.param(
        "Three Kerrin Police constables attended a police station voluntarily and were interviewed under caution "
        "over racist WhatsApp messages.",
        "under_investigation",
        id="attended voluntarily",
    ),
    pytest.param(
        "Three Quinte Bay Police Service constables were docked 80 hours' pay over homophobic messages in a "
        "WhatsApp group.",
        "concluded_sanction",
        id="docked pay",
    ),
    pytest.param(
        "Three Quinte Bay Police Service constables were demoted over homophobic messages in a WhatsApp group.",
        "concluded_sanction",
        id="demoted, Canada",
    ),
    pytest.param(
        "A Quinte Bay Police Service constable was ordered to forfeit 60 hours over homophobic messages in a "
        "WhatsApp group.",
        "concluded_sanction",
        id="forfeits hours, Canada",
    ),
    pytest.param(
        "A Kerrin Police sergeant was reduced in rank to constable over racist WhatsApp messages.",
        "concluded_sanction",
        id="reduced in rank",
    ),
    pytest.param(
        "Three Port Allen Police Department officers were reprimanded over racist texts.",
        "concluded_sanction",
        id="reprimanded",
    ),
    pytest.param(
        "Three Port Allen Police Department officers were suspended for 30 days without pay over racist texts "
        "after an internal investigation sustained the allegations.",
        "concluded_sanction",
        id="suspended without pay as a penalty, US",
    ),
    pytest.param(
        "Three Port Allen Police Department officers have been terminated over racist texts.",
        "concluded_sanction",
        id="terminated, US",
    ),
    pytest.param(
        "A misconduct hearing will be held in May for three Kerrin Police constables accused of racist WhatsApp "
        "messages.",
        "misconduct_hearing",
        id="a hearing will be held",
    ),
    pytest.param(
        "The IOPC found that three Kerrin Police constables have a case to answer for gross misconduct over "
        "racist WhatsApp messages.",
        "misconduct_hearing",
        id="case to answer",
    ),
    pytest.param(
        "Prosecutors are considering whether to authorise charges against three Kerrin Police constables over "
        "racist WhatsApp messages.",
        "alleged",
        id="whether to authorise charges",
    ),
    pytest.param(
        "Three Kerrin Police constables are under investigation over racist WhatsApp messages. They could go to "
        "prison.",
        "under_investigation",
        id="could go to prison",
    ),
    pytest.param(
        "Three Kerrin Police constables are under investigation over racist WhatsApp messages. They may be fined "
        "or demoted.",
        "under_investigation",
        id="may be fined",
    ),
    pytest.param(
        "Three Kerrin Police constables are under investigation over racist WhatsApp messages. The force was "
        "fined £40,000 over a data breach last year.",
        "under_investigation",
        id="a force that was fined",
    ),
    pytest.param(
        "Explainer: what is happening in the Thornbury messages case?\n\nEleven Kerrin Police officers are under "
        "investigation over racist WhatsApp messages. Here is what we know.",
        "under_investigation",
        id="an explainer of one force's matter",
    ),
    pytest.param(
        "What happens next for the deputies?\n\nSix Polk County Sheriff's Office deputies were fired over racist "
        "texts on Monday. Here is what comes next.",
        "concluded_sanction",
        id="an explainer, what happens next, US",
    ),
]

# article → the furthest stage that may be claimed
AT_MOST = [
    pytest.param(OPENING + " They could be dismissed.", "under_investigation", id="could be dismissed"),
    pytest.param(OPENING + " They could face charges.", "under_investigation", id="could face charges"),
    pytest.param(OPENING + " “They’ll be sacked,” said a friend.", "under_investigation", id="will be, shortened"),
    pytest.param(
        OPENING + "\n\nLast year 593 officers were dismissed across England and Wales.",
        "under_investigation",
        id="a country's figures",
    ),
    pytest.param(
        OPENING + "\n\nThe force sacked eleven officers in a year, its chief said.",
        "under_investigation",
        id="a year's figures",
    ),
    pytest.param(
        OPENING + "\n\nLee Orme, a builder, swapped texts with colleagues who were later jailed.",
        "under_investigation",
        id="somebody else's colleagues",
    ),
    pytest.param(
        OPENING + "\n\nOfficers who write such things are dismissed, the chief constable said.",
        "under_investigation",
        id="a rule for anybody",
    ),
    pytest.param(
        OPENING + "\n\nThe chat over which a trooper was dismissed in 2019, she said, has nothing to do with this one.",
        "under_investigation",
        id="nothing to do with this",
    ),
    pytest.param(
        OPENING + "\n\nThere is a group for which a sergeant went to prison. It had nothing to do with this.",
        "under_investigation",
        id="told apart in the next sentence",
    ),
    pytest.param(
        "A former sergeant told an employment tribunal that Kerrin Police constables shared racist WhatsApp messages."
        "\n\nAll three are still at work, the hearing was told.",
        "alleged",
        id="an employment tribunal",
    ),
    pytest.param(OPENING + " They have not been charged.", "under_investigation", id="not charged"),
    pytest.param(
        OPENING + " If convicted, they could be jailed for two years.", "under_investigation", id="if convicted"
    ),
    pytest.param(
        OPENING + " A misconduct notice does not mean that charges will follow.",
        "under_investigation",
        id="what a notice does not mean",
    ),
    pytest.param(
        OPENING + " Anyone found guilty of gross misconduct is dismissed, the force's policy says.",
        "under_investigation",
        id="a policy",
    ),
    pytest.param(
        OPENING + " The maximum sentence is six months in prison.",
        "under_investigation",
        id="a maximum sentence",
    ),
    pytest.param(
        OPENING + " “They should all be sacked,” said Councillor Bob Vane.",
        "under_investigation",
        id="a demand in a quotation",
    ),
    pytest.param(
        OPENING + " In 2019 a teacher was jailed for a similar offence.",
        "under_investigation",
        id="somebody else's sentence",
    ),
    pytest.param(
        OPENING + " Joan Marsh, whose daughter's killer was jailed in 2020, wept.",
        "under_investigation",
        id="a killer's sentence",
    ),
    pytest.param(
        OPENING + " The messages mocked a man whom officers had arrested and charged with theft.",
        "under_investigation",
        id="an arrest that the messages mock",
    ),
    pytest.param(
        OPENING + " A previous version of this story said that they had been charged. They have not been.",
        "under_investigation",
        id="a correction",
    ),
    pytest.param(
        OPENING + " The force denied that any of them had been sacked.",
        "under_investigation",
        id="a denial that they were sacked",
    ),
    pytest.param(OPENING + " The constables have yet to be charged.", "under_investigation", id="yet to be charged"),
    pytest.param(
        OPENING + " Prosecutors are considering whether they should be charged.",
        "under_investigation",
        id="prosecutors consider",
    ),
    pytest.param(
        OPENING + " Their appeal for anonymity was dismissed.",
        "misconduct_hearing",
        id="an appeal dismissed",
    ),
    pytest.param(
        OPENING + " Critics were dismissed by the chief as cranks.",
        "under_investigation",
        id="critics dismissed",
    ),
    pytest.param(OPENING + " They were released on bail and have not been charged.", "arrested", id="on bail"),
    pytest.param(OPENING + " All three are suspended.", "under_investigation", id="a duty status is no outcome"),
    pytest.param(OPENING + " One resigned last year.", "under_investigation", id="a resignation is no outcome"),
    pytest.param(
        OPENING + " They joked about men who were already in handcuffs.", "under_investigation", id="men in handcuffs"
    ),
    pytest.param(
        OPENING + " Prosecutors have dropped charges against defendants in other cases.",
        "under_investigation",
        id="other defendants",
    ),
    pytest.param(
        OPENING + " Imagine, a barrister said, that one is convicted: the others would be tainted.",
        "under_investigation",
        id="a thought experiment",
    ),
    pytest.param(
        OPENING + " The trial of a drug dealer they arrested collapsed.",
        "under_investigation",
        id="another's trial",
        marks=fault("the trial of somebody they arrested is taken for theirs"),
    ),
    pytest.param(
        OPENING + " The union expects that they will be dismissed.", "under_investigation", id="what a union expects"
    ),
    pytest.param(
        OPENING + " It is understood that dismissal is likely.", "under_investigation", id="dismissal is likely"
    ),
    pytest.param(
        OPENING + " A dismissal hearing for two firefighters ended with both sacked.",
        "misconduct_hearing",
        id="firefighters sacked",
    ),
    pytest.param(OPENING + " They have been told to expect to be sacked.", "under_investigation", id="to expect"),
    pytest.param(
        OPENING + " Their appeal for anonymity was thrown out.", "misconduct_hearing", id="an appeal thrown out"
    ),
    pytest.param(
        OPENING + " A reader rang to say the article was wrong to report that they had been sacked.",
        "under_investigation",
        id="wrong to report",
    ),
    pytest.param(
        OPENING + " We reported in May that they had been sacked. That was wrong.",
        "under_investigation",
        id="taken back in the next sentence",
    ),
    pytest.param(
        OPENING + " Reports that they were jailed are false, the court said.", "under_investigation", id="false reports"
    ),
    pytest.param(OPENING + " A newspaper has reported that they were sacked.", "under_investigation", id="second hand"),
    pytest.param(
        OPENING + " They went on trial. They are guilty of misconduct in public office, prosecutors told a jury.",
        "criminal_trial",
        id="what prosecutors say",
    ),
    pytest.param(
        OPENING + " A panel did not find that Dana Frome, one of them, had committed gross misconduct.",
        "under_investigation",
        id="did not find that, over commas",
    ),
    pytest.param(
        OPENING + " They were convicted in May. The Court of Appeal has overturned their convictions.",
        "criminal_trial",
        id="convictions overturned",
    ),
    pytest.param(
        OPENING + " A constable was dismissed for an unrelated assault.", "under_investigation", id="unrelated assault"
    ),
    pytest.param(
        OPENING + " We are happy to make clear that none was ever charged.", "under_investigation", id="none was ever"
    ),
    pytest.param(
        OPENING + " Her own brother, a bus driver, was jailed in 2019.", "under_investigation", id="a brother jailed"
    ),
    pytest.param(
        OPENING + " Their dismissal would set a precedent.", "under_investigation", id="a dismissal that would be"
    ),
    pytest.param(
        OPENING + " Misconduct in public office carries a maximum of life imprisonment.",
        "under_investigation",
        id="what an offence carries",
    ),
    pytest.param(
        OPENING + " The chat joked about a boxer who was convicted of rape.",
        "under_investigation",
        id="a conviction that the messages joke about",
    ),
    pytest.param(
        OPENING + " The IOPC's remit includes officers who are arrested or charged.",
        "under_investigation",
        id="a body's remit",
    ),
    pytest.param(
        OPENING + " Protesters outside chanted that they should be jailed.", "under_investigation", id="a chant"
    ),
    pytest.param(
        OPENING + " The chief said he wished they had been dismissed.",
        "under_investigation",
        id="what a chief wished",
    ),
    pytest.param(
        OPENING + " Last month the force dismissed as untrue reports that they were arrested.",
        "under_investigation",
        id="reports dismissed as untrue",
    ),
    pytest.param(OPENING + " A jury failed to reach a verdict.", "criminal_trial", id="no verdict"),
    pytest.param(OPENING + " Prosecutors dropped the charges in May.", "concluded_no_action", id="charges dropped"),
    pytest.param(
        OPENING + " Court records show that one of the messages joked that a prisoner was sentenced to death.",
        "under_investigation",
        id="a sentence in a joke",
    ),
    pytest.param(OPENING + " They pleaded not guilty on Friday.", "criminal_trial", id="a plea of not guilty"),
    pytest.param(
        "A Kerrin Police constable denied gross misconduct over racist messages. He pleaded guilty "
        "in an unrelated speeding case.",
        "misconduct_hearing",
        id="a plea in an unrelated case",
    ),
    pytest.param(
        "A Kerrin Police constable was dismissed in error over racist messages: the finding was "
        "quashed and the hearing will be held again.",
        "misconduct_hearing",
        id="a dismissal that was quashed",
    ),
    pytest.param(
        "A Kerrin Police constable accepted gross misconduct over racist messages at a hearing, which goes on.",
        "misconduct_hearing",
        id="an admission at a hearing that goes on is no conviction",
    ),
    pytest.param(
        "At a misconduct hearing a Kerrin Police constable pleaded guilty to breaching standards with racist messages.",
        "misconduct_hearing",
        id="a plea in a disciplinary hearing is no conviction",
    ),
    pytest.param(
        "A Kerrin Police constable faces disciplinary charges over racist messages; a hearing is in May.",
        "misconduct_hearing",
        id="disciplinary charges are no criminal charge",
    ),
    pytest.param(
        "Two Kerrin Police constables are under investigation over racist messages. One of those "
        "who received them, a prison officer, was sacked.",
        "under_investigation",
        id="another service's sanction",
    ),
    pytest.param(
        "The IOPC found no case to answer for two Kerrin Police constables over racist messages.\n\nThe IOPC oversees "
        "complaints about the police.",
        "concluded_no_action",
        id="a body's work",
    ),
    pytest.param(OPENING + " None has been dismissed.", "under_investigation", id="none has been dismissed"),
    pytest.param(OPENING + " Their lawyer has asked for a written warning.", "under_investigation", id="asked for"),
    pytest.param(
        "Correction\n\nWe published an article on three Kerrin Police constables and racist messages. It said that "
        "they had been charged. None of that was true. The IOPC is investigating the constables.",
        "under_investigation",
        id="what an article said that is corrected",
    ),
]

# article → (allegation, standings that are no overclaim)
LOW = {"reported", "alleged", "investigated"}
ALLEGATIONS = [
    pytest.param(
        "Three Kerrin Police constables allegedly shared racist WhatsApp messages.", "racist", LOW, id="allegedly"
    ),
    pytest.param(
        "Three Kerrin Police constables are being investigated over racist messages.", "racist", LOW, id="investigated"
    ),
    pytest.param(
        "Three Kerrin Police constables deny sharing racist WhatsApp messages.", "racist", LOW | {"denied"}, id="denied"
    ),
    pytest.param(
        "Three Kerrin Police constables were cleared of sharing racist messages.", "racist", {"cleared"}, id="cleared"
    ),
    pytest.param(
        "Three Kerrin Police constables could be found guilty of sharing racist messages.",
        "racist",
        LOW,
        id="could be found",
    ),
    pytest.param(
        "Nobody has been found guilty of sharing the racist messages of three Kerrin Police constables.",
        "racist",
        LOW,
        id="nobody found guilty",
    ),
    pytest.param(
        "A phone was found with racist messages of three Kerrin Police constables.", "racist", LOW, id="a phone found"
    ),
    pytest.param(
        "A panel found that three Kerrin Police constables shared racist messages.", "racist", {"found"}, id="found"
    ),
    pytest.param(
        "Three Kerrin Police constables admitted sharing racist messages.", "racist", {"admitted"}, id="admitted"
    ),
    pytest.param(
        "Three Kerrin Police constables are charged with sending grossly offensive messages.",
        "grossly_offensive",
        {"charged"},
        id="charged",
    ),
    pytest.param(
        "If convicted of sending racist messages, the three Kerrin Police constables face jail.",
        "racist",
        LOW | {"charged"},
        id="if convicted",
    ),
    pytest.param(
        "Three Kerrin Police constables were not convicted of sending racist messages.",
        "racist",
        LOW | {"cleared"},
        id="not convicted",
    ),
]

# article → sanctions
SANCTIONS = [
    pytest.param(
        "Two Kerrin Police Department officers posted racist messages on Facebook.\n\nOfficer Dana Frome: sustained. "
        "Terminated effective September 30.",
        ["dismissed"],
        id="terminated effective",
    ),
    pytest.param(
        "A former Kerrin Police Department officer posted racist messages on Facebook.\n\nThe state board voted 9-0 to "
        "revoke his police certification.",
        ["barred"],
        id="voted to revoke",
    ),
    pytest.param(
        "Two Kerrin Police constables were found guilty of sending racist WhatsApp messages.\n\nA sergeant who stood "
        "trial beside them left court with the case against her not proven.",
        [],
        id="one of them was acquitted",
    ),
    pytest.param(
        "PC Dana Frome, of Kerrin Police, was given ten months' imprisonment, suspended for two years, over racist "
        "WhatsApp messages.",
        ["suspended_sentence"],
        id="a suspended term is no prison",
    ),
    pytest.param(
        "A sergeant who ran the cells of Kerrin Police was dismissed over racist messages about the people they had "
        "locked up.",
        ["dismissed"],
        id="whom they had locked up",
    ),
    pytest.param(
        "Two Kerrin Police constables are under investigation over racist messages. They have been moved to roles with "
        "no public contact.",
        ["restricted_duties"],
        id="roles without the public",
    ),
    pytest.param(
        "Three Kerrin Police constables were suspended over racist messages.\n\nTwo resigned from the darts team.",
        ["suspended"],
        id="who left a team",
    ),
    pytest.param(
        "The IOPC found no case to answer for three Kerrin Police constables over racist messages.\n\nIt was the "
        "inspector who did not act, and he had retired by then. We have not investigated him.",
        ["no_action"],
        id="who left, and nobody looked into",
    ),
    pytest.param(
        "A Kerrin Police sergeant told a tribunal of racist messages.\n\nThe sergeant resigned in May and claims "
        "constructive dismissal.",
        [],
        id="who left, and sues",
    ),
    pytest.param(
        "A Kerrin Police constable has kept his job over racist messages.\n\nHe was given a written warning.",
        ["written_warning"],
        id="kept his job, with a warning",
    ),
    pytest.param("Three Kerrin Police constables were suspended over racist messages.", ["suspended"], id="suspended"),
    pytest.param(
        "A Kerrin Police constable got a suspended sentence over racist messages.",
        ["suspended_sentence"],
        id="a suspended sentence is no suspension",
    ),
    pytest.param(
        "Three Kerrin Police constables were given final written warnings over racist messages.",
        ["final_written_warning"],
        id="final written warnings",
    ),
    pytest.param(
        "A former Kerrin Police sergeant would have been dismissed over racist messages.",
        ["would_have_been_dismissed"],
        id="would have been dismissed is not dismissed",
    ),
    pytest.param(
        "Three Kerrin Police constables were placed on restricted duties over racist messages.",
        ["restricted_duties"],
        id="restricted duties",
    ),
    pytest.param("Three Kerrin Police constables could be suspended over racist messages.", [], id="could be"),
    pytest.param("Three Kerrin Police constables were not suspended over racist messages.", [], id="not"),
    pytest.param(
        "Three Port Allen Police Department officers were put on administrative leave over racist texts.",
        ["restricted_duties", "suspended"],
        id="administrative leave",
    ),
]

# article → forces, for who the subjects' force is
FORCES = [
    pytest.param(
        "OUTCOME OF MISCONDUCT HEARING – FORMER PC 4471 LEWIS FROME AND DC 3086 SIMONE ABEL\n\n"
        "Barshire and Nordale Constabulary\nHearing: 10 to 13 November 2025, Portwell\n\n"
        "1. This document is published under the rules. Mr Frome did not attend.\n\n"
        "2. Against PC Frome it was alleged that he sent two racist messages by Snapchat to DC Abel.\n\n"
        "3. The allegations are proved. PC Frome was dismissed and DC Abel was given a written warning.",
        ["Barshire and Nordale Constabulary"],
        id="a force that only the head of its release names",
    ),
    pytest.param(
        "Two Kerrin Police constables were dismissed over racist messages.", ["Kerrin Police"], id="beside the count"
    ),
    pytest.param(
        "Two Kerrin Police constables were dismissed over racist messages.\n\nHarrowmere "
        "Constabulary led the investigation.",
        ["Kerrin Police"],
        id="a force that led the inquiry",
    ),
    pytest.param(
        "Harrowmere Constabulary detectives are investigating two Kerrin Police constables over racist messages.",
        ["Kerrin Police"],
        id="detectives of another force",
    ),
    pytest.param(
        "Two Kerrin Police constables were dismissed over racist messages.\n\nThe panel's chair, "
        "Assistant Chief Constable Ros Tate of Harrowmere Constabulary, said trust was lost.",
        ["Kerrin Police"],
        id="the chair's force",
    ),
    pytest.param(
        "PC Dana Frome, of Kerrin Police, who previously served with Harrowmere Constabulary, was "
        "dismissed over racist messages.",
        ["Kerrin Police"],
        id="a former employer",
    ),
    pytest.param(
        "Three Kerrin Police constables are under investigation over racist messages. One of them now works for "
        "another force in the North East.",
        ["Kerrin Police", "unnamed force in the North East"],
        id="a force that is not named",
    ),
    pytest.param(
        "Officers from Kerrin Police and Harrowmere Constabulary are under investigation over a WhatsApp group.",
        ["Kerrin Police", "Harrowmere Constabulary"],
        id="two forces",
        marks=fault("two forces joined by and are read as one"),
    ),
    pytest.param(
        "Two Kerrin Police constables were dismissed over racist messages about the Duchess of Sussex.",
        ["Kerrin Police"],
        id="the Duchess of Sussex",
    ),
    pytest.param(
        "Two officers of another force in the South West were dismissed over racist WhatsApp messages.",
        [],
        id="a force that is not named",
    ),
]

NO_INCIDENT = [
    pytest.param(
        "Two men have been jailed for racist WhatsApp messages to Kerrin Police officers.\n\nNo officer or member of "
        "staff is or was suspected of any wrongdoing.",
        id="nobody of the police is suspected",
    ),
    pytest.param(
        "Kerrin Police arrested a man over sexual WhatsApp messages to recruits.\n\nHe is charged with impersonating a "
        "police officer.",
        id="somebody who posed as police",
    ),
    pytest.param(
        "Three officers are suspended over racist WhatsApp messages.\n\nAll work in parking at Tarrow District Council."
        " Kerrin Police took no action.",
        id="officers of a council",
    ),
    pytest.param(
        "Kerrin Police dismissed PC Dana Frome, who was over the limit when she hit a van.\n\nShe had served for years."
        "\n\nThe force posted the outcome on Facebook.",
        id="another offence, and no messages in the opening",
    ),
    pytest.param("Five firefighters were sacked over a racist WhatsApp group.", id="firefighters"),
    pytest.param("A councillor was suspended over racist WhatsApp messages, and police were told.", id="a councillor"),
    pytest.param(
        "PC Tom Reddy was racially abused in WhatsApp messages sent by a fan, who was jailed.", id="a police victim"
    ),
    pytest.param("A Kerrin Police constable was jailed for dangerous driving.", id="a crime without messages"),
    pytest.param(
        "Kerrin Police launched a WhatsApp channel for residents of the district.", id="a force's own channel"
    ),
    pytest.param("What is gross misconduct? An officer who posts racist messages may be dismissed.", id="an explainer"),
    pytest.param("Police arrested a man who sent racist messages to a shopkeeper.", id="police do their work"),
    pytest.param(
        "Kerrin Police officers helped a woman who had received abusive text messages from her ex-husband.",
        id="police help",
    ),
    pytest.param("Three prison officers were arrested over a WhatsApp group.", id="prison officers"),
    pytest.param("The weather will be fine.", id="the weather"),
    pytest.param(
        "Ten officers sacked in a year over WhatsApp texts, figures show\n\nTen officers were sacked by Kerrin Police"
        " in a year over messages, figures have shown.\n\nA further 31 were given written warnings.",
        id="a year's figures",
    ),
    pytest.param(
        "Jailed: man who sent a Kerrin Police sergeant racist WhatsApp messages.", id="a man who sent them to police"
    ),
    pytest.param(
        "Nine officers were sent home over racist WhatsApp messages.\n\nAll nine work on C wing at HMP Kerrin. The "
        "prison governor told inmates. Prison staff were shocked, the Prison Service said.",
        id="officers of a prison",
    ),
    pytest.param(
        "What happens when officers send racist WhatsApp messages?\n\nAny officer who is accused is investigated "
        "by the force. Two officers may be dismissed together.",
        id="an explainer of nothing in particular",
    ),
    pytest.param(
        "Explained: how do misconduct hearings work?\n\nPolice officers who sent racist messages can be "
        "dismissed. Hearings are held in public.",
        id="how hearings work in general",
    ),
    pytest.param(
        "Q&A: how are racist messages dealt with?\n\nLast year 74 officers were dismissed in England and Wales. "
        "Most of them had been investigated by their own force.",
        id="Q&A that counts the year's cases",
    ),
]


# article → when the conduct was; nothing where a date is that of something else
HAPPENED = [
    pytest.param(OPENING + " They sent them in March 2021.", ["2021-03"], id="sent them"),
    pytest.param(OPENING + " They were sent between May and July 2021.", ["2021-05/2021-07"], id="sent between"),
    pytest.param(
        "Three Kerrin Police constables were suspended over racist WhatsApp messages sent in 2021.",
        ["2021"],
        id="a step before, and the date's own verb",
    ),
    pytest.param(
        "PC Dana Frome of Kerrin Police, who joined in 2009, sent 19 racist WhatsApp messages.", [], id="joining"
    ),
    pytest.param(
        "PC Dana Frome of Kerrin Police, who became an officer in the 1990s, sent racist WhatsApp messages.",
        [],
        id="a decade",
    ),
    pytest.param(OPENING + " The messages came up at a tribunal in 2022.", [], id="a tribunal"),
    pytest.param(OPENING + " The messages were made public on 6 May 2021.", [], id="made public"),
    pytest.param(OPENING + " They shared a chat that was examined in May 2021.", [], id="a telephone that is examined"),
    pytest.param(OPENING + " Prosecutors made up their minds in June 2021.", [], id="made up their minds"),
    pytest.param(OPENING + " Our report earlier this week on the messages was read.", [], id="earlier this week"),
    pytest.param(OPENING + " She sent everyone home until 4 May 2021.", [], id="sent home"),
    pytest.param(OPENING + " A file on the messages was sent in June 2021.", [], id="a file that was sent"),
]


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    rows = [*STAGE, *AT_MOST, *ALLEGATIONS, *SANCTIONS, *FORCES, *NO_INCIDENT, *HAPPENED]
    return assembled(tmp_path_factory.mktemp("claims"), texts_of(rows))


@pytest.mark.parametrize(("text", "expected"), STAGE)
def test_stage(run, text, expected):
    assert of(main_claims(run, text), "stage") == [expected]


@pytest.mark.parametrize(("text", "most"), AT_MOST)
def test_a_stage_is_never_further_than_the_article_has_it(run, text, most):
    [stage] = of(main_claims(run, text), "stage")
    assert STAGES.index(stage) <= STAGES.index(most), stage


@pytest.mark.parametrize(("text", "allegation", "standings"), ALLEGATIONS)
def test_an_allegation_is_never_written_as_a_finding(run, text, allegation, standings):
    claims = main_claims(run, text)
    found = claims[(claims["attribute"] == "allegation") & (claims["value"] == allegation)]
    assert len(found) == 1
    assert set(found["standing"]) <= standings


@pytest.mark.parametrize(("text", "expected"), SANCTIONS)
def test_sanctions(run, text, expected):
    found = of(main_claims(run, text), "sanction")
    assert found == expected or (len(found) == 1 and len(expected) > 1 and found[0] in expected)


@pytest.mark.parametrize(("text", "expected"), HAPPENED)
def test_when_it_happened(run, text, expected):
    assert of(main_claims(run, text), "happened") == expected


@pytest.mark.parametrize(("text", "expected"), FORCES)
def test_the_subjects_force(run, text, expected):
    assert of(main_claims(run, text), "force") == expected


@pytest.mark.parametrize("text", [pytest.param(*row.values, id=row.id, marks=row.marks) for row in NO_INCIDENT])
def test_what_is_no_incident_of_the_beat(run, text):
    assert main_claims(run, text).empty


def test_no_claim_goes_further_than_its_stage(run):
    """A standing of ``found`` for a sanction or stage only where the article reports an outcome."""
    claims = run["claims"]
    ended = {"concluded_sanction", "convicted", "sentenced", "misconduct_hearing"}
    stages = claims[(claims["attribute"] == "stage") & (claims["standing"] == "found")]
    assert set(stages["value"]) <= ended


@pytest.mark.parametrize(
    ("text", "platforms"),
    [
        ("Three Kerrin Police constables shared racist WhatsApp messages. “No,” one said in an email.", ["WhatsApp"]),
        ("Three Kerrin Police constables shared racist WhatsApp messages and sexist emails.", ["WhatsApp", "email"]),
        ("Three Kerrin Police constables were suspended over racist emails.", ["email"]),
        ("Three Kerrin Police constables shared racist WhatsApp messages.\n\nTweet this", ["WhatsApp"]),
    ],
    ids=["an e-mail to the paper", "e-mails of the conduct too", "nothing else", "a page's button"],
)
def test_where_the_messages_were(tmp_path, text, platforms):
    claims = main_claims(assembled(tmp_path, [article(text)]), text)
    assert sorted(of(claims, "platform")) == sorted(platforms)
