"""A slow, obvious triage, written from DESIGN 2, 4 and 5 and the knowledge format.

It reads the YAML itself, as text, and shares no code with the engine or with ``kb``: only the
shapes of a case and of an answer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from milium.domain.answers import Answer, Chosen, Contradictory, Known
from milium.domain.cases import Case
from milium.domain.ids import FindingId

Tree = Any
"""A YAML document in which every scalar is text; its shape is the knowledge format's."""
Given = Mapping[FindingId, Answer]
Bool3 = bool | None
"""True, False, or None for "nobody knows"."""

DAYS = {"days": "1", "weeks": "7", "months": "30.4375", "years": "365.25"}
WHEN = ("nothing_needed", "no_rush", "within_8_weeks", "within_2_weeks", "within_a_week",
        "same_day", "now")  # fmt: skip
RUNGS = ("nothing", "gentle", "wash_off_acid", "low_retinoid")
DOORS = ("emergency", "eye_casualty", "out_of_hours", "treating_clinic", "prescriber", "midwife",
         "childs_doctor", "ophthalmologist", "dermatologist", "family_doctor", "pharmacist",
         "nobody")  # fmt: skip
ZONES = ("lash_line", "lid_skin", "eye_bone", "face", "body")


@dataclass(frozen=True)
class Verdict:
    """What the oracle says of a case.

    Attributes:
        truths: of every rule on everybody it is about; ``None`` as a bump is the person.
        rungs: of each bump, in order.
    """

    truths: Mapping[tuple[str, str | None], Bool3]
    acting: frozenset[tuple[str, str | None]]
    when: str
    door: str
    person: str
    zones: Mapping[str, str]
    rungs: tuple[str, ...]
    settled: bool


