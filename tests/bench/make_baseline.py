#!/usr/bin/env python3
"""A file as large as one of PubMed's baseline, out of real records.

    make_baseline.py FOLDER RECORDS OUT.xml.gz [DELETED]

Takes every <PubmedArticle> of FOLDER/*.xml, again and again, each time with numbers and words of its own: PMID, DOI, PMC
number, first author, the words of the title in another order, year and volume. References, MeSH, abstracts, collective
names, corrections and publication types stay as they are. DELETED of its numbers are deleted at the end, as in an
update file. The same call gives the same file.
"""
import gzip
import pathlib
import random
import re
import sys

HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" '
    '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_240101.dtd">\n<PubmedArticleSet>\n'
)
ARTICLE = re.compile(rb"<PubmedArticle\b.*?</PubmedArticle>", re.S)


def samples(folder):
    out = []
    for path in sorted(pathlib.Path(folder).glob("*.xml")):
        for found in ARTICLE.findall(path.read_bytes()):
            try:
                text = found.decode("utf-8")
            except UnicodeDecodeError:
                continue
            if "<MedlineCitation" in text and "<ArticleTitle" in text:
                out.append(text)
    return out


def shuffled(title, dice):
    words = title.split(" ")
    dice.shuffle(words)
    return " ".join(words)


def another(text, number, dice):
    """The sample as another paper."""
    own = text.find("<ReferenceList")
    head, references = (text, "") if own < 0 else (text[:own], text[own:])
    head = re.sub(r"(<PMID[^>]*>)\d+", rf"\g<1>{number}", head, count=1)
    head = re.sub(r'(<ArticleId IdType="pubmed">)\d+', rf"\g<1>{number}", head)
    head = re.sub(r'(<ArticleId IdType="pmc">PMC)\d+', rf"\g<1>{number}", head)
    head = re.sub(r'((?:IdType|EIdType)="doi"[^>]*>)[^<]*', rf"\g<1>10.9999/made.{number}", head)
    head = re.sub(r"(<ArticleTitle[^>]*>)([^<]*)", lambda m: m[1] + shuffled(m[2], dice) + f" {number}", head, count=1)
    head = re.sub(r"(<LastName>)[^<]*", lambda m: m[1] + "Maker" + str(dice.randrange(20000)), head, count=1)
    head = re.sub(r"(<Volume>)[^<]*", lambda m: m[1] + str(dice.randrange(1, 400)), head, count=1)
    return head + references


def main():
    folder, records, out = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    deleted = int(sys.argv[4]) if len(sys.argv) > 4 else 0
    dice = random.Random(1)
    rows = samples(folder)
    first = 90_000_000
    with gzip.GzipFile(out, "wb", compresslevel=6, mtime=0) as gz:
        gz.write(HEAD.encode())
        for i in range(records):
            gz.write((another(rows[i % len(rows)], first + i, dice) + "\n").encode())
        if deleted:
            numbers = "".join(f'<PMID Version="1">{first + i}</PMID>' for i in range(deleted))
            gz.write(f"<DeleteCitation>{numbers}</DeleteCitation>\n".encode())
        gz.write(b"</PubmedArticleSet>\n")


if __name__ == "__main__":
    main()
