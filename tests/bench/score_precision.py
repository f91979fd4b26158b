#!/usr/bin/env python3
"""Sums claim_precision.tsv: 150 predicted claims, judged one by one by two readers.

    python3 tests/bench/score_precision.py [build/release/evigrade]

Prints for each reader which share are claims, and of these how many have kind, stance and treatment right, and how often the
two agree. With the program, and with the articles beside the repository, also how many of the judged claims it still finds,
and how many of them it reads now as each reader says is right, so that an old judgement is not taken for a new one.
"""
import csv, glob, json, os, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
ARTICLES = os.path.join(HERE, "..", "..", "..", "shared", "eval", "articles", "files")
READERS = (("first reader", ""), ("second reader", "second_"))


def judgements():
    with open(os.path.join(HERE, "claim_precision.tsv"), encoding="utf-8") as table:
        return list(csv.DictReader((line for line in table if not line.startswith("#")), delimiter="\t"))


def share(name, rows, of):
    print(f"  {name:28} {len(rows) / len(of):.3f}  {len(rows)} of {len(of)}")


def right_reading(row, reader):
    return row[reader + "right_kind"] or row["kind"], row[reader + "right_stance"] or row["stance"]


def read_now(program):
    paths = sorted(glob.glob(os.path.join(ARTICLES, "*")))
    if not paths:
        return None
    out = subprocess.run([program, "extract", *paths], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    return {c["id"]: (c["kind"], c["stance"]) for line in out.splitlines() for c in json.loads(line)["claims"]}


def main():
    rows = judgements()
    now = read_now(sys.argv[1]) if len(sys.argv) > 1 else None
    for name, reader in READERS:
        claims = [r for r in rows if r[reader + "is_claim"] == "yes"]
        print(name)
        share("are claims", claims, rows)
        share("kind right", [r for r in claims if not r[reader + "right_kind"]], claims)
        share("stance right", [r for r in claims if not r[reader + "right_stance"]], claims)
        share("kind and stance right", [r for r in claims if right_reading(r, reader) == (r["kind"], r["stance"])], claims)
        share("treatment right", [r for r in claims if r[reader + "treatment"] == "yes"], claims)
        if now is not None:
            found = [r for r in claims if r["claim"] in now]
            share("still found", found, claims)
            share("kind and stance right now", [r for r in found if now[r["claim"]] == right_reading(r, reader)], found)
    print("the two readers")
    share("agree on what is a claim", [r for r in rows if r["is_claim"] == r["second_is_claim"]], rows)
    both = [r for r in rows if r["is_claim"] == r["second_is_claim"] == "yes"]
    share("agree on kind and stance", [r for r in both if right_reading(r, "") == right_reading(r, "second_")], both)
    return 0


if __name__ == "__main__":
    sys.exit(main())
