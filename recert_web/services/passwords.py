"""Passwords: how they are kept, checked, and which are refused."""

import unicodedata
from enum import StrEnum
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 200
_FEWEST_LETTERS = 5  # different ones
# Long enough, and still among the first that are tried.
_COMMON = frozenset(
    """
    administrator 123456789012 1234567890123 12345678901234 1q2w3e4r5t6y 1qaz2wsx3edc abcdefghijkl
    abcd12345678 changemeplease iloveyou1234 letmein12345 password1234 password12345 passwordpassword
    qazwsxedcrfv qwerty123456 qwertyqwerty qwertyuiop12 qwertyuiop123 qwertyuiopas welcome12345 zaq12wsxcde3
    thisispassword mypassword123 correcthorsebatterystaple strengthandconditioning
    """.split()  # noqa: SIM905
)

# argon2id with parameters that OWASP names: 19 MiB, two passes, one core.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# A check takes a core for hundredths of a second, however many sign in at once.
_at_once = BoundedSemaphore(2)


class PasswordFault(StrEnum):
    """Why a password is refused."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    COMMON = "common"


def hash_password(password: str) -> str:
    """What is stored of a password."""
    with _at_once:
        return _hasher.hash(_bytes(password))


def password_matches(password_hash: str | None, password: str) -> bool:
    """Whether a password is the one of a hash. Without a hash it takes as long, so time tells nothing."""
    with _at_once:
        try:
            _hasher.verify(password_hash or _nobodys_hash(), _bytes(password))
        except (VerificationError, InvalidHashError):
            return False
    return password_hash is not None


def password_fault(password: str) -> PasswordFault | None:
    """Why nobody may choose this password; None where they may."""
    text = unicodedata.normalize("NFKC", password)
    if len(text) < SHORTEST:
        return PasswordFault.TOO_SHORT
    if len(text) > LONGEST:
        return PasswordFault.TOO_LONG
    if text.casefold().replace(" ", "") in _COMMON or len(set(text)) < _FEWEST_LETTERS:
        return PasswordFault.COMMON
    return None


@cache
def _nobodys_hash() -> str:
    return _hasher.hash(b"nobody has this password")


def _bytes(password: str) -> bytes:
    # The same letters may be typed as different code points; a lone surrogate must not be a fault here.
    return unicodedata.normalize("NFKC", password).encode(errors="surrogatepass")
