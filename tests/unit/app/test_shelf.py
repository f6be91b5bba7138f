"""What the products on a shelf add up to."""

from dataclasses import replace
from typing import Any

import pytest

from milium.app.formats.case import CaseFormat
from milium.app.guide import make_guide
from milium.app.shelf import ShelfReport, shelf_report
from milium.domain.knowledge import Knowledge
from tests.builders.formats import TODAY, example

CREAM = {"area": ["eye_bone"], "leave_on": "yes", "kind": "eye_cream"}
FACE = {"area": ["face"], "leave_on": "yes", "kind": "moisturiser"}
WASH = {"area": ["face"], "leave_on": "no", "kind": "cleanser"}


def a_shelf(
    knowledge: Knowledge, case_format: CaseFormat, *products: dict[str, Any]
) -> ShelfReport:
    head = {"milium": "1", "as_of": "2026-11-23", "place": "GB"}
    quick = replace(knowledge.triage, rules=())
    fast = replace(knowledge, triage=quick)
    case = case_format.read({**head, "shelf": list(products)})
    return shelf_report(make_guide(case, fast, on=TODAY, modules_off=("plan",)), knowledge)


def test_what_stays_on_is_counted_by_place(knowledge: Knowledge, case_format: CaseFormat) -> None:
    report = a_shelf(
        knowledge,
        case_format,
        {"name": "Balm", "label": "Petrolatum, Cera Alba", **CREAM},
        {"name": "Lotion", "label": "Aqua, Glycerin", **FACE},
        {"name": "Wash", "label": "Aqua, Petrolatum", **WASH},
        {"name": "Somewhere", "label": "Aqua, Petrolatum", "leave_on": "yes"},
    )

    loads = {load.zone.value: (len(load.left_on), len(load.rich)) for load in report.zones}
    assert loads == {"eye_bone": (1, 1), "face": (1, 0)}
    assert list(report.open) == [report.products[3].product.id]


def test_shared_names_are_listed_and_what_matters_is_noted(
    knowledge: Knowledge, case_format: CaseFormat
) -> None:
    report = a_shelf(
        knowledge,
        case_format,
        {"name": "A", "label": "Aqua, Petrolatum, Xanthan Gum", **FACE},
        {"name": "B", "label": "Aqua, Xanthan Gum, Petrolatum", **CREAM},
        {"name": "C", "label": "Aqua, Glycerin", **WASH},
    )

    assert [(each.ingredient, len(each.products), each.noted) for each in report.shared] == [
        ("water", 3, False),
        ("petrolatum", 2, True),
        ("xanthan-gum", 2, False),
    ]


def test_one_strong_thing_in_two_forms_is_doubled(
    knowledge: Knowledge, case_format: CaseFormat
) -> None:
    report = a_shelf(
        knowledge,
        case_format,
        {"name": "Retinol serum", "label": "Aqua, Retinol", **FACE},
        {"name": "Day cream", "label": "Aqua, Glycerin, Retinyl Palmitate", **FACE},
        {"name": "Wash", "label": "Aqua, Salicylic Acid", **WASH},
    )

    assert [(each.active, len(each.products)) for each in report.doubled] == [("retinoid", 2)]


@pytest.mark.parametrize(
    ("name", "label", "kind", "hidden"),
    [
        ("Day cream", "Aqua, Glycerin, Retinyl Palmitate", "moisturiser", [("retinyl-palmitate", 3)]),
        ("Day cream", "Aqua, Retinal", "retinoid", []),
        ("Retinol cream", "Aqua, Retinol", "moisturiser", []),
        ("Day cream", "Aqua, Glycerin", "moisturiser", []),
        ("Day cream", "Aqua, Glycerin, Retinyl Fooate", "moisturiser", [(None, 0)]),
    ],
)  # fmt: skip
def test_vitamin_a_where_nobody_named_it_is_shown(
    name: str,
    label: str,
    kind: str,
    hidden: list[tuple[str | None, int]],
    knowledge: Knowledge,
    case_format: CaseFormat,
) -> None:
    product = {"name": name, "label": label, **FACE, "kind": kind}

    report = a_shelf(knowledge, case_format, product)

    assert [(each.ingredient, each.position) for each in report.hidden] == hidden


def test_rich_things_nobody_thinks_of_are_asked_for(
    knowledge: Knowledge, case_format: CaseFormat
) -> None:
    pomade = {"name": "P", "label": "Petrolatum", "area": ["hair"], "leave_on": "yes",
              "kind": "hair_product"}  # fmt: skip

    assert a_shelf(knowledge, case_format).asked_for == ("hair", "beard", "body")
    assert a_shelf(knowledge, case_format, pomade).asked_for == ("beard", "body")


def test_an_example_adds_up(knowledge: Knowledge, case_format: CaseFormat) -> None:
    guide = make_guide(example("under-eye", case_format), knowledge, on=TODAY)

    report = shelf_report(guide, knowledge)

    assert [each.text for each in report.hidden] == ["Retinyl Palmitate"]
    assert report.doubled == ()
