"""The browser the journeys run in: found on this machine, or installed. `python -m tests.browser.browser`."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence

NAMED_BY = "PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH"
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
    "--no-first-run",
    "--disable-quic",
)
MISSING = f"""No browser was found and none could be installed. Either install Chromium or Chrome so that one
of the commands {", ".join(COMMANDS)} starts it, or set {NAMED_BY} to its path."""


def flags() -> list[str]:
    """What the browser is started with: no calls of its own, and for root, whom it refuses, no sandbox."""
    return [*FLAGS, *(["--no-sandbox"] if _is_root() else [])]


def find() -> str | None:
    """Answers the path of the first browser that starts, None where there is none."""
    return next((path for path in _candidates() if _starts(path)), None)


def ensure() -> str:
    """Answers the path of a browser, installed if it must be. Ends the process with what to do instead."""
    found = find()
    if found is None and _run([sys.executable, "-m", "playwright", "install", "chromium"]):
        found = find()
    if found is None and _is_root() and shutil.which("apt-get"):
        _run(["apt-get", "update"])
        _run(["apt-get", "install", "--yes", "--no-install-recommends", "chromium"])
        found = find()
    if found is None:
        raise SystemExit(MISSING)
    return found


def _candidates() -> Iterator[str]:
    if named := os.environ.get(NAMED_BY):
        yield named
    yield from filter(None, map(shutil.which, COMMANDS))
    yield MAC
    listed = subprocess.run(
        [sys.executable, "-c", _PLAYWRIGHTS_OWN], capture_output=True, text=True, check=False
    )
    yield listed.stdout.strip()


_PLAYWRIGHTS_OWN = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def _starts(path: str) -> bool:
    if not os.access(path, os.X_OK):
        return False
    try:
        return (
            subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


def _run(command: Sequence[str]) -> bool:
    print("No browser yet:", " ".join(command), flush=True)
    try:
        return subprocess.run(command, timeout=900, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


if __name__ == "__main__":
    print("Browser:", ensure())
