"""The wording of the report form: how each field is asked, named and missed.

Keyed by activity type first where a type asks in its own words, else by the field alone.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asking:
    """One field: its label, the noun an error begins with, what to do when it is empty, and a hint."""

    label: str
    noun: str
    missing: str
    hint: str = ""


YES_OR_NO = "Answer yes or no."

ASKED = {
    "title": Asking("What was it called?", "The name", "Type what it was called."),
    "provider": Asking("Who provided it?", "The provider", "Type who provided it."),
    "listing": Asking(
        "Which course from the pre-approved list?", "The course", "Choose the course from the list."
    ),
    "started_on": Asking(
        "First day", "The first day", "Choose the first day.", "Leave it empty if it lasted one day."
    ),
    "completed_on": Asking("Completed on", "The day of completion", "Choose the day it was completed."),
    "hours_in_all": Asking("Hours in all", "The hours in all", "Type the hours in all."),
    "quantity": Asking("Hours", "The hours", "Type the hours."),
    "ceu": Asking("CEUs", "The CEUs", "Type the CEUs."),
    "bls": Asking("Is it a BLS (Basic Life Support) card?", "The answer", YES_OR_NO),
    "first_aid_named": Asking(
        "If it is BLS: does the card name First Aid?",
        "The answer",
        YES_OR_NO,
        "BLS counts only with proof that First Aid is included.",
    ),
    "ncca_accredited": Asking(
        "Is it accredited by the NCCA?",
        "The answer",
        YES_OR_NO,
        "The Institute for Credentialing Excellence lists every accredited certification.",
    ),
    "field_in_scope": Asking(
        "Is it a fitness, sport or exercise nutrition certification?", "The answer", YES_OR_NO
    ),
    "in_scope_for": Asking(
        "In scope for which of your certifications?",
        "The certifications",
        "Tick at least one certification.",
        "Untick one whose scope of practice it is not in.",
    ),
}

COURSE = {
    "title": Asking("Which course was it?", "The course", "Type which course it was."),
    "provider": Asking("At which college?", "The college", "Type the college."),
    "started_on": Asking("Began on", "The day it began", "Choose the day the course began."),
}
EVENT = {
    "completed_on": Asking("Last day", "The last day", "Choose the last day."),
    "quantity": Asking("Of these, in scope", "The hours in scope", "Type the hours in scope."),
    "provider": Asking("Who held it?", "The organizer", "Type who held it."),
}

ASKED_OF = {
    "event_nsca": EVENT,
    "event_other": EVENT,
    "college_semester": COURSE
    | {"quantity": Asking("Semester hours", "The semester hours", "Type the semester hours.")},
    "college_quarter": COURSE
    | {"quantity": Asking("Quarter hours", "The quarter hours", "Type the quarter hours.")},
    "presenting": {
        "title": Asking("What did you present?", "The title", "Type what you presented."),
        "provider": Asking("At which event?", "The event", "Type the event."),
        "completed_on": Asking("Presented on", "The day", "Choose the day you presented."),
    },
    "publish_other": {
        "title": Asking("What did you publish?", "The title", "Type what you published."),
        "provider": Asking("Where was it published?", "The publication", "Type where it was published."),
        "completed_on": Asking("Published on", "The day", "Choose the day it was published."),
    },
    "first_aid": {
        "title": Asking("Which First Aid course was it?", "The course", "Type which course it was."),
    },
    "personal_development": {
        "title": Asking("What did you read, listen to or study?", "The name", "Type what it was."),
    },
    "ncca_certification": {
        "title": Asking("Which certification did you earn?", "The certification", "Type which one it was."),
        "provider": Asking("Who issued it?", "The issuer", "Type who issued it."),
        "completed_on": Asking("Earned on", "The day", "Choose the day you earned it."),
    },
}


def asking(type_key: str, field: str) -> Asking:
    """How a type asks for a field. Raises KeyError for a field no form has."""
    return ASKED_OF.get(type_key, {}).get(field) or ASKED[field]
