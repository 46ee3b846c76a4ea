"""What every table shares: one metadata with named constraints, and CHECKs written from enums."""

from enum import StrEnum
from typing import ClassVar

from sqlalchemy import CheckConstraint, MetaData
from sqlmodel import SQLModel


class Row(SQLModel):
    """The base of the project's tables. Its metadata is its own: Reflex keeps tables in SQLModel's."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def check(name: str, condition: str) -> CheckConstraint:
    """A named CHECK; the condition must read the same on SQLite and PostgreSQL."""
    return CheckConstraint(condition, name=name)


def one_of(column: str, kinds: type[StrEnum] | tuple[str, ...]) -> CheckConstraint:
    """A CHECK that a text column holds one of the given words."""
    words = ", ".join(f"'{kind}'" for kind in kinds)
    return check(column, f"{column} IN ({words})")


def between(column: str, low: int, high: int) -> CheckConstraint:
    """A CHECK that a number, where there is one, lies between two bounds, both inclusive."""
    return check(column, f"{column} IS NULL OR ({column} >= {low} AND {column} <= {high})")


def at_most(column: str, length: int) -> CheckConstraint:
    """A CHECK on the length of a text: SQLite does not hold a VARCHAR to its length."""
    return check(f"{column}_length", f"length({column}) <= {length}")
