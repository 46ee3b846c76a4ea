"""Every setting, read once from the environment. A wrong one ends the start with what to change."""

from datetime import date
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from babel.localedata import exists
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_DEMO_SECRET = "only-for-the-demo: anyone can read this"
_SECRET_LENGTH = 32


class Mode(StrEnum):
    """Demo shows demo accounts and takes test payments; production refuses both."""

    DEMO = "demo"
    PRODUCTION = "production"


class WrongSettings(SystemExit):
    """The settings cannot be used. Ends the process with its message unless somebody catches it."""


class Settings(BaseSettings):
    """The environment as values. Each field's description is its line in the README."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    port: int = Field(8000, ge=1, le=65535, validation_alias="PORT", description="The port that is served.")
    mode: Mode = Field(
        Mode.DEMO,
        validation_alias="RECERT_MODE",
        description="`demo`, or `production`, which refuses demo accounts, test payments and a weak secret.",
    )
    database_url: str = Field(
        "sqlite:///var/recert.db",
        pattern=r"^(sqlite:///.+|postgresql(\+psycopg)?://.+)$",
        validation_alias="RECERT_DATABASE_URL",
        description="Where the data is: an SQLite file (its folder is made) or a PostgreSQL address.",
    )
    today: date | None = Field(
        None,
        validation_alias="RECERT_TODAY",
        description="A day to compute from, like `2020-11-01`, instead of the real one. Not in production.",
    )
    secret: SecretStr = Field(
        SecretStr(_DEMO_SECRET),
        validation_alias="RECERT_SECRET",
        description=(
            "The key of the keyed hashes, at least 32 characters. Keep it: the trail is checked with it."
        ),
    )
    public_url: str = Field(
        default_factory=lambda earlier: f"http://localhost:{earlier.get('port', '')}",
        pattern=r"^https?://[^/\s]+$",
        validation_alias="RECERT_PUBLIC_URL",
        description="The address people type, without a path: `https://recert.example`.",
    )
    locale: str = Field(
        "en",
        validation_alias="RECERT_LOCALE",
        description="The language of the portal, and how it writes dates and numbers: `en`, `en_US`.",
    )
    payments: str = Field(
        "test",
        pattern="^test$",
        validation_alias="RECERT_PAYMENTS",
        description="The payment gateway. `test` takes no money and is refused in production.",
    )
    session_idle_minutes: int = Field(
        120,
        ge=5,
        validation_alias="RECERT_SESSION_IDLE_MINUTES",
        description="How long a sign-in lasts without a click.",
    )
    session_hours: int = Field(
        12, ge=1, validation_alias="RECERT_SESSION_HOURS", description="How long a sign-in lasts at most."
    )

    @field_validator("locale")
    @classmethod
    def known_locale(cls, locale: str) -> str:
        """The locale, where there is one of that name. Raises ValueError."""
        if not exists(locale):
            raise ValueError("no such locale; write it like `en`, `en_US` or `pt_BR`")
        return locale

    @property
    def production(self) -> bool:
        """Whether real people and real money are expected."""
        return self.mode is Mode.PRODUCTION

    @property
    def origins(self) -> tuple[str, ...]:
        """The origins whose pages may send us anything: the public one, in demo mode also this machine's."""
        local = (f"http://localhost:{self.port}", f"http://127.0.0.1:{self.port}")
        return (self.public_url,) if self.production else tuple(dict.fromkeys((self.public_url, *local)))


class SettingLine(NamedTuple):
    """A row of the README's table."""

    variable: str
    default: str
    description: str


def table() -> tuple[SettingLine, ...]:
    """Every setting with its default as text ("" for none)."""
    defaults = {"public_url": "http://localhost:PORT", "secret": "demo only", "today": ""}
    return tuple(
        SettingLine(
            str(field.validation_alias), defaults.get(name, str(field.default)), field.description or ""
        )
        for name, field in Settings.model_fields.items()
    )


def production_faults(settings: Settings) -> tuple[str, ...]:
    """What stands in the way of production, each with the variable and what to do; empty in demo mode."""
    if not settings.production:
        return ()
    secret = settings.secret.get_secret_value()
    faults = {
        "RECERT_SECRET: production needs a secret of its own. Set one that nobody knows.": secret
        == _DEMO_SECRET,
        f"RECERT_SECRET: too short. Set at least {_SECRET_LENGTH} random characters.": len(secret)
        < _SECRET_LENGTH,
        "RECERT_PAYMENTS: the test gateway takes no money, and no other is built in yet.": (
            settings.payments == "test"
        ),
        "RECERT_TODAY: production goes by the real day. Unset it.": settings.today is not None,
        "RECERT_PUBLIC_URL: production needs an address that begins with https://.": (
            not settings.public_url.startswith("https://")
        ),
    }
    return tuple(fault for fault, holds in faults.items() if holds)


def read_settings() -> Settings:
    """The environment as it is now. Raises WrongSettings with every fault, one a line."""
    try:
        settings = Settings()
    except ValidationError as error:
        faults = tuple(f"{fault['loc'][0]}: {fault['msg']}." for fault in error.errors())
    else:
        faults = production_faults(settings)
        if not faults:
            return settings
    raise WrongSettings("\n".join(("The settings cannot be used:", *(f"  {fault}" for fault in faults))))


@cache
def settings() -> Settings:
    """The settings of this process, read at the first call; `settings.cache_clear()` forgets them."""
    return read_settings()
