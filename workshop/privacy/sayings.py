"""Words that have a capital letter everywhere, so that it tells nothing: no reason to look twice."""

_WORDS = """
    I Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays
    January February March April May June July August September October November December
    Christmas Easter Halloween Hogmanay Ramadan Eid Diwali Covid COVID Brexit God
    English Maths British Britain Scotland Scottish UK NHS DWP HMRC GP GPs TV CV PIP ASN CAMHS SCVO
    Universal Credit Child Benefit Tax Credits Scottish Payment Best Start Housing Jobcentre Job Centre Council Parliament Government
    Facebook Google WhatsApp Zoom Teams Netflix YouTube Internet Wi-Fi
    Mum Dad Gran Granda Grandad Nan Nana
    P1 P2 P3 P4 P5 P6 P7 S1 S2 S3 S4 S5 S6
"""
EVERYDAY_CAPITALS = frozenset(_WORDS.split())
