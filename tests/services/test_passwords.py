"""Which passwords are taken, and how they are kept."""

import pytest

from recert_web.services.passwords import (
    PasswordFault,
    hash_password,
    password_fault,
    password_matches,
)


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("", PasswordFault.TOO_SHORT),
        ("eleven char", PasswordFault.TOO_SHORT),
        ("twelve chars", None),
        ("a long walk by the river", None),
        ("Password1234", PasswordFault.COMMON),
        ("pass word 1234", PasswordFault.COMMON),
        ("aaaaaaaaaaaaaaaa", PasswordFault.COMMON),
        ("x" * 201, PasswordFault.TOO_LONG),
    ],
)
def test_short_common_and_endless_passwords_are_refused(password: str, fault: PasswordFault | None) -> None:
    assert password_fault(password) == fault


def test_a_password_matches_however_its_letters_were_typed() -> None:
    kept = hash_password("Zoë walks the dog")
    assert password_matches(kept, "Zoe\u0308 walks the dog")
    assert not password_matches(kept, "Zoe walks the dog")


def test_what_is_no_hash_matches_nothing() -> None:
    assert not password_matches("not a hash", "anything")
    assert not password_matches(None, "anything")


def test_two_hashes_of_one_password_differ() -> None:
    assert hash_password("twelve chars") != hash_password("twelve chars")
