"""What staff see of members."""

from datetime import date

from recert_web.data.database import Session
from recert_web.data.directory import people_found
from recert_web.services.policy import Actor, Permission, allow
from recert_web.services.standing import MemberStanding, read_standing

MOST_FOUND = 20


def find_members(session: Session, actor: Actor, text: str, today: date) -> tuple[MemberStanding, ...]:
    """Up to 20 members with their standing: by a part of the name, or by a certification number.

    Raises Forbidden for anybody but staff.
    """
    allow(actor, Permission.READ_ANY_RECORD)
    found = people_found(session, text, MOST_FOUND)
    return tuple(read_standing(session, actor, person_id, "", today) for person_id in found)
