"""What the trail can say was done."""

from enum import StrEnum


class TrailAction(StrEnum):
    """One word for each thing done. A word that was written once is never renamed or reused."""

    PERSON_ADDED = "person_added"
    ACCOUNT_ADDED = "account_added"
    CERTIFICATION_ADDED = "certification_added"
    CARD_ADDED = "card_added"
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    ACTIVITY_ADDED = "activity_added"
    ACTIVITY_EDITED = "activity_edited"
    ACTIVITY_DELETED = "activity_deleted"
    ACTIVITY_RESTORED = "activity_restored"
    CHARGE_STARTED = "charge_started"
    CHARGE_PENDING = "charge_pending"
    CHARGE_SETTLED = "charge_settled"
    CHARGE_DECLINED = "charge_declined"
    PAYMENT_ADDED = "payment_added"
