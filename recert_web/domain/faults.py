"""Faults of a record or of a rulebook, as values: each with the path of what is wrong."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. `path` reads like "activities[0].quantity", "" for the whole."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Faults:
    """Everything that is wrong, in the order found. Never empty."""

    faults: tuple[Fault, ...]

    def as_data(self) -> dict[str, list[dict[str, str]]]:
        """The faults as the record format prints them."""
        return {"faults": [{"path": fault.path, "message": fault.message} for fault in self.faults]}


def joined(path: str, key: str) -> str:
    """The path of a key below a path."""
    return f"{path}.{key}" if path else key
