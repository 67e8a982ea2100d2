import pytest

from selon.engines.local import read_all
from selon.errors import PipelineError
from selon.exports.contract import error_object, reading_object
from selon.exports.json import line_of
from selon.inputs.rows import Row, Unread
from selon.model.document import Document
from tests.exports.sample import TEXT, load_fake


def rows(count: int) -> list[Row | Unread]:
    """Articles in two languages, among them the sample, one that breaks the reader, one of no known language, and a bad row."""
    found: list[Row | Unread] = [Row(Document(f"d{i}", f"Article {i}.", ("fr", "en")[i % 2])) for i in range(count)]
    found[1] = Row(Document("orlane-1", TEXT, "fr"))
    found[2] = Unread("bad", "InputError", "f:3: …")
    found[3] = Row(Document("d3", "Une PANNE.", "fr"))
    found[4] = Row(Document("d4", "Ein Artikel.", "de"))
    return found


def printed(workers: int) -> list[str]:
    outcomes = read_all(rows(13), load=load_fake, workers=workers)
    return [line_of(error_object(o.id, o.error, o.message) if isinstance(o, Unread) else reading_object(o)) for o in outcomes]


def test_same_bytes_for_any_number_of_workers():
    """Order and content do not depend on who read what, nor do the errors in their places."""
    assert printed(3) == printed(1)


def test_one_failing_article_does_not_end_the_run():
    outcomes = list(read_all(rows(6), load=load_fake))
    assert [(o.id, o.error) for o in outcomes if isinstance(o, Unread)] == [
        ("bad", "InputError"), ("d3", "ZeroDivisionError"), ("d4", "LanguageError"),
    ]  # fmt: skip
    assert "fault of selon" in outcomes[3].message


def test_reader_is_loaded_once_for_each_language():
    loaded = []

    def load(lang: str):
        loaded.append(lang)
        return load_fake(lang)

    list(read_all([Row(Document(str(i), "Un.", "fr")) for i in range(5)], load=load))
    assert loaded == ["fr"]


def test_progress_is_told_of_every_article():
    done = []
    list(read_all(rows(6), load=load_fake, on_done=lambda: done.append(1)))
    assert len(done) == 6


def test_rows_are_taken_only_as_they_are_read():
    taken = []

    def source():
        for row in rows(6):
            taken.append(row)
            yield row

    next(read_all(source(), load=load_fake))
    assert len(taken) == 1


def test_missing_pipeline_ends_the_run():
    def load(lang: str):
        raise PipelineError("no such pipeline")

    with pytest.raises(PipelineError):
        list(read_all(rows(6), load=load))
