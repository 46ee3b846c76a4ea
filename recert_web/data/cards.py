"""CPR/AED cards in the profile."""

from datetime import date

from sqlalchemy import select
from sqlmodel import Session

from recert_web.data import tables
from recert_web.domain.member import CprAedCard

_cards = tables.metadata.tables["cpr_aed_cards"]


def card_of(session: Session, person_id: int, today: date) -> CprAedCard | None:
    """Of the cards issued by a day the one that lasts longest; None where there is none."""
    chosen = (
        select(_cards.c.provider, _cards.c.issued_on, _cards.c.expires_on, _cards.c.has_skills_evaluation)
        .where(_cards.c.person_id == person_id, _cards.c.issued_on <= today)
        .order_by(_cards.c.expires_on.desc())
        .limit(1)
    )
    row = session.connection().execute(chosen).one_or_none()
    return CprAedCard(*row) if row else None


def add_card(session: Session, person_id: int, card: CprAedCard) -> None:
    """Store a card."""
    session.connection().execute(
        _cards.insert().values(
            person_id=person_id,
            provider=card.provider,
            issued_on=card.issued_on,
            expires_on=card.expires_on,
            has_skills_evaluation=card.has_skills_evaluation,
        )
    )
