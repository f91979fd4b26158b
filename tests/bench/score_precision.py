#!/usr/bin/env python3
"""Sums claim_precision.tsv: 150 predicted claims, judged one by one.

    python3 tests/bench/score_precision.py [build/release/evigrade]

Prints which share are claims, and of these how many have kind, stance and treatment right. With the program, and with the
articles beside the repository, also how many of the judged claims it still finds and reads as they were judged, so that
an old judgement is not taken for a new one.
"""
import csv, glob, json, os, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
ARTICLES = os.path.join(HERE, "..", "..", "..", "shared", "eval", "articles", "files")


def judgements():
    lines = [l for l in open(os.path.join(HERE, "claim_precision.tsv"), encoding="utf-8") if not l.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


def share(name, rows, of):
    print(f"{name:28} {len(rows) / len(of):.3f}  {len(rows)} of {len(of)}")


def main():
    rows = judgements()
    claims = [r for r in rows if r["is_claim"] == "yes"]
    share("are claims", claims, rows)
    share("kind right", [r for r in claims if not r["right_kind"]], claims)
    share("stance right", [r for r in claims if not r["right_stance"]], claims)
    share("kind and stance right", [r for r in claims if not r["right_kind"] and not r["right_stance"]], claims)
    share("treatment right", [r for r in claims if r["treatment"] == "yes"], claims)
    paths = sorted(glob.glob(os.path.join(ARTICLES, "*")))
    if len(sys.argv) < 2 or not paths:
        return 0
    out = subprocess.run([sys.argv[1], "extract", *paths], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    found = {c["id"]: c for line in out.splitlines() for c in json.loads(line)["claims"]}
    share("still found", [r for r in rows if r["claim"] in found], rows)
    same = [r for r in rows if r["claim"] in found
            and (found[r["claim"]]["kind"], found[r["claim"]]["stance"]) == (r["kind"], r["stance"])]
    share("still read as judged", same, rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
