#!/usr/bin/env python3
"""Writes corpus.tsv from written/*.tsv. No arguments; the same input gives the same bytes."""
import re
from collections import Counter, defaultdict

import noise
from families import HEADER, ROOT, alike, grams, read_patterns, read_written, rng_of, split_of
from slots import fill

SINGLE = {"zh": 340, "en": 92}      # rows wanted for each intent
PATTERN = {"zh": 22, "en": 14}       # fillings of one pattern
MOST = 10                           # variants of one sentence at most
MULTI = {"zh": 2900, "en": 650}     # joined rows wanted
GENERAL = {"Greeting", "ThanksOrBye", "Affirm", "Deny", "ProvideInfo", "OutOfScope"}
JOINERS = {"zh": ["，", "，", " ", " ", "", "。", "，还有", "，另外", "，顺便问下", " 还有", "。另外", "，对了", "，再问一下", "，然后", " 顺便", "？", "？还有", "，还有就是", "；", "，再一个", "，顺便", " 另外再问下", "，对了还有", "，以及", "\u3000"],
           "en": [", ", " and ", ". ", ", also ", "; ", " also ", ". Also, ", ", and ", "? ", " btw ", ", plus ", " - oh and ", ". One more thing, ", " "]}
WEIGHT = {"Calm": 0, "Pleased": 1, "Anxious": 2, "Dissatisfied": 3, "Angry": 4}
# Pairs that say the same thing twice, or that nobody asks in one breath.
NEVER = [{"UrgeShipment", "OrderStatus"}, {"UrgeDelivery", "TrackShipment"}, {"UrgeShipment", "UrgeDelivery"}, {"UrgeShipment", "NotReceived"}, {"UrgeDelivery", "NotReceived"},
         {"RefundRequest", "RefundStatus"}, {"ReturnItem", "RefundRequest"}, {"ReturnItem", "ExchangeItem"}, {"CancelOrder", "UrgeShipment"}, {"CancelOrder", "UrgeDelivery"}, {"CancelOrder", "ReturnItem"},
         {"CouponQuery", "PromotionRules"}, {"HumanAgent", "Complaint"}, {"AfterSalesStatus", "RefundStatus"}, {"CancelOrder", "ExchangeItem"}, {"CancelOrder", "RepairWarranty"}, {"NotReceived", "ReturnItem"}, {"NotReceived", "ProductDefect"}]


def vary(s, split, rng):
    """One more way to type a sentence: (text, emotion)."""
    text, emotion = fill(s.text, s.language, rng), s.emotion
    plain = not s.context and s.intents[0] not in GENERAL
    if plain and emotion == "Calm" and rng.random() < 0.17:
        emotion = rng.choices(["Anxious", "Dissatisfied", "Angry", "Pleased"], [3, 3, 3, 2])[0]
        if emotion == "Pleased" and s.intents[0] in {"ProductDefect", "MissingOrWrongItem", "NotReceived", "Complaint", "UrgeDelivery", "UrgeShipment", "RefundStatus", "PaymentIssue", "AccountIssue"}:
            emotion = "Dissatisfied"
        text = noise.feel(text, s.language, emotion, split, rng)
    elif plain and rng.random() < 0.5 or s.intents[0] == "ProvideInfo" and not s.context and rng.random() < 0.3:
        text = noise.courtesy(text, s.language, rng)
    if rng.random() < 0.2:
        text = noise.misspell(text, s.language, rng)
    dice = rng.random()
    if dice < 0.1:
        text = noise.speech(text, s.language, rng)
    elif dice < 0.36:
        text = noise.punctuate(text, s.language, rng)
    elif dice < 0.4 and s.intents[0] != "ProvideInfo":
        text = noise.slip(text, s.language, rng)
    elif dice < 0.45:
        text = text + rng.choice(noise.EMOJI)
    elif dice < 0.48 and s.language == "zh":
        text = text.translate(noise.TRADITIONAL)
    elif dice < 0.54 and s.language == "en":
        text = rng.choice([str.lower, str.lower, str.upper])(text)
    return text.strip(), emotion


def key(text):
    return re.sub(r"[\s，。？！、,.?!~…；;]+", "", text.lower())


