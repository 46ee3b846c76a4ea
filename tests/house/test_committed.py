"""What is committed names no machine it was written on and no place its packages came from."""

import json
import re

import pytest

from tests.house.source import ROOT, committed_texts, expect_none

# Put together from parts, so that this file does not hold what it looks for.
_HOSTS = ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "yarn" + "pkg.com")
_PATTERNS = {
    "a registry host": re.compile("|".join(re.escape(host) for host in _HOSTS)),
    "an index address": re.compile(
        r"(index-url|find-links)[ =]+\S*(https?|file):|https?://\S+/(simple|packages)/"
    ),
    "a home folder": re.compile(r"(?<![\w.])/(root|work|home|Users)/[\w.]"),
    "a folder beside the project": re.compile(re.escape("../" + "shared")),
}


def breaches(name: str, text: str) -> list[str]:
    """Answers path, line and kind of everything that ties the text to one machine or one registry."""
    return [
        f"{name}:{number}: {what}"
        for number, line in enumerate(text.splitlines(), start=1)
        for what, pattern in _PATTERNS.items()
        if pattern.search(line)
    ]


def test_no_committed_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    expect_none(found for name, text in committed_texts() for found in breaches(name, text))


@pytest.mark.parametrize(
    "line",
    [
        "https://registry." + _HOSTS[2] + "/react",
        "--index-url " + "https://packages.example/simple",
        "--find-links " + "file:///opt/wheels",
        "cases come from ../" + "shared/conformance",
        'open("/' + 'home/ann/recert.db")',
        "/" + "work/main/recert_web",
    ],
)
def test_a_breach_is_seen(line: str) -> None:
    assert breaches("a.txt", f"first\n{line}\n")[0].startswith("a.txt:2: ")


def test_the_frontend_lock_holds_hashes_and_no_addresses() -> None:
    for lock in sorted((ROOT / "reflex.lock").glob("package-lock.json")):
        packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
        ours = {"", *(name for name, package in packages.items() if package.get("link"))}
        expect_none(f"{name} names its origin" for name, package in packages.items() if "resolved" in package)
        expect_none(
            f"{name} has no hash" for name in packages.keys() - ours if "integrity" not in packages[name]
        )
