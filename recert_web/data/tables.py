"""Every table, in one place to import from: `from recert_web.data import tables`, then `tables.Person`."""

from recert_web.data.tables_base import Row
from recert_web.data.tables_claims import Activity, HomeStudy
from recert_web.data.tables_money import Charge, ChargeLine, Payment, ReceiptSeries
from recert_web.data.tables_people import (
    Account,
    Certification,
    CprAedCard,
    Draft,
    Person,
    SignInAttempt,
    SignInSession,
)
from recert_web.data.tables_trail import TrailAnchor, TrailDetail, TrailEntry

metadata = Row.metadata

__all__ = [
    "Account",
    "Activity",
    "Certification",
    "Charge",
    "ChargeLine",
    "CprAedCard",
    "Draft",
    "HomeStudy",
    "Payment",
    "Person",
    "ReceiptSeries",
    "SignInAttempt",
    "SignInSession",
    "TrailAnchor",
    "TrailDetail",
    "TrailEntry",
    "metadata",
]
