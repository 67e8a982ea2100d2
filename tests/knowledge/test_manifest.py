"""What lies in the data folder is what the manifest says."""

import hashlib
import tomllib
from importlib import resources

import pytest

DATA = resources.files("selon") / "data"
MANIFEST = tomllib.loads((DATA / "MANIFEST.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(MANIFEST))
def test_built_file_is_the_listed_one(name):
    """A built file that was edited by hand, or not listed anew, is found here."""
    assert hashlib.sha256((DATA / name).read_bytes()).hexdigest() == MANIFEST[name]["sha256"]
    assert {"origin", "licence", "rows", "command"} <= set(MANIFEST[name])


def test_every_built_file_is_listed():
    """No table comes without its origin and licence."""
    assert {f.name for f in DATA.iterdir() if f.name != "MANIFEST.toml" and not f.name.startswith("__")} == set(MANIFEST)
