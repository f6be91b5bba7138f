"""How well and how fast labels are read.

Quality: the gold lists of tests/gold/labels, marked by another hand; an entry is right when it
overlaps a marked one and names the same ingredient. A fifth of the lists, by hash of the id, is
reported apart. Coverage: entries of the shop catalogues with a name of our own, by method.
Speed: labels per second on one core, each read afresh, beside (a) a split at commas with a
dictionary and (b) one pass of an automaton over the same names; processor time, the best of three
rounds. Hostile: twice the text, how many times the work. ``--stream N``: memory while so many
labels are read. Catalogues that are not at hand are left out, and said so.
"""

import argparse
import ast
import csv
import gzip
import hashlib
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from bench._common import ROOT, arguments, report
from milium.domain.knowledge import Knowledge
from milium.domain.labels import LabelEntry, Method, Quality, Vocabulary
from milium.engine.labels import normalise, read_label
from milium.engine.labels.read import MOST
from milium.kb import load_knowledge

GOLD = ROOT / "tests" / "gold" / "labels"
CATALOGUES = ROOT.parent / "shared" / "data" / "catalogue"
COLUMNS = {
    "sephora_cosmetics_1472.csv.gz": "Ingredients",
    "sephora_2026_raw_619.csv.gz": "ingredients",
    "lookfantastic_skincare_1138.csv.gz": "clean_ingreds",
    "prose_split_pairs_435.csv.gz": "raw",
}
SPEED_ON = "sephora_cosmetics_1472.csv.gz"
RETINOIDS = ("retinoid_cosmetic", "retinoid_medicine", "retinoid_ester")
UNKNOWN = "?"
EXACTLY = (Method.EXACT, Method.ALIAS, Method.STRUCTURAL, Method.SEGMENTED)
ROUNDS = 3
HOSTILE = {
    "commas": ",",
    "names": "Foo, ",
    "words": "foobar ",
    "brackets": "(a[b{",
    "slashes": "a/",
    "sentences": "We made it. ",
    "NULs": "\x00a",
    "half characters": "\ud800a",
    "entities": "&amp;",
    "tags": "<b",
    "damaged names": "G1ycerin Retinyl Pa1mitate ",
}
csv.field_size_limit(10**9)


@dataclass(frozen=True)
class Gold:
    """One marked list."""

    id: str
    text: str
    entries: tuple[tuple[int, int, str], ...]

    @property
    def held_out(self) -> bool:
        """Whether it is in the fifth nobody looks at while tuning."""
        return hashlib.sha256(self.id.encode()).digest()[0] % 5 == 0


def main() -> None:
    """Measure and print."""
    stream = argparse.ArgumentParser(add_help=False)
    stream.add_argument("--stream", type=int, default=0, metavar="N")
    streamed, sys.argv[1:] = stream.parse_known_args()
    options = arguments(__doc__ or "")
    knowledge = load_knowledge(None)
    figures: dict[str, float | int | str] = {}
    gold = list(gold_lists())
    for part, lists in (
        ("gold", [each for each in gold if not each.held_out]),
        ("held out", [each for each in gold if each.held_out]),
    ):
        figures |= {f"{part}: {key}": each for key, each in scored(lists, knowledge).items()}
    figures |= agreement(gold)
    if CATALOGUES.exists():
        for name in () if options.smoke else list(COLUMNS)[:3]:
            figures |= coverage(name, knowledge.vocabulary)
        texts = rows_of(SPEED_ON)[: 50 if options.smoke else None]
        figures |= speed(texts, knowledge.vocabulary)
        figures |= memory(texts, knowledge.vocabulary, streamed.stream)
    else:
        figures["catalogues"] = "not at hand: coverage and speed left out"
    figures |= hostile(knowledge.vocabulary, smoke=options.smoke)
    report("labels", figures, as_json=options.json)


