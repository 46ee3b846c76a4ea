"""Who may do what. Everything is refused that is not allowed here."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an account is for."""

    MEMBER = "member"
    STAFF = "staff"


class Permission(StrEnum):
    """Something an account may or may not do. The first three concern one person's record."""

    READ_RECORD = "read_record"
    EDIT_RECORD = "edit_record"
    PAY_FEES = "pay_fees"
    READ_ANY_RECORD = "read_any_record"
    READ_RULES = "read_rules"


@dataclass(frozen=True, slots=True)
class Actor:
    """The account that asks, as the server's own records name it."""

    account_id: int
    person_id: int | None  # None for staff who hold no certification
    role: Role
    name: str


class SignInRequired(Exception):
    """Nobody is signed in."""


class Forbidden(Exception):
    """The account may not do this."""


_OF_ROLE = {
    Role.MEMBER: frozenset[Permission](),
    Role.STAFF: frozenset({Permission.READ_ANY_RECORD, Permission.READ_RULES}),
}
_ON_OWN_RECORD = {
    Role.MEMBER: frozenset({Permission.READ_RECORD, Permission.EDIT_RECORD, Permission.PAY_FEES}),
    Role.STAFF: frozenset[Permission](),
}
_INCLUDED_IN = {Permission.READ_RECORD: Permission.READ_ANY_RECORD}


def allow(actor: Actor, permission: Permission, person_id: int | None = None) -> None:
    """Returns when the account may do this, on that person's record where one is named. Raises Forbidden."""
    if not may(actor, permission, person_id):
        raise Forbidden(f"{actor.role} may not {permission}")


def may(actor: Actor, permission: Permission, person_id: int | None = None) -> bool:
    """Whether the account may do this, on that person's record where one is named."""
    granted = _OF_ROLE[actor.role]
    if permission in granted or _INCLUDED_IN.get(permission) in granted:
        return True
    own = person_id is not None and person_id == actor.person_id
    return own and permission in _ON_OWN_RECORD[actor.role]
