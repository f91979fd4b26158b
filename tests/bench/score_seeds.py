#!/usr/bin/env python3
"""Scores what `extract` finds in five articles that lie beside the repository against seed_claims.tsv.

    python3 tests/bench/score_seeds.py build/release/evigrade [--misses]

A predicted claim answers a listed one where its text holds the middle of the listed characters. Prints claims recall,
volume (predicted over listed), kind, stance, links (of the claims that cite list entries, how many name exactly these).
Without the articles it says SKIPPED and leaves with 0.
"""
import collections, csv, glob, json, os, re, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
SEEDS = os.path.join(HERE, "..", "..", "..", "shared", "seeds")
GOAL = {"recall": 0.90, "volume": 3.0, "kind": 0.85, "stance": 0.85, "links": 0.85}


def folded(text):
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()


def listed_claims():
    lines = [l for l in open(os.path.join(HERE, "seed_claims.tsv"), encoding="utf-8") if not l.startswith("#")]
    for row in csv.DictReader(lines, delimiter="\t"):
        path = glob.glob(os.path.join(SEEDS, row["file"] + "_*"))[0]
        line = open(path, encoding="utf-8").read().split("\n")[int(row["line"]) - 1]
        yield row, line[int(row["from"]) - 1:int(row["to"]) - 1]


def cited(record, claim):
    return {n for c in claim["citations"] for n in record["citations"][c]["references"]}


def main():
    program, show = sys.argv[1], "--misses" in sys.argv
    paths = sorted(glob.glob(os.path.join(SEEDS, "0*.txt")))
    if not paths:
        print("SKIPPED: the five articles (../shared/seeds) are not here")
        return 0
    out = subprocess.run([program, "extract", *paths], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    records = {os.path.basename(r["article"]["file"])[:3]: r for r in map(json.loads, out.splitlines())}
    n = collections.Counter()
    for row, text in listed_claims():
        record = records[row["file"]]
        words = folded(text).split()
        middle = " ".join(words[len(words) // 4:len(words) // 4 + max(2, len(words) // 2)])
        hits = [c for c in record["claims"] if f" {middle} " in f" {folded(c['text'])} "]
        n["listed"] += 1
        if not hits:
            if show: print(f"missed  {row['file']}:{row['line']}: {text[:110]}")
            continue
        n["found"] += 1
        kinds, stances = row["kind"].split("|"), row["stance"].split("|")
        best = max(hits, key=lambda c: (c["kind"] in kinds) + (c["stance"] in stances))
        n["kind"] += best["kind"] in kinds
        n["stance"] += best["stance"] in stances
        if show and (best["kind"] not in kinds or best["stance"] not in stances):
            print(f"read {best['kind']}/{best['stance']} for {row['kind']}/{row['stance']}  {row['file']}:{row['line']}: {text[:110]}")
        if row["cites"]:
            n["citing"] += 1
            right = cited(record, best) == {int(k) for k in row["cites"].split("|")}
            n["links"] += right
            if show and not right: print(f"cites {sorted(cited(record, best))} for {row['cites']}  {row['file']}:{row['line']}")
    predicted = sum(len(r["claims"]) for r in records.values())
    scores = {"recall": n["found"] / n["listed"], "volume": predicted / n["listed"], "kind": n["kind"] / n["found"],
              "stance": n["stance"] / n["found"], "links": n["links"] / max(1, n["citing"])}
    print(f"{n['listed']} claims listed, {predicted} predicted")
    for name, score in scores.items():
        met = score <= GOAL[name] if name == "volume" else score >= GOAL[name]
        print(f"{name:8} {score:.3f}  {'met' if met else 'NOT MET'}: {GOAL[name]:.2f} asked")
    return 0


if __name__ == "__main__":
    sys.exit(main())
