"""Case files as bytes and as chance makes them; the ten examples, and what milium says of one."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from hypothesis import strategies as st

from milium.app.documents import read_case
from milium.app.formats.case import CaseFormat
from milium.domain.answers import NOT_SURE, Answer, Chosen, Contradictory, Known
from milium.domain.cases import Case, DiaryEntry, Lesion, Product, Wishes
from milium.domain.findings import Finding, FindingKind
from milium.domain.ids import FindingId, ItemId, LesionId, PlaceId, ProductId

T = TypeVar("T", Lesion, Product)
K = TypeVar("K")
ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
NAMES = [path.stem for path in EXAMPLES]
TODAY = date(2026, 11, 23)
HEAD = "milium: 1\nas_of: 2026-11-23\nplace: GB\n"
"""How the shortest case file begins; whatever is tested comes below it."""


def path_of(name: str) -> Path:
    """The file of an example."""
    return ROOT / "examples" / f"{name}.yaml"


def example(name: str, case_format: CaseFormat) -> Case:
    """An example as a case."""
    return read_case(path_of(name).read_bytes(), name, case_format, place="ELSEWHERE")


def milium(
    *arguments: str | Path, given: bytes = b"", timeout: float = 60, **env: str
) -> subprocess.CompletedProcess[bytes]:
    """What the program itself answers in a process of its own, without colour in 80 columns."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("MILIUM_")}
    return subprocess.run(
        [sys.executable, "-m", "milium", *map(str, arguments)],
        input=given,
        capture_output=True,
        timeout=timeout,
        check=False,
        env={**ours, "PYTHONPATH": str(ROOT / "src"), "NO_COLOR": "1", "COLUMNS": "80", **env},
        cwd=ROOT,
    )


# --- cases as chance makes them

_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn"], include_characters="\t\n"),
    max_size=30,
)
_DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def cases(case_format: CaseFormat) -> st.SearchStrategy[Case]:
    """Any case these findings allow."""
    return st.builds(
        Case,
        as_of=_DAYS,
        place=st.sampled_from(case_format.places).map(PlaceId),
        answers=_answers(case_format, "person", "habits", "wishes"),
        lesions=_numbered(_lesion(case_format)),
        shelf=_numbered(_product(case_format)),
        skin=_some({ItemId(i): _answer(f) for i, f in case_format.items.items()}),
        known_type=st.sampled_from(["", "OSPW", "DRNT"]),
        wishes=_wishes(),
        words=_TEXT,
        diary=st.lists(
            st.builds(DiaryEntry, on=_DAYS, answers=_answers(case_format, "diary"), note=_TEXT),
            max_size=3,
        ).map(tuple),
        extras=st.sampled_from([(), (("x-shop", '{"order": ["7", null]}'),)]),
    )


def _lesion(case_format: CaseFormat) -> st.SearchStrategy[Lesion]:
    return st.builds(
        Lesion,
        id=st.text("abc-1", min_size=1, max_size=4).map(LesionId),
        answers=_answers(case_format, "lesions"),
    )


def _product(case_format: CaseFormat) -> st.SearchStrategy[Product]:
    return st.builds(
        Product,
        id=st.text("abc-1", min_size=1, max_size=4).map(ProductId),
        name=_TEXT,
        label=_TEXT,
        answers=_answers(case_format, "shelf"),
        since=st.none() | _DAYS,
    )


def _numbered(item: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(item, max_size=3, unique_by=lambda each: each.id).map(tuple)


def _wishes() -> st.SearchStrategy[Wishes]:
    money = st.tuples(st.integers(0, 10_000_000), st.sampled_from(["GBP", "EUR"]))
    return st.builds(
        lambda budget, steps, avoid: Wishes(budget[0], budget[1], steps, tuple(avoid)),
        st.just((None, "")) | money,
        st.none() | st.integers(1, 20),
        st.lists(_TEXT, max_size=3),
    )


def _answers(
    case_format: CaseFormat, *sections: str
) -> st.SearchStrategy[Mapping[FindingId, Answer]]:
    return _some(
        {
            name: _answer(finding)
            for name, finding in case_format.findings.items()
            if finding.section in sections
        }
    )


def _some(optional: Mapping[K, st.SearchStrategy[Answer]]) -> st.SearchStrategy[dict[K, Answer]]:
    """A few of them answered; all of them would take a second to draw."""
    if not optional:
        return st.just({})
    names = st.lists(st.sampled_from(list(optional)), max_size=5, unique=True)
    return names.flatmap(
        lambda chosen: st.fixed_dictionaries({name: optional[name] for name in chosen})
    )


def _answer(finding: Finding) -> st.SearchStrategy[Answer]:
    not_sure: st.SearchStrategy[Answer] = st.just(NOT_SURE)
    if finding.kind is FindingKind.WORDS:
        return st.builds(
            Chosen, st.frozensets(st.sampled_from(finding.words)), complete=st.booleans()
        )
    values: st.SearchStrategy[str | int] = (
        st.sampled_from(finding.words)
        if finding.kind is FindingKind.WORD
        else st.integers(finding.lowest, finding.highest)
    )
    several = st.lists(values, min_size=2, max_size=3, unique=True)
    return not_sure | values.map(Known) | several.map(lambda found: Contradictory(tuple(found)))


def lines_of(output: bytes) -> Iterator[str]:
    """The lines of an output, as a terminal shows them."""
    yield from output.decode().split("\n")
