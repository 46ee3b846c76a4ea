"""What a page did, kept for when a journey fails: its picture, its text, its console, the server's log."""

import shutil
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Error, Page

from tests.browser.portal import Portal


class Watched:
    """A page whose console and script errors are written down from its first moment."""

    def __init__(self, page: Page, portal: Portal) -> None:
        self.page = page
        self.script_errors: list[str] = []
        self._portal = portal
        self._console: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", self._note_error)

    def save(self, folder: Path) -> None:
        """Writes everything into the folder, emptied first. A page that is gone leaves its console."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "console.txt").write_text("\n".join([self.page.url, *self._console, *self.script_errors]))
        shutil.copy(self._portal.log, folder / "server.log")
        try:
            (folder / "page.html").write_text(self.page.content())
            self.page.screenshot(path=folder / "page.png", full_page=True)
        except Error as error:
            (folder / "no-picture.txt").write_text(str(error))

    def _hear(self, message: ConsoleMessage) -> None:
        self._console.append(f"{message.type}: {message.text}")
        if "Content Security Policy" in message.text:
            self.script_errors.append(message.text)

    def _note_error(self, error: Error) -> None:
        self.script_errors.append(str(error))