def main():
    written = read_written()
    rows, taken, dropped = [], {}, Counter()

    def add(text, s_intents, emotion, author, family, context):
        text = re.sub(r"\s+", " ", text).strip()
        k = (key(text) or text, context)
        if k in taken or not text:
            if k in taken and taken[k] != s_intents:
                dropped["conflict"] += 1
            return False
        taken[k] = s_intents
        rows.append((text, ",".join(s_intents), emotion, author, family, context))
        return True

    for s in written:
        if not add(fill(s.text, s.language, rng_of("base", s.text)), s.intents, s.emotion, s.author, s.family, s.context):
            dropped["written twice"] += 1
            print("written twice:", s.intents, s.text)

    pools = defaultdict(list)
    for s in written:
        if len(s.intents) == 1:
            pools[s.intents[0], s.language].append(s)
    for (intent, language), pool in sorted(pools.items()):
        need, made = SINGLE[language] - len(pool), 0
        for turn in range(MOST):
            for s in pool:
                if made >= need:
                    break
                if turn and "{" not in s.text and turn >= 7:
                    continue
                text, emotion = vary(s, split_of(s.family), rng_of("vary", turn, s.text, s.context))
                made += add(text, s.intents, emotion, s.author, s.family, s.context)

    spread(read_patterns(), rows, add)
    join(written, add)
    rows.sort(key=lambda r: (r[4], r[0]))
    with open(ROOT / "corpus.tsv", "w", encoding="utf-8", newline="\n") as out:
        out.write("\t".join(HEADER) + "\n")
        out.writelines("\t".join(r) + "\n" for r in rows)
    print(len(rows), "rows;", dict(dropped))


def spread(patterns, rows, add):
    """Several fillings of every pattern, kept away from what dev and test hold."""
    held = defaultdict(list)
    for text, intents, _, _, family, _ in rows:
        if split_of(family) != "train":
            held[intents].append(grams(text))
    for s in patterns:
        for turn in range(PATTERN[s.language]):
            rng = rng_of("pattern", turn, s.text)
            text, emotion = (fill(s.text, s.language, rng), s.emotion) if rng.random() < 0.6 else vary(s, "train", rng)
            bag = grams(text)
            if not any(alike(bag, other) >= 0.8 for other in held[",".join(s.intents)]):
                add(text, s.intents, emotion, s.author, s.family, s.context)


def join(written, add):
    """Two or three questions in one message. Both parts come from the same split, so that joining never carries a family across."""
    for language, wanted in MULTI.items():
        limit = 26 if language == "zh" else 70
        usable = [s for s in written if s.language == language and len(s.intents) == 1 and not s.context and s.intents[0] not in GENERAL and len(s.text) <= limit]
        by_split = defaultdict(lambda: defaultdict(list))
        for s in usable:
            by_split[split_of(s.family)][s.intents[0]].append(s)
        made = turn = 0
        while made < wanted and turn < wanted * 4:
            turn += 1
            rng = rng_of("join", language, turn)
            split = rng.choices(["train", "dev", "test"], [8, 1, 1])[0]
            pool = by_split[split]
            names = sorted(pool)
            if len(names) < 3:
                continue
            chosen = rng.sample(names, 3 if rng.random() < 0.16 else 2)
            if any(p <= set(chosen) for p in NEVER):
                continue
            if "HumanAgent" in chosen:
                chosen.remove("HumanAgent")
                chosen.append("HumanAgent")
            parts = [rng.choice(pool[n]) for n in chosen]
            text = fill(parts[0].text, language, rng)
            for p in parts[1:]:
                nxt = fill(p.text, language, rng)
                joiner = rng.choice(JOINERS[language])
                if language == "en" and not nxt.startswith(("I ", "I'")):
                    nxt = nxt[0].lower() + nxt[1:]
                text = re.sub(r"[，。,.]+$", "", text) + joiner + nxt
            emotion = max((p.emotion for p in parts), key=WEIGHT.get)
            if rng.random() < 0.1 and emotion == "Calm":
                emotion = rng.choice(["Anxious", "Dissatisfied", "Angry"])
                text = noise.feel(text, language, emotion, split, rng)
            elif rng.random() < 0.2:
                text = noise.courtesy(text, language, rng)
            if rng.random() < 0.2:
                text = noise.misspell(text, language, rng)
            if rng.random() < 0.12:
                text = noise.speech(text, language, rng)
            made += add(text, tuple(p.intents[0] for p in parts), emotion, parts[0].author, parts[0].family, "")


if __name__ == "__main__":
    main()
