"""What an edition withdraws no longer applies."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from milium.domain.knowledge import Knowledge
from milium.kb import KnowledgeError
from tests.builders.knowledge import changed, loaded, tiny_files


def withdrawing(names: list[str], folder: Path) -> Knowledge:
    return loaded(changed("edition.yaml", "withdrawals", to=names), folder)


def ids(knowledge: Knowledge) -> Iterator[str]:
    yield from (claim.id for found in knowledge.exposure.claims.values() for claim in found)
    yield from (kind.id for kind in knowledge.regimens.kinds)


def test_each_kind_of_entry_can_be_withdrawn(tmp_path: Path) -> None:
    every = list(ids(loaded(tiny_files(), tmp_path / "all")))

    for number, name in enumerate(every):
        left = list(ids(withdrawing([name], tmp_path / str(number))))
        assert left == [each for each in every if each != name]


def test_nothing_else_goes_with_it(tmp_path: Path) -> None:
    before = loaded(tiny_files(), tmp_path / "before")
    after = withdrawing([next(ids(before))], tmp_path / "after")

    assert after.triage == before.triage
    assert after.sources == before.sources


def test_withdrawing_what_nobody_is_called_is_refused(tmp_path: Path) -> None:
    name = next(ids(loaded(tiny_files(), tmp_path / "all")))

    with pytest.raises(KnowledgeError, match=f"did you mean '{name}'"):
        withdrawing([f"{name}x"], tmp_path / "wrong")


def test_a_rule_that_protects_is_never_withdrawn(tmp_path: Path) -> None:
    rule = loaded(tiny_files(), tmp_path / "all").triage.rules[0].id

    with pytest.raises(KnowledgeError, match="a rule is replaced, not withdrawn"):
        withdrawing([rule], tmp_path / "wrong")
