"""Why something in a text is flagged."""

from enum import StrEnum


class Kind(StrEnum):
    """Why something was flagged, in words."""

    WATCHED = "on the watch list"
    EMAIL = "an e-mail address"
    WEB = "a web address"
    HANDLE = "an account name"
    INSURANCE = "a National Insurance number"
    HEALTH = "an NHS or CHI number"
    PHONE = "a phone number"
    POSTCODE = "a postcode"
    ADDRESS = "a street address"
    DATE = "a date"
    AGE = "an age"
    NAME = "a title and a name"
    PLACE = "a named school, clinic or the like"
    RARE = "a rare detail"
    GIVEN = "a given name"
    BEGINNING = "a first word that may be a name"
    CAPITAL = "a capital letter inside a sentence: perhaps a name"
