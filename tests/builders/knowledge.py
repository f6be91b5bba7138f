"""A tiny valid knowledge: one of everything, so that a test can break exactly one thing."""

import json
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from milium.domain.knowledge import Knowledge
from milium.domain.regimens import Criterion, Limit
from milium.domain.triage import Door, Zone
from milium.kb.build import build_knowledge
from milium.kb.checks import check_knowledge, messages_used
from milium.kb.read import RawKnowledge, knowledge_files, read_raw

Files = dict[str, Any]
"""Path inside the knowledge package to what stands in it; text is written as it is."""

ALWAYS: dict[str, Any] = {"all": []}
EVIDENCE: dict[str, Any] = {
    "grade": "C",
    "citations": [{"source": "a-paper", "locator": "p. 1"}],
    "reviewed": None,
}
NAMES = "id,inci,names\nlanolin,Lanolin,wool wax|adeps lanae\nretinol,Retinol,\n"


def tiny_files() -> Files:
    """Every folder with one entry of each kind, and the texts they speak with."""
    return deepcopy(_tiny_files())


@cache
def _tiny_files() -> Files:
    files: Files = {
        "edition.yaml": {
            "version": "1.2.3",
            "checked_on": "2026-11-23",
            "valid_until": "2027-11-23",
            "withdrawals": [],
        },
        "sources/all.yaml": {"sources": [_source("a-paper"), _source("background-knowledge")]},
        "findings/all.yaml": {"findings": _findings(), "questions": _questions()},
        **_triage_files(),
        **_ingredient_files(),
        **_skin_files(),
        **_plan_files(),
    }
    texts = dict.fromkeys(map(str, messages_used(build_knowledge(_raw(files)))), "A sentence.")
    return {**files, "text/en/all.yaml": texts}


def changed(path: str, key: str, /, *where: int | str, to: object) -> Files:
    """The tiny files with one value replaced (``to=...`` leaves the key out)."""
    files = tiny_files()
    *way, last = (key, *where)
    here = files[path]
    for step in way:
        here = here[step]
    if to is ...:
        del here[last]
    else:
        here[last] = to
    return files