def rows_of(name: str) -> list[str]:
    """The lists of a catalogue as printed."""
    with gzip.open(CATALOGUES / name, "rt", encoding="utf-8", newline="") as file:
        return [row[COLUMNS[name]] for row in csv.DictReader(file)]


def gold_lists() -> Iterator[Gold]:
    """Every marked list whose text is at hand."""
    for line in (GOLD / "own.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Gold(row["id"], row["text"], tuple((a, b, name) for a, b, name, _ in row["entries"]))
    if not CATALOGUES.exists():
        return
    texts = {name: rows_of(name) for name in COLUMNS}
    for line in (GOLD / "catalogue.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        text = texts[row["file"]][row["row"]]
        yield Gold(row["id"], text, tuple((a, b, name) for a, b, name, _ in row["entries"]))


def scored(lists: Sequence[Gold], knowledge: Knowledge) -> dict[str, float | int]:
    """Precision, recall, list start, and retinoids."""
    retinoids = {
        ingredient
        for rule in knowledge.exposure.classes
        if rule.id in RETINOIDS
        for ingredient in rule.members
    }
    count: Counter[str] = Counter()
    for gold in lists:
        count += _one(gold, knowledge.vocabulary, retinoids)
    return {
        "lists": len(lists),
        "entries marked": count["marked"],
        "precision %": 100 * count["right"] / max(1, count["named"]),
        "recall %": 100 * count["found"] / max(1, count["known"]),
        "list start exact %": 100 * count["start"] / max(1, count["with list"]),
        "false fuzzy, % of all named": 100 * count["false fuzzy"] / max(1, count["named"]),
        "false retinoids": count["false retinoid"],
        "missed retinoids": count["missed retinoid"],
        "missed retinoids that were asked about": count["asked"],
    }


def _one(gold: Gold, vocabulary: Vocabulary, retinoids: Collection[str]) -> Counter[str]:
    reading = read_label(gold.text, vocabulary)
    read = reading.entries if reading.quality is not Quality.NOT_A_LIST else ()
    named = [entry for entry in read if entry.ingredient is not None]
    count: Counter[str] = Counter(marked=len(gold.entries), named=len(named))
    for entry in named:
        right = any(_same(entry, mark, vocabulary) for mark in gold.entries)
        count["right"] += right
        count["false fuzzy"] += entry.method is Method.FUZZY and not right
        count["false retinoid"] += entry.ingredient in retinoids and not right
    for mark in gold.entries:
        if mark[2] != UNKNOWN:
            found = any(_same(entry, mark, vocabulary) for entry in named)
            count["known"] += 1
            count["found"] += found
            if _id(mark[2], vocabulary) in retinoids and not found:
                count["missed retinoid"] += 1
                count["asked"] += any(
                    entry.method is Method.FAMILY and _meet(entry, mark) for entry in read
                )
    if gold.entries:
        count["with list"] += 1
        count["start"] += bool(read) and abs(read[0].start - gold.entries[0][0]) <= 1
    return count


def _meet(entry: LabelEntry, mark: tuple[int, int, str]) -> bool:
    return entry.start < mark[1] and mark[0] < entry.end


def _same(entry: LabelEntry, mark: tuple[int, int, str], vocabulary: Vocabulary) -> bool:
    return _meet(entry, mark) and entry.ingredient == _id(mark[2], vocabulary)


def _id(name: str, vocabulary: Vocabulary) -> str:
    return vocabulary.by_name.get(normalise(name), f"? {name}")


def agreement(gold: Sequence[Gold]) -> dict[str, float | int]:
    """How far the second hand agrees with the first, on the lists both marked."""
    first = {each.id: each for each in gold}
    same = total = 0
    for line in (GOLD / "second.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["id"] in first:
            mine = {(a, name) for a, _, name in first[row["id"]].entries}
            theirs = {(a, name) for a, _, name, _ in row["entries"]}
            same += len(mine & theirs)
            total += len(mine | theirs)
    return {"second hand: entries marked the same %": 100 * same / max(1, total)}


def coverage(name: str, vocabulary: Vocabulary) -> dict[str, float | int]:
    """Entries of a catalogue by method, in percent, and summed up.

    Exactly: by a name of ours after normalising, whole, by its parts, or joined with its neighbour.
    """
    methods: Counter[Method] = Counter()
    for text in rows_of(name):
        reading = read_label(_plain(text), vocabulary)
        if reading.quality not in {Quality.EMPTY, Quality.NOT_A_LIST}:
            methods.update(entry.method for entry in reading.entries)
    shares = {method: 100 * n / methods.total() for method, n in methods.items()}
    exactly = sum(shares.get(method, 0) for method in EXACTLY)
    short = name.split(".", maxsplit=1)[0]
    by_method = {f"{short}: {method.value} %": shares.get(method, 0.0) for method in Method}
    return {
        **by_method,
        f"{short}: exactly, in all %": exactly,
        f"{short}: with fuzzy %": exactly + shares.get(Method.FUZZY, 0),
        f"{short}: with fuzzy and families %": 100 - shares.get(Method.UNKNOWN, 0),
    }


def _plain(text: str) -> str:
    """A list printed as Python prints one, as a label would."""
    return ", ".join(ast.literal_eval(text)) if text.startswith("[") else text


def speed(texts: Sequence[str], vocabulary: Vocabulary) -> dict[str, float]:
    """Labels per second, and the two yardsticks in the same run."""
    import ahocorasick  # noqa: PLC0415 - only where speed is measured

    automaton = ahocorasick.Automaton()
    for name, ingredient in vocabulary.by_name.items():
        automaton.add_word(name, ingredient)
    automaton.make_automaton()
    ours = _per_second(texts, lambda text: read_label(text, vocabulary))
    split = _per_second(texts, lambda text: _split(text, vocabulary))
    scan = _per_second(texts, lambda text: list(automaton.iter(text.upper())))
    return {
        "labels per second": ours,
        "split and dictionary per second": split,
        "automaton per second": scan,
        "ratio ours / split": ours / split,
        "ratio ours / automaton": ours / scan,
    }


def _split(text: str, vocabulary: Vocabulary) -> list[str | None]:
    return [vocabulary.by_name.get(normalise(piece)) for piece in text.split(",")]


def _per_second(texts: Sequence[str], read: Callable[[str], object]) -> float:
    return len(texts) / min(_seconds(texts, read) for _ in range(ROUNDS))


def _seconds(texts: Sequence[str], read: Callable[[str], object]) -> float:
    begun = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - begun


def hostile(vocabulary: Vocabulary, *, smoke: bool) -> dict[str, float]:
    """How many times the work twice the text is, at worst; ten megabytes beside what is read."""
    size = MOST // (8 if smoke else 2)
    doubled, long = [], []

    def read(text: str) -> object:
        return read_label(text, vocabulary)

    for unit in HOSTILE.values():
        few, many, most = (
            min(
                _seconds([unit * (n // len(unit))], lambda t: read_label(t, vocabulary))
                for _ in range(3)
            )
            for n in (size, 2 * size, 10_000_000)
        )
        doubled.append(many / max(few, 1e-6))
        long.append(most / max(many, 1e-6))
    return {
        "hostile: work for twice the text, worst": max(doubled),
        "hostile: work for 10 MB beside what is read of it, worst": max(long),
    }


def memory(texts: Sequence[str], vocabulary: Vocabulary, labels: int) -> dict[str, float | int]:
    """How much the memory grows between a tenth of so many labels and all of them, in megabytes."""
    if not labels:
        return {}
    at_a_tenth = 0.0
    for number in range(labels):
        read_label(f"{texts[number % len(texts)]}, Lot {number}", vocabulary)
        if number == labels // 10:
            at_a_tenth = _resident()
    return {"streamed labels": labels, "streamed: memory grew by MB": _resident() - at_a_tenth}


def _resident() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
