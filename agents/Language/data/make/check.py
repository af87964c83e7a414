#!/usr/bin/env python3
"""Checks corpus.tsv: shape, labels, counts, label conflicts, near-copies across splits. Exit code 1 when something must be mended."""
import re
import sys
from collections import Counter, defaultdict

from families import HEADER, ROOT, alike, grams, language_of, split_of

EMOTIONS = {"Calm", "Pleased", "Anxious", "Dissatisfied", "Angry"}
INTENTS = set(re.findall(r"\b[A-Z]\w+(?=,)", re.search(r"enum Intent\s*\{(.*?)\}", (ROOT.parent.parent / "Contracts/Language/Intent.cs").read_text(), re.S).group(1)))


def main():
    lines = (ROOT / "corpus.tsv").read_text(encoding="utf-8").splitlines()
    problems = []
    if lines[0].split("\t") != HEADER:
        problems.append("line 1: the header is not " + " ".join(HEADER))
    rows = []
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != 6:
            problems.append(f"line {number}: {len(cells)} columns, 6 are right")
            continue
        text, intents, emotion, author, family, context = cells
        bad = [i for i in intents.split(",") if i not in INTENTS]
        if bad or emotion not in EMOTIONS or (context and not re.fullmatch(r"(open:\w+/\w+|last:\w+)", context)):
            problems.append(f"line {number}: unknown label: {intents} {emotion} {context}")
        rows.append((number, text, tuple(intents.split(",")), emotion, family, context))

    seen = defaultdict(set)
    for number, text, intents, _, _, context in rows:
        seen[re.sub(r"[\s，。？！、,.?!~…]+", "", text.lower()) or text, context].add(intents)
    for (text, _), labels in seen.items():
        if len(labels) > 1:
            problems.append(f"conflict: {text}: {labels}")

    near = list(near_copies(rows))
    for a, b in near[:12]:
        print(f"near copies across splits: {a[1]} | {b[1]}  ({a[4]} | {b[4]})")

    languages = Counter(language_of(r[1]) for r in rows)
    per_intent = Counter(i for r in rows for i in r[2])
    print("rows", len(rows), dict(languages))
    print("splits", dict(Counter(split_of(r[4]) for r in rows)), "families", len({r[4] for r in rows}))
    print("multi-intent", sum(len(r[2]) > 1 for r in rows), " emotion beyond Calm", sum(r[3] != "Calm" for r in rows), dict(Counter(r[3] for r in rows)), " with context", sum(bool(r[5]) for r in rows))
    print("fewest rows:", per_intent.most_common()[:-6:-1], " missing:", sorted(INTENTS - set(per_intent)))
    print("near copies across splits", len(near), " problems", len(problems))
    print("\n".join(problems[:20]))
    sys.exit(bool(problems) or len(near) > len(rows) // 100)


def near_copies(rows):
    """Pairs of single-intent rows in train and in dev or test whose bigrams overlap by 0.85 or more; digits do not count."""
    index, sets = defaultdict(list), {}
    for row in rows:
        bag = grams(re.sub(r"\d{4,}", "0", row[1]))
        if len(bag) >= 4 and len(row[2]) == 1 and split_of(row[4]) == "train":
            sets[row[0]] = (bag, row)
            for g in bag:
                index[g].append(row[0])
    for row in rows:
        bag = grams(re.sub(r"\d{4,}", "0", row[1]))
        if len(bag) < 4 or len(row[2]) > 1 or split_of(row[4]) == "train":
            continue
        votes = Counter()
        for g in sorted(bag, key=lambda g: len(index[g]))[:max(2, len(bag) // 4)]:
            votes.update(index[g])
        for number, _ in votes.most_common(40):
            other, candidate = sets[number]
            if alike(bag, other) >= 0.85 and candidate[2] == row[2]:
                yield row, candidate
                break


if __name__ == "__main__":
    main()
