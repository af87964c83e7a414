#!/usr/bin/env python3
"""Rewrites the table of counts in CARD.md from corpus.tsv."""
import re
from collections import Counter

from families import ROOT, language_of, read_patterns, read_written, split_of


def main():
    rows = [line.split("\t") for line in (ROOT / "corpus.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    written, patterns = read_written(), read_patterns()
    tables = {}
    for name, pick in (("Chinese", lambda r: language_of(r[0]) == "zh"), ("English", lambda r: language_of(r[0]) == "en"), ("all", lambda r: True)):
        some = [r for r in rows if pick(r)]
        splits, emotions = Counter(split_of(r[4]) for r in some), Counter(r[2] for r in some)
        tables[name] = [len(some), splits["train"], splits["dev"], splits["test"], sum("," in r[1] for r in some), len(some) - emotions["Calm"], sum(bool(r[5]) for r in some)]
    lines = ["| | utterances | train | dev | test | several intents | beyond Calm | with context |", "|---|---|---|---|---|---|---|---|"]
    lines += [f"| {name} | " + " | ".join(map(str, cells)) + " |" for name, cells in tables.items()]
    emotions, intents = Counter(r[2] for r in rows), Counter(i for r in rows for i in r[1].split(","))
    per = Counter((i, language_of(s.text)) for s in written for i in s.intents)
    lines += ["", f"Written one by one: {sum(language_of(s.text) == 'zh' for s in written)} Chinese and {sum(language_of(s.text) == 'en' for s in written)} English sentences; {len(patterns)} patterns; {len({r[4] for r in rows})} families. "
              "Emotions: " + ", ".join(f"{k} {v}" for k, v in emotions.most_common()) + ".", "",
              "| intent | written zh | written en | utterances |", "|---|---|---|---|"]
    lines += [f"| {i} | {per[i, 'zh']} | {per[i, 'en']} | {n} |" for i, n in sorted(intents.items())]
    card = ROOT / "CARD.md"
    card.write_text(re.sub(r"(<!-- counts -->\n).*?(<!-- /counts -->)", lambda m: m[1] + "\n".join(lines) + "\n" + m[2], card.read_text(encoding="utf-8"), flags=re.S), encoding="utf-8")


if __name__ == "__main__":
    main()
