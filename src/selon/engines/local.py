"""Many articles on one machine: the same reading mapped over processes, in the order of the input."""

from __future__ import annotations

import functools
import multiprocessing
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from traceback import extract_tb
from typing import TYPE_CHECKING, Protocol

from selon.errors import PipelineError, SelonError
from selon.inputs.rows import Row, Unread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from selon.model.document import Document
    from selon.model.reading import Reading
    from selon.model.span import Span

BATCH = 4
"""Articles per task: at tenths of a second each, long enough to hide the transport and short enough to share out evenly."""


class Reader(Protocol):
    """What reads an article: `selon.pipeline.load_reader` gives one."""

    def read(self, doc: Document, *, asked: tuple[Span, ...] = ()) -> Reading:
        """The reading of one article."""
        ...


def read_all(
    rows: Iterable[Row | Unread],
    *,
    load: Callable[[str], Reader],
    workers: int = 1,
    on_done: Callable[[], None] | None = None,
) -> Iterator[Reading | Unread]:
    """The reading of every row, in order; one that fails gives an `Unread` in its place.

    Args:
        rows: the articles; taken only as fast as they are read.
        load: gives the reader of a language; called once per language and process, so it must be importable by name.
        workers: processes; with 1 everything happens in this one.  The readings are the same for any number.
        on_done: called after each article.

    Raises:
        PipelineError: the syntax pipeline cannot be loaded; no row could be read with it.
    """
    outcomes = _read_here(rows, load) if workers <= 1 else _read_in_pool(rows, load, workers)
    for outcome in outcomes:
        if on_done is not None:
            on_done()
        yield outcome


def _read_here(rows: Iterable[Row | Unread], load: Callable[[str], Reader]) -> Iterator[Reading | Unread]:
    load = functools.cache(load)
    for row in rows:
        yield _read_row(row, load)


def _read_in_pool(rows: Iterable[Row | Unread], load: Callable[[str], Reader], workers: int) -> Iterator[Reading | Unread]:
    batches = iter(functools.partial(_take, iter(rows)), ())
    waiting: deque[Future[tuple[Reading | Unread, ...]]] = deque()
    context = multiprocessing.get_context("spawn")  # a fork would copy the threads of the progress bar in an unknown state
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(load,)) as pool:
        try:
            for batch in islice(batches, 2 * workers):
                waiting.append(pool.submit(_read_batch, batch))
            while waiting:
                yield from waiting.popleft().result()
                for batch in islice(batches, 1):
                    waiting.append(pool.submit(_read_batch, batch))
        except BrokenProcessPool as error:
            raise SelonError(
                f"A worker process ended before its articles were read ({workers} were running); expected all to last. "
                "Usually the memory is used up. Try fewer: --workers 1"
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _take(rows: Iterator[Row | Unread]) -> tuple[Row | Unread, ...]:
    return tuple(islice(rows, BATCH))


_loaded: dict[str, Callable[[str], Reader]] = {}
"""In a worker: what gives its readers, under `load`; a process pool can hand it over in no other way."""


def _start(load: Callable[[str], Reader]) -> None:
    _loaded["load"] = functools.cache(load)


def _read_batch(batch: tuple[Row | Unread, ...]) -> tuple[Reading | Unread, ...]:
    return tuple(_read_row(row, _loaded["load"]) for row in batch)


def _read_row(row: Row | Unread, load: Callable[[str], Reader]) -> Reading | Unread:
    if isinstance(row, Unread):
        return row
    document = row.document
    try:
        return load(document.lang).read(document, asked=row.asked)
    except PipelineError:
        raise
    except SelonError as error:
        return Unread(document.id, type(error).__name__, str(error))
    except Exception as error:  # noqa: BLE001  one article must not end a run of thousands; the place of the fault is kept
        frame = extract_tb(error.__traceback__)[-1]
        place = f"{frame.filename.rpartition('selon/')[2]}:{frame.lineno}"
        what = f"{document.extra.get('file', document.id)}: {type(error).__name__} at {place}: {error}"
        advice = "expected a reading. This is a fault of selon, not of the article. Please report it with the text."
        return Unread(document.id, type(error).__name__, f"{what}; {advice}")
