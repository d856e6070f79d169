"""The words by which police are counted: officers, ranks, staff, and words that may mean anybody ("men", "members")."""

from cuttings.extract.patterns import one_of, words

_RANK_NAMES = one_of(
    *("(?:assistant )?sub-inspector", "head constable", "chief (?:inspector|superintendent)"),
    *words("constable sergeant inspector superintendent corporal lieutenant captain trooper"),
    "sheriff['’]s deputy",
    *words("patrolman patrolwoman detective"),
)
_RANK_PLURALS = one_of(
    *("(?:assistant )?sub-inspectors", "head constables"),
    *words("constables sergeants inspectors superintendents corporals lieutenants captains troopers"),
    "(?:sheriff['’]s )?deputies",
    "detectives",
)
RANK = rf"(?:special |student |trainee |probationary |police |detective )?{_RANK_NAMES}"
RANKS = rf"(?:(?:special |student |trainee |police )?{_RANK_PLURALS})"

_ONE_WORDS = one_of(
    *("police officer", "officer", RANK),
    r"garda(?! (?:station|sergeant|inspector|superintendent|detective|cell|car|checkpoint|vehicle|press|college)\b)",
    *words("policeman policewoman cop bobby mountie PCSO PC Pc DC recruit probationer cadet"),
)
_MANY_WORDS = one_of(
    *("police officers", "officers", RANKS),
    *words("policemen policewomen patrolmen patrolwomen cops bobbies gardaí gardai mounties PCSOs PCs Pcs DCs"),
    *words("recruits probationers cadets specials"),
)
# "former officer", "ex-PC", "special constable"; and several of them
ONE = rf"(?:(?:ex-|former )?{_ONE_WORDS})"
MANY = rf"(?:(?:ex-|former )?{_MANY_WORDS})"

STAFF = one_of(
    "(?:police )?staff(?: members)?",
    "members of (?:police )?staff",
    "police employees",
    "civilian (?:workers?|employees?|staff)",
    "civilians?",
    "(?:999 |police |emergency )?(?:call[- ]handlers?|dispatchers?|call[- ]takers?)",
    "control[- ]room (?:workers?|operators?|staff|dispatchers?|assistants?)",
    "(?:custody|detention) assistants?",
)
STAFF_ONE = one_of(
    "(?:999 |police |emergency |civilian )?(?:call[- ]handler|dispatcher|call[- ]taker)",
    "control[- ]room (?:worker|operator|assistant)",
)
# Words that count police only where something else says so.
WEAK = one_of(
    *words("men women people others members colleagues supervisors individuals defendants suspects ex-colleagues?"),
    *words("subjects employees"),
)
WEAK_ONE = one_of(*words("man woman person ex-colleague colleague member supervisor defendant"))
