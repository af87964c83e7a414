"""Reading the written sentences, grouping near-copies into families, and the split a family falls into."""
import hashlib
import pathlib
import random
import re
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEADER = ["text", "intents", "emotion", "author", "family", "context"]
LOOSE = re.compile(r"请问|一下|你好|您好|麻烦|[\s，。？！、,.?!~…]|[吗呢啊呀吧啦了的我你您帮下么嘛哦]")


@dataclass
class Sentence:
    text: str
    intents: tuple
    emotion: str
    author: str
    context: str
    language: str
    family: str = ""


def language_of(text):
    """Chinese unless there are Latin words and no Chinese character; a bare number counts as Chinese."""
    bare = re.sub(r"\{\w+\}", "", text)
    return "en" if re.search(r"[A-Za-z]{2}", bare) and not re.search(r"[\u4e00-\u9fff]", bare) else "zh"


def split_of(family):
    """FNV-1a, 32 bit, over the UTF-8 bytes of the family; last decimal digit 8 is dev, 9 is test, the others train."""
    h = 2166136261
    for b in family.encode("utf-8"):
        h = ((h ^ b) * 16777619) & 0xFFFFFFFF
    return {8: "dev", 9: "test"}.get(h % 10, "train")


def rng_of(*parts):
    """Its own randomness for every sentence: adding one never changes the others."""
    return random.Random(int.from_bytes(hashlib.sha256("\x1f".join(map(str, parts)).encode()).digest()[:8], "big"))


def grams(text):
    bare = LOOSE.sub("", text.lower()) or text
    return {bare[i:i + 2] for i in range(len(bare) - 1)} or {bare}


def alike(a, b):
    return len(a & b) / len(a | b)


def read_written():
    rows = []
    for path in sorted((ROOT / "written").glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 2):
            cells = line.split("\t")
            assert len(cells) == 5, f"{path.name}:{number}: expected 5 columns, found {len(cells)}"
            text, intents, emotion, author, context = cells
            rows.append(Sentence(text, tuple(intents.split(",")), emotion, author, context, language_of(text) if text != "" else "zh"))
    group(rows)
    return rows


def read_patterns():
    """Sentences with (a/b/c) choices. They only ever train: the family is salted until it falls there."""
    rows = []
    for path in sorted((ROOT / "patterns").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            text, intents, emotion, author, context = line.split("\t")
            row = Sentence(text, tuple(intents.split(",")), emotion, author, context, language_of(text))
            stem = f"{intents.replace(',', '+')}-{row.language}-p{hashlib.md5(text.encode()).hexdigest()[:8]}"
            row.family = next(f for f in (f"{stem}{salt}" for salt in "abcdefghijklmnop") if split_of(f) == "train")
            rows.append(row)
    return rows


def group(rows):
    """Near-copies with the same labels share a family; its id comes from the one that was written first."""
    by_label = {}
    for row in rows:
        by_label.setdefault((row.intents, row.language), []).append(row)
    for (intents, language), members in by_label.items():
        sets, root = [grams(m.text) for m in members], list(range(len(members)))

        def find(i):
            while root[i] != i:
                i = root[i]
            return i
        limit = 0.7 if language == "zh" else 0.75
        for i in range(len(members)):
            for j in range(i):
                if alike(sets[i], sets[j]) >= limit:
                    a, b = sorted((find(i), find(j)))
                    root[b] = a
        for i, m in enumerate(members):
            first = members[find(i)]
            m.family = f"{'+'.join(intents)}-{language}-{hashlib.md5((first.text + first.context).encode()).hexdigest()[:8]}"
