"""The words that hold an English sentence together and say nothing of what it is about.

Articles, pronouns, prepositions, conjunctions and auxiliaries, as they are folded (text.py), of three letters and more: shorter ones are
no words of a comparison anyway. Left out of the list is what may be the point of a remark: nobody, nothing, never, enough, without.
"""

_WORDS = """
    the this that these those each every either neither both all any some such none another other others much many more most few fewer less
    least several own same

    mine myself you your yours yourself yourselves him his himself she her hers herself its itself our ours ourselves they them their theirs
    themselves who whom whose which what one ones

    about above across after along among around before behind below beneath beside besides between beyond but despite down during except for
    from inside into like near off onto out outside over past per round since than through throughout till toward towards under until upon
    via with within

    and because although though while whereas whether when where unless nor yet not also too very just only even then there here now how why
    again still once

    are was were been being have has had having does did doing done will would shall should can cannot could may might must ought

    i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll we're we've we'd we'll they're they've
    they'd they'll that's that'll there's here's what's who's where's let's isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't
    didn't won't wouldn't shan't shouldn't can't couldn't mustn't mightn't needn't
"""

FUNCTION_WORDS = frozenset(_WORDS.split())
LEFT_OUT = (
    "Left out are English function words, such as the, of and they, and words of one or two letters. "
    "Words of other languages stay, but for those that are spelt like one of these."
)
"""What stands under a comparison of words."""
