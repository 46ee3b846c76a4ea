"""What the report form is made of: the cycle a draft goes into, its fields, and the list to choose from."""

from dataclasses import dataclass
from datetime import date

from recert_web.data import home_studies
from recert_web.data.database import Session
from recert_web.domain.claim import ClaimDraft, ClaimField, HomeStudy, Refusal
from recert_web.domain.claim_form import fields_of
from recert_web.domain.rules import RuleSet
from recert_web.services.claims_place import place_of
from recert_web.services.policy import Actor, Permission, allow
from recert_web.services.standing import read_member


@dataclass(frozen=True, slots=True)
class FormMaterial:
    """The fields a draft's type asks for in its cycle; `studies` is empty unless the type has a list."""

    rules: RuleSet
    codes: tuple[str, ...]
    fields: tuple[ClaimField, ...]
    studies: tuple[HomeStudy, ...]


def read_form(session: Session, actor: Actor, draft: ClaimDraft, today: date) -> FormMaterial | Refusal:
    """The material of a draft's form. An unknown type has no fields. Raises Forbidden."""
    allow(actor, Permission.EDIT_RECORD, actor.person_id)
    place = place_of(session, read_member(session, actor, actor.person_id, today), draft, today)
    if isinstance(place, Refusal):
        return place
    kind = place.rules.types.get(draft.type)
    if kind is None:
        return FormMaterial(place.rules, place.codes, (), ())
    asked = fields_of(place.rules, draft.type, place.codes, place.listing)
    fields = tuple(field for field in asked if _is_asked(field, draft))
    listed = kind.listed
    studies = home_studies.home_studies_on(session, place.rules.starts, today) if listed else ()
    return FormMaterial(place.rules, place.codes, fields, studies)


def _is_asked(field: ClaimField, draft: ClaimDraft) -> bool:
    if field.only_if is None:
        return True
    name, answer = field.only_if
    return draft.values.get(name) == answer
