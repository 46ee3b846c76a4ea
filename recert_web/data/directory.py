"""Finding people by name or number, for staff."""

from sqlalchemy import or_, select
from sqlmodel import Session

from recert_web.data import tables

_people = tables.metadata.tables["people"]
_certifications = tables.metadata.tables["certifications"]


def people_found(session: Session, text: str, limit: int) -> tuple[int, ...]:
    """Ids of people whose name contains the text or whose certification number it is, by name."""
    wanted = text.strip()
    escaped = wanted.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    numbered = select(_certifications.c.person_id).where(_certifications.c.number == wanted)
    chosen = (
        select(_people.c.id)
        .where(or_(_people.c.name.ilike(f"%{escaped}%", escape="\\"), _people.c.id.in_(numbered)))
        .order_by(_people.c.name, _people.c.id)
        .limit(limit)
    )
    return tuple(session.connection().execute(chosen).scalars())
