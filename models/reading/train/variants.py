"""Other ways of writing a sentence that was read well, each with the reading it keeps.

The teacher reads whole sentences best and prompts without commas worst, so prompts of that kind are made from sentences:
the words go, the parse stays.
"""

LITTLE = {"DT", ",", ".", ":", "``", "''", "-LRB-", "-RRB-"}
THINGS = {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "attr", "ROOT"}
CLAUSES = {"acl", "advcl", "xcomp", "conj", "ROOT", "ccomp"}


def children(parse):
    below = [[] for _ in parse["words"]]
    for i, head in enumerate(parse["heads"]):
        if head >= 0:
            below[head].append(i)
    return below


def keep(parse, chosen):
    """The chosen words alone; a word whose head is gone hangs on the nearest word above that is still there."""
    place = {old: new for new, old in enumerate(chosen)}
    heads = []
    for i in chosen:
        head = parse["heads"][i]
        while head >= 0 and head not in place:
            head = parse["heads"][head]
        heads.append(place[head] if head >= 0 else -1)
    labels = ["ROOT" if head < 0 else parse["labels"][i] for head, i in zip(heads, chosen)]
    labels = ["dep" if label == "ROOT" and head >= 0 else label for label, head in zip(labels, heads)]
    return {
        "words": [parse["words"][i] for i in chosen],
        "tags": [parse["tags"][i] for i in chosen],
        "heads": heads,
        "labels": labels,
    }


def lower(parse, names=True):
    """In small letters; names keep their capitals where `names` is false."""
    small = [w if w == "I" or (not names and t.startswith("NNP")) else w.lower() for w, t in zip(parse["words"], parse["tags"])]
    return {**parse, "words": small}


def without_stop(parse):
    end = len(parse["words"])
    while end > 1 and parse["tags"][end - 1] in (".", ":", ","):
        end -= 1
    return keep(parse, list(range(end)))


def bare(parse):
    """Without articles, commas and the "is" of "is standing", as captions and tags are written.

    "A woman is standing" becomes "woman standing", where the verb hangs on its noun.
    """
    below = children(parse)
    heads, labels = list(parse["heads"]), list(parse["labels"])
    gone = {i for i, tag in enumerate(parse["tags"]) if tag in LITTLE and not below[i]}
    for v, tag in enumerate(parse["tags"]):
        if tag not in ("VBG", "VBN"):
            continue
        helpers = [i for i in below[v] if labels[i] in ("aux", "auxpass") and parse["words"][i].lower() in ("is", "are", "was", "were")]
        subjects = [i for i in below[v] if labels[i] in ("nsubj", "nsubjpass")]
        # Only a plain clause can be turned round: its subject a noun that stands before the verb.
        if helpers and len(subjects) == 1 and parse["tags"][subjects[0]].startswith("NN") and subjects[0] < v:
            noun = subjects[0]
            gone.update(helpers)
            heads[noun], labels[noun] = heads[v], labels[v]
            heads[v], labels[v] = noun, "acl"
    return keep({**parse, "heads": heads, "labels": labels}, [i for i in range(len(heads)) if i not in gone])


def parts(parse, most=14):
    """Phrases and clauses inside a sentence that can stand alone: (first, last, parse), none of them broken by other words."""
    below = children(parse)
    found = []

    def reach(i):
        words = [i]
        for j in below[i]:
            words += reach(j)
        return words

    for i, (tag, label) in enumerate(zip(parse["tags"], parse["labels"])):
        thing = label in THINGS and tag.startswith("NN")
        clause = label in CLAUSES and tag in ("VBG", "VBN")
        if not (thing or clause or label == "prep"):
            continue
        words = sorted(reach(i))
        first, last = words[0], words[-1]
        if clause:  # from the verb on: what stands before it is its subject or a joining word
            words = [w for w in words if w >= i]
            first = i
        if thing:  # the members of an enumeration stand alone; what follows the first is left out
            cut = [w for w in words if w > i and any(j == w for j in below[i]) and parse["labels"][w] in ("conj", "cc", "appos", "relcl")]
            if cut:
                words = [w for w in words if w < min(cut)]
                last = words[-1] if words else i
        while words and parse["tags"][words[-1]] in (",", ".", "CC", ":"):
            words.pop()
        if words and words[-1] - words[0] + 1 == len(words) and len(words) <= most and i in words:
            found.append((words[0], words[-1], keep(parse, words)))
    return found


def side_by_side(parses):
    """Several readings one after another with nothing between them, each with its own root."""
    joined = {"words": [], "tags": [], "heads": [], "labels": []}
    for parse in parses:
        start = len(joined["words"])
        joined["heads"] += [h + start if h >= 0 else -1 for h in parse["heads"]]
        for column in ("words", "tags", "labels"):
            joined[column] += parse[column]
    return joined
