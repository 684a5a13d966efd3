"""Which ways of reaching the family may put somebody in danger, and how they can be reached with less of it."""

from __future__ import annotations

from threshold_tool.cases.model import GuardedContact

WAYS: tuple[tuple[str, str, str], ...] = (
    ("phone", "Do not telephone", "Somebody else may answer, listen, or look at the list of calls"),
    ("messages", "Do not leave messages", "Voicemail, texts, emails and chats are often read by somebody else"),
    ("post", "Do not send letters", "Also no card through the door"),
    ("print", "Do not print the record", "Where somebody in the family could come upon it"),
)
"""Each way of contact by its key in the case, with the words for marking it as dangerous."""

WHY = (
    "Where somebody is hurt, watched or controlled, one call or letter can set off more harm. Whoever takes this on "
    "after you needs to know."
)
IF_NOT_KNOWN = "If you do not know, tick it. It can be found out later, with care."

TAKE_CARE = (
    "Speak to the person when they are alone. Ask whether it is safe to talk now.",
    "Say who you are only to the person you want to reach.",
    "Agree a time, a place and a code word that means: stop, not now.",
    "Let neither a child nor a relative carry messages or interpret.",
    "Withhold your number. Ask whether phone, email and location are shared.",
    "Never tell a person who may be causing harm what was said, or where somebody is.",
    "If somebody comes in while you work: F8 hides this screen.",
)


def guarded_with(guarded: GuardedContact | None, **changed: object) -> GuardedContact | None:
    """The warnings with a change; None where none is left."""
    parts = {**(guarded or GuardedContact()).model_dump(), **changed}
    made = GuardedContact.model_validate(parts)
    return None if made == GuardedContact() else made
