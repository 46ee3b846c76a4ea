"""The people and the pipeline of the state tests."""

from tests.state.fixtures import cast as cast, peopled as peopled, pipeline as pipeline, stored as stored
