"""From the click on Save to the moved page, in a browser: `python -m tests.bench.bench_save`.

Prints the median and the 95th percentile in milliseconds for somebody with 1,000 activities, for somebody
with none, and for an event of the same page that does next to nothing: what the way to the server and back
costs by itself. The ratio of the first two medians is what a long record costs. The bytes are those of the
socket.
"""

import statistics
import tempfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from playwright.sync_api import Page, WebSocket, sync_playwright

from tests.browser import browser, steps
from tests.browser.portal import Portal, environment, fill, run_command

TODAY = "2020-11-01"
ROUNDS = 20
CLICK_AND_WAIT = """() => new Promise(done => {
  const save = [...document.querySelectorAll("button")].find(one => one.textContent === "Save");
  const began = performance.now();
  new MutationObserver((changes, observer) => {
    const said = [...document.querySelectorAll("h2")].some(one => one.textContent.startsWith("Saved "));
    if (said) { observer.disconnect(); done(performance.now() - began); }
  }).observe(document.body, {subtree: true, childList: true, characterData: true});
  save.click();
})"""

KEEP_THE_SOCKET = """() => {
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) { window.pagesSocket = this; return send.call(this, data); };
}"""
TRIVIAL_EVENT = "reflex___state____state.recert_web___state___faults____fault_state.show_fault"
SEND_AND_WAIT = """([name, reference]) => new Promise(done => {
  const event = {name, payload: {reference}, router_data: {pathname: location.pathname, query: {}}};
  const began = performance.now();
  new MutationObserver((changes, observer) => {
    const said = changes.some(change => change.target.textContent.includes(reference));
    if (said) { observer.disconnect(); done(performance.now() - began); }
  }).observe(document.body, {subtree: true, childList: true, characterData: true});
  window.pagesSocket.send("42/_event," + JSON.stringify(["event", event]));
})"""


@dataclass
class Counted:
    """The bytes that came over the socket since they were last asked for."""

    frames: list[int] = field(default_factory=list)

    def listen(self, socket: WebSocket) -> None:
        """Counts what arrives."""
        socket.on("framereceived", lambda payload: self.frames.append(len(payload)))


def saves(page: Page, counted: Counted, email: str) -> tuple[list[float], int]:
    """Milliseconds of each Save by a member, and the most bytes that one brought."""
    steps.sign_in(page, email)
    times, most = [], 0
    for number in range(ROUNDS):
        page.goto("/report?type=event_other")
        steps.fill_event(page, f"Clinic {number}", date(2020, 10, 1), "1")
        steps.preview(page).get_by_text("adds").first.wait_for()
        counted.frames.clear()
        times.append(page.evaluate(CLICK_AND_WAIT))
        most = max(most, sum(counted.frames))
    return sorted(times), most


def trivial_events(page: Page) -> list[float]:
    """Milliseconds of each event that only puts a sentence into the page's frame."""
    page.goto("/report")
    page.get_by_label("Choose Activity").wait_for()
    return sorted(page.evaluate(SEND_AND_WAIT, [TRIVIAL_EVENT, f"bench{one:03}"]) for one in range(ROUNDS))


def told(name: str, times: list[float], more: str = "") -> float:
    """Prints one line and answers the median."""
    median, late = statistics.median(times), times[int(len(times) * 0.95) - 1]
    print(f"{name}: median {median:.1f} ms, p95 {late:.1f} ms{more}")
    return median


def main() -> None:
    """Starts a portal on a database of its own and measures both members in the same run."""
    path = browser.find()
    if path is None:
        raise SystemExit(browser.MISSING)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = Path(folder) / "filled.db"
        run_command("build", environment(database, TODAY, 8000))
        fill(database, TODAY)
        portal = Portal.start(TODAY, database, Path(folder) / "portal")
        try:
            running = playwright.chromium.launch(executable_path=path, args=browser.flags())
            medians = []
            for name, email in (("1,000 activities", "tess@example.org"), ("none", "eli@example.org")):
                page, counted = running.new_context(base_url=portal.url).new_page(), Counted()
                page.on("websocket", counted.listen)
                page.add_init_script(f"({KEEP_THE_SOCKET})()")
                times, most = saves(page, counted, email)
                medians.append(told(f"Save to DOM, {name}", times, f"; at most {most:,} bytes"))
            told("An event that does next to nothing", trivial_events(page))
            print(f"ratio of the medians: {medians[0] / medians[1]:.2f}")
            running.close()
        finally:
            portal.stop()


if __name__ == "__main__":
    main()
