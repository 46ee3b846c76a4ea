"""Hashes that cannot be made or guessed without the secret of the settings."""

import hmac
from hashlib import sha256

from recert_web.settings import settings


def keyed_hash(purpose: str, *parts: str) -> str:
    """The keyed hash of some texts for one purpose, 64 hexadecimal digits."""
    text = "\x1f".join((purpose, *parts))  # a separator, so that ("ab", "c") is not ("a", "bc")
    key = settings().secret.get_secret_value().encode()
    return hmac.new(key, text.encode(errors="surrogatepass"), sha256).hexdigest()


def token_hash(token: str) -> str:
    """What is stored of a random token: SHA-256, since nobody can guess 256 random bits."""
    return sha256(token.encode(errors="surrogatepass")).hexdigest()
