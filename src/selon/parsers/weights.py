"""The pipelines that come with the package: float16 weights in one xz file per language."""

from __future__ import annotations

import json
import lzma
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from selon.errors import PipelineError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from selon.parsers.spacy import SpacyParser


def weights_folder(code: str) -> Traversable:
    """Where the weights of a language lie, shipped or not."""
    return resources.files("selon") / "weights" / code


def pipeline_version(code: str) -> str:
    """Version of the shipped pipeline, e.g. `1.0`."""
    return str(json.loads((weights_folder(code) / "meta.json").read_text(encoding="utf-8"))["version"])


@cache
def load_shipped(code: str) -> SpacyParser:
    """The parser of a language that comes with the package.

    Raises:
        PipelineError: the package holds no weights for it.
    """
    import spacy.util
    from spacy import Config

    import selon.parsers.name_classes
    import selon.parsers.tokenizer  # noqa: F401  (registers the tokenizer that the configuration names)
    from selon.parsers.spacy import SpacyParser

    folder = weights_folder(code)
    if not (folder / "pipeline.bin.xz").is_file():
        raise PipelineError(
            f'selon ships no syntax weights for "{code}". Expected them in src/selon/weights/{code}. '
            "Usually the language folder is new: train a pipeline with `training/`, or name an installed one with `--pipeline`."
        )
    config = Config().from_str((folder / "config.cfg").read_text(encoding="utf-8"))
    nlp = spacy.util.load_model_from_config(config, auto_fill=False, validate=False)
    nlp.from_bytes(lzma.decompress((folder / "pipeline.bin.xz").read_bytes()))
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk() if hasattr(pipe, "model") else ():
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, node.get_param(name).astype("float32"))
    return SpacyParser(nlp, f"{code}@{pipeline_version(code)}")
