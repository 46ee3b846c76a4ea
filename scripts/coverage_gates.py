"""Says how much of the source the tests ran, by lines and by branches, and fails below the bounds."""

import json
import subprocess
import sys
from collections.abc import Mapping

BOUNDS = {"recert_web/domain/": 95, "recert_web/display/": 95, "recert_web/": 85}  # percent

Counts = Mapping[str, int]


def percent(files: list[Counts], what: str) -> float:
    """Answers how much of the lines or branches of some files was run; 100 where there are none."""
    names = {"lines": ("covered_lines", "num_statements"), "branches": ("covered_branches", "num_branches")}
    covered, whole = (sum(counts[name] for counts in files) for name in names[what])
    return 100 * covered / whole if whole else 100.0


def main() -> int:
    """Prints one line for each bound and answers 1 if one was not reached."""
    told = subprocess.run(
        [sys.executable, "-m", "coverage", "json", "--quiet", "-o", "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    summaries: dict[str, Counts] = {
        name: file["summary"] for name, file in json.loads(told.stdout)["files"].items()
    }
    too_low = 0
    for prefix, bound in BOUNDS.items():
        files = [counts for name, counts in summaries.items() if name.startswith(prefix)]
        found = {what: percent(files, what) for what in ("lines", "branches")}
        low = not files or min(found.values()) < bound
        too_low += low
        shares = ", ".join(f"{share:.1f}% of the {what}" for what, share in found.items())
        print(f"{'TOO LOW' if low else 'ok':8}{prefix:22}{shares} (at least {bound}%)")
    if too_low:
        print("`coverage report` shows the lines that no test ran.", file=sys.stderr)
    return 1 if too_low else 0


if __name__ == "__main__":
    sys.exit(main())
