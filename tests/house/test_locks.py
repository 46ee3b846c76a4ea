"""The locks: all that pyproject.toml asks for, in one exact version, with hashes and without an address."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.house.source import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
RUN = [*PROJECT["project"]["dependencies"], *GROUPS["build"], *PROJECT["build-system"]["requires"]]
LOCKS = {"requirements.lock": RUN, "requirements-test.lock": [*RUN, *GROUPS["test"]]}


def logical_lines(text: str) -> list[str]:
    """Answers the lines as pip reads them: continued ones joined, comments and empty ones gone."""
    joined = re.sub(r"\\\n", " ", re.sub(r"(?m)^\s*#.*$\n?", "", text))
    return [line.strip() for line in joined.splitlines() if line.strip()]


def pins(lock: str) -> dict[str, set[str]]:
    """Answers the versions that a lock gives each package: one, or one for each kind of machine."""
    found: dict[str, set[str]] = {}
    for line in logical_lines((ROOT / lock).read_text(encoding="utf-8")):
        name, _, rest = line.partition("==")
        found.setdefault(canonicalize_name(name), set()).add(rest.split()[0])
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_is_one_version_with_its_hashes(lock: str) -> None:
    line_shape = re.compile(r"[A-Za-z0-9._-]+==\S+( ; [^\\]+?)?(\s+--hash=sha256:[0-9a-f]{64})+")
    lines = logical_lines((ROOT / lock).read_text(encoding="utf-8"))
    assert len(lines) > 10
    assert [line for line in lines if not line_shape.fullmatch(line)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_satisfies_the_project_file(lock: str) -> None:
    pinned = pins(lock)
    for requirement in map(Requirement, LOCKS[lock]):
        versions = pinned.get(canonicalize_name(requirement.name), set())
        assert versions, f"{requirement.name} is not in {lock}: make lock"
        assert all(Version(version) in requirement.specifier for version in versions), requirement


def test_the_tests_run_on_the_versions_that_are_shipped() -> None:
    shipped, tested = pins("requirements.lock"), pins("requirements-test.lock")
    assert {name: tested.get(name) for name in shipped} == shipped