def write(files: Files, folder: Path) -> Path:
    """The files on disk below the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_bytes(content))
    return folder


def loaded(files: Files, folder: Path) -> Knowledge:
    """The files written to a folder, read back, built and checked, as ``load_knowledge`` does."""
    knowledge = build_knowledge(read_raw(knowledge_files(write(files, folder))))
    check_knowledge(knowledge)
    return knowledge


def evidence(**more: object) -> dict[str, Any]:
    """What every statement carries, with something changed."""
    return {**deepcopy(EVIDENCE), **more}


def _bytes(content: object) -> bytes:
    if isinstance(content, bytes):
        return content
    if isinstance(content, str):
        return content.encode()
    return json.dumps(content, ensure_ascii=False).encode()  # JSON is YAML without anchors


def _raw(files: Mapping[str, object]) -> RawKnowledge:
    return read_raw({path: _bytes(content) for path, content in sorted(files.items())})


def _source(name: str) -> dict[str, Any]:
    return {
        "id": name, "kind": "paper", "title": "A paper", "authors": "A. Author", "year": "2019",
        "identifier": "doi:1", "url": "", "read": "full", "note": "Read it all.",
    }  # fmt: skip


def _findings() -> list[dict[str, Any]]:
    person = {"scope": "person", "section": "person"}
    bump = {"scope": "lesion", "section": "lesions"}
    derived = {"scope": "product", "section": "derived"}
    fever: dict[str, Any] = {
        "id": "fever", **person, "kind": "word", "words": ["no", "yes"], "decimals": "1",
        "lowest": "30", "highest": "45", "keeps_days": "1",
        "bands": [
            {"word": "no", "at_least": "30", "at_most": "37.9"},
            {"word": "yes", "at_least": "38", "at_most": "45"},
        ],
    }  # fmt: skip
    return [
        {"id": "age", **person, "kind": "span", "lowest": "0 days", "highest": "120 years",
         "grows": "yes"},
        fever,
        {"id": "unwell", **person, "kind": "words", "words": ["floppy", "weak_cry"]},
        {"id": "site", **bump, "kind": "word", "words": ["cheek", "upper_lid"]},
        {"id": "size_mm", **bump, "kind": "number", "decimals": "1", "lowest": "0.1",
         "highest": "200"},
        {"id": "has", **derived, "kind": "words", "words": ["classes"]},
    ]  # fmt: skip


def _questions() -> list[dict[str, Any]]:
    return [
        {"id": "age", "findings": ["age"], "lesion": "no", "safety": "yes"},
        {"id": "illness", "findings": ["fever", "unwell"], "lesion": "no", "safety": "yes"},
        {"id": "bump", "findings": ["site", "size_mm"], "lesion": "yes", "safety": "yes"},
    ]


def _triage_files() -> Files:
    young = {"not": {"at_least": {"age": "3 months"}}}
    rule = {
        "id": "newborn-fever", "scope": "person",
        "when": {"all": [young, {"is": {"fever": "yes"}}]},
        "when_possible": "ask",
        "effect": {
            "when": "now", "who": ["doctor"], "not_who": ["beautician"], "door": "emergency",
            "rung": "nothing", "lifted_by": "doctor", "action": "action.go",
            "tonight": ["tonight.go"],
        },
        **evidence(),
    }  # fmt: skip
    closing = {"when": {"is": {"fever": "yes"}}, "say": "choice.closed.first"}
    return {
        "triage/rules.yaml": {"rules": [rule]},
        "triage/ladder.yaml": {
            "zone_caps": {zone.value: "gentle" for zone in Zone},
            "site_zones": {"cheek": ["face"], "upper_lid": ["lash_line", "lid_skin"]},
            "looked_at_when": {"any": []},
            "dispositions": [
                {"disposition": "emergency_today", "at_least": "same_day", "at_most": "now",
                 "if": ALWAYS},
            ],
            "usual_action": "action.usual",
            "waiting_action": "action.waiting",
        },
        "triage/choices.yaml": {"choices": [{"id": "wait", "closed": [closing], **evidence()}]},
        "conditions/looks.yaml": {"looks": [_look()]},
        "places/all.yaml": {"places": [_place()]},
        "professions/all.yaml": {
            "professions": [
                {"id": "doctor", "doors": ["emergency"], **evidence()},
                {"id": "beautician", "doors": [], **evidence()},
            ]
        },
    }  # fmt: skip


def _look() -> dict[str, Any]:
    return {
        "id": "milia", "shown_when": ALWAYS, "like_when": {"is": {"site": "cheek"}},
        "unlike_when": {"any": []},
        "speaks_for": [
            {"when": {"at_most": {"size_mm": "3.0"}}, "weight": "2", "say": "feature.small"}
        ],
        "speaks_against": [], **evidence(),
    }  # fmt: skip


def _place() -> dict[str, Any]:
    contacts = [{"door": door.value, "phone": "1", **evidence()} for door in Door]
    return {
        "id": "GB", "contacts": contacts, "first_door": {"dermatologist": "family_doctor"},
        "medicine_status": {"adapalene": "prescription"},
    }  # fmt: skip


def _ingredient_files() -> Files:
    claim = {
        "id": "a-claim", "ingredient": "lanolin", "topic": "milia", "stance": "for",
        "range": ["1", "2"], "model": "opinion", **evidence(),
    }  # fmt: skip
    family = {"id": "cones", "pattern": ".*METHICONE", "class": "silicone", "asks": "no"}
    return {
        "ingredients/names.csv": NAMES,
        "ingredients/claims/all.yaml": {"claims": [claim]},
        "ingredients/classes.yaml": {
            "classes": [
                {"id": "rich", "within": "5", "or_percent": "2.5", "members": ["lanolin"],
                 **evidence()},
            ],
            "tiers": [
                {"ingredient": "retinol", "tier": "1", "from_percent": None,
                 "below_percent": "0.3", **evidence()},
            ],
            "families": [{**family, **evidence()}],
        },
        "ingredients/label.yaml": {
            "placeholders": ["see pack"],
            "headings": [{"text": "Ingredients", "section": "base"}],
            "reliable_share": "0.70",
        },
        "ingredients/exposure.yaml": {
            "exposure_rules": [
                {"id": "rich-balm", "when": {"is": {"has": "rich"}}, "when_possible": "ask",
                 "verdict": "leave_out_first", **evidence()},
            ]
        },
    }  # fmt: skip


def _limits() -> dict[str, Any]:
    """What no plan breaks, what makes one better, and what it is looked over by."""
    law = {"id": "law", "places": ["GB"], "classes": ["rich"], "strongest": "1"}
    return {
        "sale_limits": [{**law, "from_day": "2026-01-01", **evidence()}],
        "audit": _audit(),
        "constraints": [{"id": limit.value, **evidence()} for limit in Limit],
        "preferences": [{"id": criterion.value, **evidence()} for criterion in Criterion],
    }


def _audit() -> dict[str, Any]:
    """What a plan is looked over by: fever withholds, and something was done."""
    fever = {"finding": "fever", "words": ["yes"]}
    ages = {"gentle": "1 years", "wash_off_acid": "12 years", "low_retinoid": "18 years"}
    withheld = {"id": "hot", **fever, "highest": "gentle", "also_unknown": "yes", **evidence()}
    window = {"id": "done", **fever, "within": "1 weeks", **evidence()}
    return {
        "ages": ages, "withheld": [withheld], "windows": [window], "worn": [fever],
        "keep_off": fever, **evidence(),
    }  # fmt: skip


def _skin_files() -> Files:
    item = {
        "id": "shine", "axis": "oily_dry", "words": ["never", "sometimes", "always"],
        "discrimination": "1.3", "thresholds": ["-1.0", "1.0"], "reverse": "no",
        "provenance": {"wording": "own", "idea": "a-paper", "calibration": "none"}, **evidence(),
    }  # fmt: skip
    axis = {
        "axis": "oily_dry", "high": "O", "low": "D", "elsewhere": ["O", "D"], "prior": "0.0",
        "clear_from": "0.80", **evidence(),
    }  # fmt: skip
    return {
        "skin_types/all.yaml": {
            "axes": [axis],
            "items": [item],
            "sureties": [{"id": "even", "from": "0.50"}],
            "advice": [{"id": "first", "topic": "first", "when": ALWAYS, **evidence()}],
            "again": {"after_days": "365", **evidence()},
        },
    }


def _ramp_collections() -> dict[str, Any]:
    ramp = {
        "stages": [{"from_week": "1", "every": "3"}], "held_from_week": "4",
        "settle": {"days": "14", **evidence()},
        "slower": "1.5",
        "slower_when": {"any": []}, "highest_tier": "2", "weeks": "12", **evidence(),
    }  # fmt: skip
    return {
        "ramp": ramp,
        "irritation": [
            {
                "id": "calm",
                "when": ALWAYS,
                "effect": "go_on",
                "how_soon": "nothing_needed",
                **evidence(),
            }
        ],
        **_check_in_collections(),
    }


def _check_in_collections() -> dict[str, Any]:
    check_ins = {
        "calm": "2", "apart_days": "3", "calm_nights": "3", "missed_days": "4", "every_days": "7",
        "longest_gap": "10", "recent_days": "2", "ahead_weeks": "4", **evidence(),
    }  # fmt: skip
    return {
        "check_ins": check_ins,
        "windows": [
            {
                "id": "waxing",
                "treatments": ["waxing"],
                "before": "7",
                "after": "7",
                **evidence(),
            }
        ],
        "strengths": [
            {
                "id": "mid",
                "strength": "mid_on_bump",
                "calm_weeks": "6",
                **evidence(),
                "beside": evidence(),
            }
        ],
    }


def _plan_files() -> Files:
    kind = {
        "id": "a-wash", "slots": ["pm_cleanse"], "rung": "gentle", "classes": ["rich"],
        "fits": ALWAYS, "ramp": "no", "needs_sunscreen": "no", "price_cents": "500", "cost": "1",
        **evidence(),
    }  # fmt: skip
    slot = {"slot": "pm_cleanse", "wanted_when": ALWAYS, "shelf_kinds": ["cleanser"], "buys": "yes"}
    milestone = {
        "id": "look", "kind": "four_week_look", "when": ALWAYS, "after_days": "28",
        "needs_ramp": "no", "choices": ["milestone.choice"], **evidence(),
    }  # fmt: skip
    return {
        "regimens/all.yaml": {
            "kinds": [kind],
            "slots": [{**slot, **evidence()}],
            **_ramp_collections(),
            "keep_off_when": {"any": []},
            "tonight": [{"id": "wash", "when": ALWAYS, **evidence()}],
            **_limits(),
        },
        "courses/all.yaml": {
            "expectations": [{"id": "go", "when": ALWAYS, **evidence()}],
            "milestones": [milestone],
        },
    }
