"""The people of the HTTP tests."""

from tests.state.fixtures import cast as cast
from tests.state.fixtures import peopled as peopled
from tests.state.fixtures import pipeline as pipeline
from tests.state.fixtures import stored as stored
