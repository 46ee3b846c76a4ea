"""The overview in words: everything the page shows, from one import."""

from recert_web.display.cycles import cycle_links
from recert_web.display.good_to_know import good_to_know
from recert_web.display.left import left
from recert_web.display.notices import notices
from recert_web.display.progress import progress
from recert_web.display.seals import seals
from recert_web.display.stand import stand

__all__ = ["cycle_links", "good_to_know", "left", "notices", "progress", "seals", "stand"]
