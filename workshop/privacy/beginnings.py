"""Whether the first word of a sentence is a name: there a capital letter says nothing, and what follows has to."""

from workshop.privacy.given import GIVEN_NAMES

_PERSONS_LISTED = """
    told tells said says asked asks left works worked lives lived went came comes goes knows knew thinks thought wants wanted
    helped helps shouted phoned rang texted wrote lost died moved stays cried laughed lied drinks drank smokes hit married
    divorced
"""
_PERSONS = frozenset(_PERSONS_LISTED.split())
"""What follows a name in a sentence about somebody, and seldom a thing."""
_NO_NAMES_LISTED = """
    mine yours his hers ours theirs either neither whoever us me them my your her their our its the a an no
    i you he she it we they who what which that this these those there here where when how why one some all any both each every
    none many most somebody someone anybody anyone everybody everyone nobody something anything everything nothing noone another
    other others folk people person man woman lady guy boy girl lad lass kid child bairn baby wain wean mum mam mammy mother dad
    daddy father gran granny granda grandad granddad grandpa grandma nan nana auntie aunty uncle sister brother son daughter
    cousin niece nephew wife husband partner ex friend pal mate neighbour family school nursery teacher headteacher head doctor gp
    nurse midwife dentist worker boss manager landlord council government jobcentre dwp nhs bank office adviser advisor
    receptionist officer councillor minister police court charity church staff team group class college university hospital clinic
    shop bus money rent food life time work job letter house home heating day today tomorrow yesterday week month year christmas
    summer winter then also and but so because if as only even once never always just still nearly almost later eventually
    everything finally suddenly mostly let electric gas power price cost benefit debt help support advice form system rule
    law world town village country
"""
_NO_NAMES = frozenset(_NO_NAMES_LISTED.split())
"""What sentences about parents' and practitioners' lives begin with, and nobody is called."""
_JOINED_LISTED = """
    a an the not no been gone got never always just so too still only what why how where up down off on in out at to for from
    like about all very really quite hard dear free fine good bad better worse it that this getting going being
"""
_JOINED = frozenset(_JOINED_LISTED.split())
"""After "'s" these say that it stands for "is" or "has": "Petrol's gone up"."""
_ENDS = ("'s", "\u2019s")


def begins_with_name(word: str, following: str) -> bool:
    """Whether the first word of a sentence is likely somebody's name, by the word that follows: "Kirsty told", "Jamie's dad".

    More than one as "Teachers said" is no name, unless it is a usual one: "Agnes said".
    """
    bare, after = word.casefold(), following.casefold()
    if bare.endswith(_ENDS):
        return bare[:-2] not in _NO_NAMES and len(bare) > 3 and bool(after) and after not in _JOINED
    if bare in _NO_NAMES or after not in _PERSONS:
        return False
    return bare in GIVEN_NAMES or not bare.endswith("s") or bare.endswith("ss")
