"""Who may do what: everything that is not granted is refused."""

from itertools import product

import pytest

from recert_web.services.policy import Actor, Forbidden, Permission, Role, allow, may

MEMBER = Actor(1, 7, Role.MEMBER, "Alex")
STAFF = Actor(2, None, Role.STAFF, "Dana")
STAFF_WHO_HOLD_ONE = Actor(3, 9, Role.STAFF, "Sam")

OWN = {Permission.READ_RECORD, Permission.EDIT_RECORD, Permission.PAY_FEES}
READING = {Permission.READ_RECORD, Permission.READ_ANY_RECORD, Permission.READ_RULES}
GRANTED = {
    (MEMBER, 7): OWN,
    (MEMBER, 8): set(),
    (MEMBER, None): set(),
    (STAFF, 7): READING,
    (STAFF, None): READING,
    (STAFF_WHO_HOLD_ONE, 9): READING,
    (STAFF_WHO_HOLD_ONE, 8): READING,
}


@pytest.mark.parametrize(("who", "permission"), list(product(GRANTED, Permission)), ids=str)
def test_exactly_the_granted_permissions_are_allowed(
    who: tuple[Actor, int | None], permission: Permission
) -> None:
    actor, person_id = who
    assert may(actor, permission, person_id) == (permission in GRANTED[who])


def test_a_refusal_is_an_exception_and_a_grant_is_silent() -> None:
    allow(MEMBER, Permission.EDIT_RECORD, 7)
    with pytest.raises(Forbidden, match="member may not edit_record"):
        allow(MEMBER, Permission.EDIT_RECORD, 8)


def test_nobody_owns_the_record_of_nobody() -> None:
    nobody = Actor(4, None, Role.MEMBER, "No person")
    assert not any(may(nobody, permission, None) for permission in Permission)