@dataclass(repr=False)
class Oracle:
    """Reads the folder of the knowledge, then judges cases."""

    folder: Path
    rules: list[dict[str, Tree]] = field(default_factory=list)
    scales: dict[str, int] = field(default_factory=dict)
    ladder: dict[str, Tree] = field(default_factory=dict)
    first_doors: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read it all."""
        for path in sorted((self.folder / "triage").glob("*.yaml")):
            document = _load(path)
            self.rules += document.get("rules", [])
            if "zone_caps" in document:
                self.ladder = document
        for path in (self.folder / "findings").glob("*.yaml"):
            for finding in _load(path).get("findings", []):
                if finding["kind"] == "number":
                    self.scales[finding["id"]] = 10 ** int(finding["decimals"])
        for place in _load(self.folder / "places" / "places.yaml")["places"]:
            self.first_doors[place["id"]] = place["first_door"]

    def __repr__(self) -> str:
        return "the oracle"

    def judge(self, case: Case) -> Verdict:
        """The case on the day its answers were given."""
        bumps: list[tuple[str | None, Given]] = [(b.id, b.answers) for b in case.lesions]
        bumps = bumps or [("1", {})]
        looked = _yes_no(_least([self._looked_at(bump) for _, bump in bumps]))
        silent = {FindingId("words_mention"): Chosen(frozenset(), complete=True)}
        person = {**silent, **case.answers, **({FindingId("looked_at"): looked} if looked else {})}
        truths: dict[tuple[str, str | None], Bool3] = {}
        for rule in self.rules:
            if rule["scope"] == "person":
                truths[rule["id"], None] = self.truth(rule["when"], person)
            else:
                for bump_id, bump in bumps:
                    told = {**person, **self.only_zone(bump)}
                    truths[rule["id"], bump_id] = self.truth(rule["when"], told)
        return self._combine(case, truths, bumps)

    def only_zone(self, bump: Given) -> Given:
        """A bump nobody placed lies where its site leaves only one zone, or one for each site."""
        zone, zones = FindingId("eye_zone"), self.zones_of(bump)
        if _values(bump.get(zone)):
            return bump
        if len(zones) == 1:
            return {**bump, zone: Known(zones[0])}
        sites = _values(bump.get(FindingId("site")))
        return {**bump, zone: Contradictory(zones)} if len(sites) > 1 else bump

    def _looked_at(self, bump: Given) -> Bool3:
        """Whether somebody trained has surely looked: contradictory answers clear only if all do."""
        named = bump.get(FindingId("named_by"))
        values = named.values if isinstance(named, Contradictory) else ()
        worlds: list[Given] = [{FindingId("named_by"): Known(value)} for value in values]
        return _least(
            [self.truth(self.ladder["looked_at_when"], world) for world in worlds or [bump]]
        )

    def truth(self, tree: Tree, given: Given) -> Bool3:
        """Whether a `when` holds: for contradictory answers, whether it may hold in any world."""
        mentioned = set(_mentioned(tree))
        split = {f: a.values for f, a in given.items()
                 if f in mentioned and isinstance(a, Contradictory)}  # fmt: skip
        worlds = [
            {**given, **{f: Known(v) for f, v in zip(split, values, strict=True)}}
            for values in product(*split.values())
        ]
        return _most([self._kleene(tree, world) for world in worlds])

    def _kleene(self, tree: Tree, given: Given) -> Bool3:
        ((operator, inner),) = tree.items()
        if operator == "all":
            return _least([self._kleene(part, given) for part in inner])
        if operator == "any":
            return _most([self._kleene(part, given) for part in inner])
        if operator == "not":
            part = self._kleene(inner, given)
            return None if part is None else not part
        ((finding, wanted),) = inner.items()
        return self._test(operator, finding, wanted, given.get(FindingId(finding)))

    def _test(self, operator: str, finding: str, wanted: Tree, given: Answer | None) -> Bool3:
        words = wanted if isinstance(wanted, list) else [wanted]
        if isinstance(given, Chosen):
            hit = any(word in given.members for word in words)
            return True if hit else (False if given.complete else None)
        if not isinstance(given, Known):
            return None
        if operator in {"is", "in"}:
            return given.value in words
        bound, value = self._number(finding, wanted), int(given.value)
        return value >= bound if operator == "at_least" else value <= bound

    def _number(self, finding: str, text: str) -> int:
        number, _, unit = text.partition(" ")
        if unit:
            return int(Decimal(number) * Decimal(DAYS[unit]))
        return int(Decimal(number) * self.scales[finding])

    def _combine(
        self,
        case: Case,
        truths: Mapping[tuple[str, str | None], Bool3],
        bumps: list[tuple[str | None, Given]],
    ) -> Verdict:
        by_id = {rule["id"]: rule for rule in self.rules}
        acting = {
            key for key, truth in truths.items()
            if truth or (truth is None and by_id[key[0]]["when_possible"] == "act")
        }  # fmt: skip
        when = max(
            (by_id[rule]["effect"].get("when", WHEN[0]) for rule, _ in acting),
            key=WHEN.index, default=WHEN[0],
        )  # fmt: skip
        own = {subject: self._rung(subject, truths, by_id) for subject in (None, *dict(bumps))}
        if when == "now":
            own[None] = _lowest(own[None], "gentle")
        zones = self._zones(own, bumps)
        return Verdict(
            truths=truths,
            acting=frozenset(acting),
            when=when,
            door=self._door_here(case, [by_id[rule]["effect"] for rule, _ in acting]),
            person=own[None],
            zones=zones,
            rungs=tuple(
                _lowest(own[bump], *(zones[zone] for zone in self.zones_of(given)))
                for bump, given in bumps
            ),
            settled=not any(
                truth is None
                and by_id[rule]["when_possible"] != "act"
                and WHEN.index(by_id[rule]["effect"].get("when", WHEN[0])) > WHEN.index(when)
                for (rule, _), truth in truths.items()
            ),
        )

    def _rung(
        self,
        subject: str | None,
        truths: Mapping[tuple[str, str | None], Bool3],
        by_id: Mapping[str, dict[str, Tree]],
    ) -> str:
        """The lowest any rule leaves this person or bump; withheld, never below gentle."""
        lowest = RUNGS[-1]
        for (rule_id, about), truth in truths.items():
            rung = by_id[rule_id]["effect"].get("rung")
            if about != subject or rung is None or truth is False:
                continue
            possible = by_id[rule_id]["when_possible"]
            if truth or possible == "act":
                lowest = _lowest(lowest, rung)
            elif possible == "withhold":
                lowest = _lowest(lowest, "gentle" if rung == "nothing" else rung)
        return lowest

    def _zones(
        self, own: Mapping[str | None, str], bumps: list[tuple[str | None, Given]]
    ) -> dict[str, str]:
        zones = {zone: _lowest(own[None], self.ladder["zone_caps"][zone]) for zone in ZONES}
        for bump, given in bumps:
            for zone in self.zones_of(given):
                surely = {zone} in self.readings(given)
                rung = own[bump] if surely or own[bump] != "nothing" else "gentle"
                zones[zone] = _lowest(zones[zone], rung)
        return zones

    def zones_of(self, given: Given) -> tuple[str, ...]:
        """What any reading of site and zone leaves."""
        return tuple(zone for zone in ZONES if any(zone in each for each in self.readings(given)))

    def readings(self, given: Given) -> list[set[str]]:
        """For each site and zone given: what both leave, or either where they exclude each other."""
        found = []
        for site in _values(given.get(FindingId("site"))) or (None,):
            sited = set(ZONES) if site is None else set(self.ladder["site_zones"][str(site)])
            for word in _values(given.get(FindingId("eye_zone"))) or (None,):
                named = set(ZONES) if word is None else {str(word)}
                found.append((sited & named) or (sited | named))
        return found

    def _door_here(self, case: Case, effects: list[dict[str, Tree]]) -> str:
        """The door wanted, or who stands in for it for a child, or at this place."""
        wanted = self._door(effects)
        for change in self.ladder["door_changes"]:
            if wanted in change["doors"] and self.truth(change["if"], case.answers):
                wanted = change["door"]
                break
        return str(self.first_doors[case.place].get(wanted, wanted))

    def _door(self, effects: list[dict[str, Tree]]) -> str:
        """The door of the most urgent rule that names one.

        A pharmacist's only where nothing else is needed within 8 weeks.
        """
        named = [effect for effect in effects if "door" in effect]
        if not named:
            return "nobody"
        soon = [
            effect for effect in named
            if WHEN.index(effect.get("when", WHEN[0])) >= WHEN.index("within_8_weeks")
            and effect["door"] != "pharmacist"
        ]  # fmt: skip
        named = soon or named
        top = max(WHEN.index(effect.get("when", WHEN[0])) for effect in named)
        return min(
            (str(effect["door"]) for effect in named
             if WHEN.index(effect.get("when", WHEN[0])) == top),
            key=DOORS.index,
        )  # fmt: skip


def _load(path: Path) -> dict[str, Tree]:
    """A YAML file in which every scalar is text."""
    loaded: dict[str, Tree] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - builds text only
    return loaded


def _mentioned(tree: Tree) -> Iterator[str]:
    ((operator, inner),) = tree.items()
    if operator in {"all", "any"}:
        for part in inner:
            yield from _mentioned(part)
    elif operator == "not":
        yield from _mentioned(inner)
    else:
        yield from inner


def _values(given: Answer | None) -> tuple[str | int, ...]:
    if isinstance(given, Contradictory):
        return given.values
    return (given.value,) if isinstance(given, Known) else ()


def _least(parts: list[Bool3]) -> Bool3:
    if False in parts:
        return False
    return None if None in parts else True


def _most(parts: list[Bool3]) -> Bool3:
    if True in parts:
        return True
    return None if None in parts else False


def _yes_no(truth: Bool3) -> Answer | None:
    return None if truth is None else Known("yes" if truth else "no")


def _lowest(*rungs: str) -> str:
    return min(rungs, key=RUNGS.index)
