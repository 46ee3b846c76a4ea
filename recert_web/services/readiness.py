"""Whether the portal can start with this database and these settings."""

from recert_web.data.accounts import demo_emails
from recert_web.data.database import Session
from recert_web.data.schema import schema_fault
from recert_web.settings import Settings, production_faults


def start_faults(session: Session, settings: Settings) -> tuple[str, ...]:
    """What stands in the way of starting, each with what to do; empty when nothing does."""
    if fault := schema_fault(session):
        return (fault, *production_faults(settings))
    return (*production_faults(settings), *_demo_account_faults(session, settings))


def _demo_account_faults(session: Session, settings: Settings) -> tuple[str, ...]:
    found = demo_emails(session) if settings.production else ()
    if not found:
        return ()
    return (
        f"RECERT_DATABASE_URL: the database holds demo accounts ({', '.join(found)}). "
        "Production needs a database of its own.",
    )
