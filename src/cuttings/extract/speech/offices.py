"""Those who speak by their office: "a spokeswoman", "the panel", "his sister"."""

from cuttings.extract.patterns import one_of, phrases, words

# Words that end what can belong to "the … spokeswoman".
NO_PART = one_of(
    *words(
        "he she they it who that tells? told says? said adds? added sent issued gave made released published and but"
    ),
    *words("in at on for to is was were are has have"),
    *words("can could may might must should will would"),
    *words("the an its his her their"),
    *words("had when while after before took of with by from as than about if so then which whose"),
)
OFFICES = one_of(
    *phrases(
        r"""
        spokes(?:man|woman|person) | source | statement | panel(?: chair)? | hearing | tribunal | court | judge |
        chair(?:man|woman)? | force | department | watchdog | prosecutors? | lawyers? | solicitor | barrister |
        family | union | minister | authority | council | report | commissioner | chief constable | notice |
        magistrate | jury | victim | officers? | inquiry | city | mayor | colleague | neighbour | chief | sheriff |
        resident | witness | campaigners? | charity | commission | ombudsman | director | superintendent | inspector |
        constable | sergeant | member | woman | man | friend | steward | clerk | secretary | teacher | cleaner |
        usher | cousin | sister | brother | mother | father | wife | husband | son | daughter | MP | MSP | MLA | TD |
        senator | councillor | recorder | coroner | fiscal | advocate | organi[sz]er | insider | person | people |
        landlord | driver | shopkeeper | student | recruit | investigator | adviser | manager | owner | reader |
        professor | vicar | imam | rabbi | priest | nurse | doctor | tenant | trainer | trustee | volunteer | worker |
        whistle-?blower | complainant | relative | informant | trainee | probationer | cadet | detainee | caller |
        listener | passenger | motorist | grandmother | grandfather | aunt | uncle | niece | nephew | girlfriend |
        boyfriend | wife | adjudicator | attorney | counsel | dispatcher | paramedic | journalist | civilian |
        widow | partner | parent | pensioner | detective | commander | captain | lieutenant | trooper | chaplain
        """
    ),
)
# Of those, whom "he" and "she" may mean
PEOPLE = one_of(
    *words(
        "colleague officer constable sergeant inspector superintendent detective recruit trainee probationer instructor"
    ),
    *words("woman man mother father sister brother wife husband widow son daughter cousin friend neighbour neighbor"),
    *words(
        "victim complainant witness resident student teacher nurse doctor driver barrister solicitor lawyer insider"
    ),
    *words(
        "commander captain lieutenant trooper whistleblower shopkeeper detainee prisoner probationer partner parent"
    ),
    *words("source campaigner minister mayor commissioner chairman chairwoman pensioner tenant shopkeeper worker"),
)
