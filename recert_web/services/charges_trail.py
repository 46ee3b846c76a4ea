"""The trail of charges."""

from datetime import datetime

from recert_web.data import trail
from recert_web.data.charges import StoredCharge
from recert_web.data.database import Session


def note(
    session: Session, action: trail.TrailAction, stored: StoredCharge, now: datetime, account_id: int | None
) -> None:
    """The trail entry of a step of a charge. Without an account the gateway's answer made it."""
    charge = stored.charge
    details: trail.Details = {"charge": charge.number, "cents": charge.cents, "currency": charge.currency}
    trail.append(session, action, now, actor=account_id, person=stored.person_id, details=details)
