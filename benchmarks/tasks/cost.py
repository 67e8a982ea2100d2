"""What a reading costs: everything we add, as a multiple of the syntax it rests on."""

from __future__ import annotations

import lzma
import os
import subprocess
import sys
from functools import partial
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.corpora import ROOT, lines_of, shared
from benchmarks.measures import Measure, Outcome
from selon.inputs.rows import Row, read_rows
from selon.parsers.spacy import _BLANKS as BLANKS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from selon.model.document import Document
    from selon.pipeline import Reader

ROUNDS = 3
"""Alternating runs; their median is shown."""
BATCH = 64
"""Sentences that spaCy takes at once, as our parser hands them over."""
NAMES = "ner"
"""The pipe that finds names: needed by us, no part of bare syntax."""
COMMAND = (sys.executable, "-m", "selon.cli.app", "read")


def measure_cost(reader: Reader) -> Outcome:
    """Reading against bare syntax on the same sentences, and one article from a cold start."""
    articles = shared("data", "articles", "fr.jsonl.xz")
    example = ROOT / "examples" / "depeche.txt"
    over_syntax, over_names = ratios(reader, documents(articles, reader.language.code))
    runs = [run_once(example) for _ in range(ROUNDS)]
    figures = {
        "reading / bare syntax": over_syntax,
        "reading / syntax with names": over_names,
        "selon read examples/depeche.txt, s": median(seconds for seconds, _ in runs),
        "its peak memory, MB": median(megabytes for _, megabytes in runs),
    }
    measures = tuple(Measure(name, value, lower_is_better=True) for name, value in figures.items())
    return Outcome(measures, (articles, example), f"median-of-{ROUNDS}")


def documents(path: Path, lang: str) -> tuple[Document, ...]:
    """The articles of a packed JSON Lines file."""
    lines = lines_of(lzma.decompress(path.read_bytes()).decode("utf-8"))
    rows = read_rows((line.encode() for line in lines), name=path.name, lang=lang)
    return tuple(row.document for row in rows if isinstance(row, Row))


def ratios(reader: Reader, docs: Sequence[Document]) -> tuple[float, float]:
    """Wall time of reading over that of the spaCy pipeline without and with its recogniser of names.

    The first reading warms the caches and gives the sentences, so that both sides parse the same ones in the same batches.
    """
    batches = [sentences(reader, doc) for doc in docs]
    rounds = [_round(reader, docs, batches) for _ in range(ROUNDS)]
    return median(reading / syntax for reading, syntax, _ in rounds), median(reading / names for reading, _, names in rounds)


def sentences(reader: Reader, doc: Document) -> list[str]:
    """The sentences of an article, as the parser is given them."""
    return [span.of(doc.text).translate(BLANKS) for span in reader.read(doc).sentences]


def _round(reader: Reader, docs: Sequence[Document], batches: Sequence[Sequence[str]]) -> tuple[float, float, float]:
    """Seconds of reading, of bare syntax, of syntax with names; taken in turn for each article, so that a busy machine slows all alike."""
    totals = [0.0, 0.0, 0.0]
    for doc, batch in zip(docs, batches, strict=True):
        totals[0] += _seconds(partial(reader.read, doc))
        totals[1] += _seconds(partial(_parse, reader, batch, without=(NAMES,)))
        totals[2] += _seconds(partial(_parse, reader, batch, without=()))
    return totals[0], totals[1], totals[2]


def _parse(reader: Reader, batch: Sequence[str], *, without: tuple[str, ...]) -> None:
    nlp = reader.parser.nlp
    docs = [nlp.make_doc(sentence) for sentence in batch]
    for doc in docs:
        for token in doc[1:]:
            token.is_sent_start = False
    list(nlp.pipe(docs, batch_size=BATCH, disable=[name for name in without if name in nlp.pipe_names]))


def _seconds(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return perf_counter() - start


def run_once(example: Path) -> tuple[float, float]:
    """Seconds and peak megabytes of `selon read` on one article as a process of its own.

    Raises:
        ChildProcessError: it failed; what it complained of stands on standard error.
    """
    start = perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    process = subprocess.Popen([*COMMAND, str(example)], stdout=subprocess.DEVNULL, cwd=ROOT, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise ChildProcessError(f"selon read {example.name} ended with {process.returncode}; expected 0.")
    return seconds, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
