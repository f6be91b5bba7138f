"""Areas, records and the hazard log as files: read whole, or refused with what to mend."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from milium.domain.evidence import Review
from milium.domain.ids import ReviewItemId
from milium.domain.knowledge import Knowledge
from milium.domain.reviews import Opinion, SignedForm
from milium.kb import (
    KnowledgeError,
    checkout_reviews,
    judged,
    load_hazards,
    read_hazards,
    read_reviews,
    review_item,
    with_home_reviews,
)
from milium.kb import reviews as module
from tests.builders.knowledge import Files, loaded, tiny_files
from tests.builders.reviews import TODAY

RULE = ReviewItemId("rule/newborn-fever")
SIGNED = Review("Jane Roe, ophthalmologist (GMC 1234567)", TODAY)


@pytest.fixture
def knowledge(tmp_path: Path) -> Knowledge:
    return loaded(tiny_files(), tmp_path / "knowledge")


def fingerprint(knowledge: Knowledge) -> str:
    return review_item(judged(knowledge)[RULE], knowledge).fingerprint


def form_tree(**more: object) -> dict[str, Any]:
    return {
        "id": "one", "name": "Jane Roe", "profession": "ophthalmologist",
        "registration": {"body": "GMC", "number": "1234567"}, "on": "2026-12-03",
        "area": "eyelid", "knowledge": "0.1.0+0123456789ab",
        "opinions": [
            {"item": RULE, "fingerprint": "0123456789ab", "agrees": "yes", "comment": "Fine."}
        ],
        **more,
    }  # fmt: skip


def area_tree(**more: object) -> dict[str, Any]:
    return {"id": "eyelid", "findings": ["fever"], "words": {"site": ["upper_lid"]}, **more}


def with_files(tmp_path: Path, **more: object) -> Knowledge:
    files: Files = {**tiny_files(), "reviews/all.yaml": more}
    return loaded(files, tmp_path / "knowledge")


# ------------------------------------------------------------------- files


def test_forms_and_areas_are_part_of_the_knowledge(tmp_path: Path) -> None:
    before = loaded(tiny_files(), tmp_path / "before")
    now = {"item": RULE, "fingerprint": fingerprint(before), "agrees": "yes"}

    found = with_files(tmp_path, areas=[area_tree()], signed_forms=[form_tree(opinions=[now])])

    assert [area.id for area in found.areas] == ["eyelid"]
    assert found.areas[0].words == {"site": {"upper_lid"}}
    assert found.triage.rules[0].evidence.reviewed == SIGNED


def test_an_area_of_zones_and_entries_needs_no_findings(tmp_path: Path) -> None:
    tree = {"id": "x", "zones": ["lash_line"], "entries": [RULE]}

    (area,) = with_files(tmp_path, areas=[tree]).areas

    assert [zone.value for zone in area.zones] == ["lash_line"]
    assert area.entries == frozenset({RULE})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"findings": ["fevr"]}, "there is no finding 'fevr' (did you mean 'fever'?)"),
        ({"words": {"sit": ["x"]}}, "there is no finding 'sit' (did you mean 'site'?)"),
        ({"words": {"site": ["lid"]}}, "'lid' is no word of the finding 'site'"),
        ({"words": ["site"]}, "'words' should map findings to lists of words"),
        ({"zones": ["eye"]}, "'zones' should be one of lash_line"),
        ({"entry": []}, "unknown key 'entry'"),
    ],
)
def test_an_area_that_means_nothing_is_refused(
    change: dict[str, object], said: str, tmp_path: Path
) -> None:
    with pytest.raises(KnowledgeError) as caught:
        with_files(tmp_path, areas=[area_tree(**change)])

    assert "reviews/all.yaml: 'eyelid'" in str(caught.value)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"on": "3.12.2026"}, "'on: 3.12.2026' can't be read"),
        ({"name": None}, "'name' should be text"),
        ({"registration": {"body": "GMC"}}, "'number' should be text"),
        ({"registration": {"body": "G", "number": "1", "by": "x"}}, "unknown key 'by'"),
        ({"signed": "yes"}, "unknown key 'signed'"),
        ({"opinions": [{"item": "a", "fingerprint": "0123456789ab", "agrees": "perhaps"}]},
         "'agrees' should be yes or no, not 'perhaps'"),
        ({"opinions": [{"item": "a", "fingerprint": "0123", "agrees": "yes"}]},
         "write 12 hexadecimal digits"),
        ({"opinions": [{"item": "a", "fingerprint": "0123456789ab", "agrees": "yes", "x": "y"}]},
         "unknown key 'x'"),
    ],
)  # fmt: skip
def test_a_record_that_is_not_whole_is_refused(change: dict[str, object], said: str) -> None:
    data = json.dumps({"signed_forms": [form_tree(**change)]}).encode()

    with pytest.raises(KnowledgeError) as caught:
        read_reviews(data, "one.yaml")

    assert str(caught.value).startswith("one.yaml")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff", "can't be read"),
        (b"a: [", "can't be read"),
        (b"- a", "should be a mapping"),
        (b"areas: []", "unknown key 'areas'"),
        (b"#" * 1_000_001, "is larger than 1,000,000 bytes"),
    ],
)
def test_a_file_that_is_no_record_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        read_reviews(data, "one.yaml")

    assert said in str(caught.value)


def keep(home: Path, *forms: dict[str, Any], name: str = "one.yaml") -> Path:
    path = home / "reviews" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"signed_forms": list(forms)}), "utf-8")
    return path


def test_forms_at_home_count_and_stand_in_the_versions(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    now = {"item": RULE, "fingerprint": fingerprint(knowledge), "agrees": "yes"}
    keep(tmp_path, form_tree(opinions=[now]))
    keep(tmp_path, form_tree(id="two", opinions=[]), name="two.yaml")
    (tmp_path / "reviews" / "notes.txt").write_text("mine", "utf-8")

    found = with_home_reviews(knowledge, tmp_path)

    assert found.triage.rules[0].evidence.reviewed == SIGNED
    assert [label.partition("+")[0] for label in found.edition.overlays] == ["one.yaml", "two.yaml"]


def test_without_a_folder_at_home_nothing_changes(knowledge: Knowledge, tmp_path: Path) -> None:
    assert with_home_reviews(knowledge, tmp_path) is knowledge


def test_a_record_at_home_that_cannot_be_opened_is_named(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    (tmp_path / "reviews" / "one.yaml").mkdir(parents=True)

    with pytest.raises(KnowledgeError, match=r"one\.yaml: can't be opened"):
        with_home_reviews(knowledge, tmp_path)


def test_a_checkout_keeps_forms_in_its_knowledge() -> None:
    folder = checkout_reviews()

    assert folder is not None
    assert folder.parts[-3:] == ("src", "milium_knowledge", "reviews")


@pytest.mark.parametrize(
    "root",
    [lambda tmp: tmp / "site-packages" / "milium_knowledge", lambda _: _Zipped()],
)
def test_an_installed_knowledge_keeps_none(
    root: Callable[[Path], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "knowledge_root", lambda: root(tmp_path))

    assert checkout_reviews() is None


class _Zipped(os.PathLike[str]):
    """A folder that is no place on the disk."""

    def __fspath__(self) -> str:
        return ""


# ------------------------------------------------------------------- hazards


def test_the_hazard_log_is_read_whole() -> None:
    found = load_hazards()

    assert len(found) >= 40
    assert all(each.controls for each in found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hazards:\n- {id: a, hazard: b}", "'harmed' should be text"),
        ("hazard: []", "unknown key 'hazard'"),
        ("hazards:\n" + "- {id: a, hazard: b, harmed: c, cause: d, severity: e, remains: f}\n" * 2,
         "'a' stands there twice; ids are unique"),
    ],
)  # fmt: skip
def test_a_hazard_log_that_is_not_whole_is_refused(text: str, said: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        read_hazards(text)

    assert said in str(caught.value)


def test_a_form_knows_what_it_was_given_for() -> None:
    (form,) = read_reviews(json.dumps({"signed_forms": [form_tree()]}).encode(), "one.yaml")

    assert isinstance(form, SignedForm)
    assert form.opinions == (Opinion(RULE, "0123456789ab", agrees=True, comment="Fine."),)
