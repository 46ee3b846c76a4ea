"""The devices of the journeys. A journey that looks the same on both runs on the smaller one."""

import pytest
from playwright.sync_api import ViewportSize

DEVICES: dict[str, tuple[ViewportSize, bool]] = {
    "desktop": ({"width": 1280, "height": 800}, False),
    "phone": ({"width": 390, "height": 844}, True),
}
on_a_phone = pytest.mark.parametrize("device", ["phone"], indirect=True)
