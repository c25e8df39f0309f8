"""Who may be asked about an example: always an organisation, never a person."""

WHO_TO_ASK = "who to ask"
"""The lane in which it stands."""
ASKED_ON_A_FORM = "Which organisation may be asked about it: its name and an office telephone, never a private one"
"""The question for it on a form, which becomes the lane of what comes back."""
