"""Registers what the configuration names; `spacy train --code training/recipe.py`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

import selon.parsers.name_classes
import selon.parsers.tokenizer  # noqa: F401
