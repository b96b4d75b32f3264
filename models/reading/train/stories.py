"""Sentences as stories and shot lists have them: short, in the present, joined, turned round, denied.

The prompts of the collections say "a woman is standing", seldom "a woman stands". So their own phrases are put together
anew: subjects, places and what is done come from what the teacher read, and how they hang together is known.
"""

import random

import variants

STOPS = {".", ",", ":"}
DOING = (
    "sit stand wait kneel lie lean sleep walk run dance sing howl bark growl purr swim fly climb crawl creep crouch hide jump "
    "leap march sail row fish cook knit sew smile laugh cry weep yawn wave bow nod point stare gaze peer peek glance look limp "
    "stumble trudge tiptoe wander stroll hurry rush ride drift float glow shine burn flicker fall rise hang tower loom rest perch "
    "curl circle hover soar land dive slide slip stretch shiver tremble whistle shout whisper scream clap argue talk chat play "
    "work read write paint draw eat drink pray blink frown grin smoke pose drive pedal skate hop skip spin turn lurk doze"
).split()
DOING_TO = (
    "hold carry lift raise drop throw catch pull push drag ride hug kiss pet stroke feed wash clean mend fix repair open close "
    "lock knock kick hit cut chop carve peel stir pour fill light blow ring play read write draw paint study examine inspect "
    "watch follow chase lead guard fight cross climb enter leave face touch grip clutch grab squeeze wear tie untie wrap unwrap "
    "pack unpack fold unfold sweep dig plant water pick gather collect sell buy weigh count show offer point aim polish sharpen "
    "sew knit weave bake cook eat drink taste smell sniff lick bite chew guide steer row sail drive park load"
).split()
WHO = (
    "girl boy woman man child baby toddler mother father grandmother grandfather brother sister friend soldier knight king queen "
    "prince princess wizard witch giant dwarf elf fairy ghost monk nun priest sailor captain pirate fisherman farmer baker cook chef "
    "waiter nurse doctor vet teacher student painter violinist dancer singer clown detective policeman guard thief spy pilot "
    "astronaut robot alien cyclist rider hunter ranger miner smith blacksmith carpenter mechanic clockmaker librarian shopkeeper "
    "messenger postman merchant beggar traveller keeper archer samurai ninja dog cat fox wolf bear owl crow raven gull horse "
    "donkey goat sheep cow pig hen rabbit hare mouse rat deer lion tiger elephant monkey frog turtle snake dragon unicorn hedgehog "
    "squirrel badger swan goose duck parrot penguin figure stranger crowd couple family lamp lantern candle tree flag boat ship "
    "train car cart kite balloon statue tower lighthouse castle moon sun star cloud wave leaf shadow smoke steam dust light"
).split()
WORN = (
    "coat hat dress shirt jacket scarf cloak cape robe gown suit uniform apron sweater hoodie skirt helmet mask crown belt "
    "raincoat cardigan vest tunic kimono overcoat trench+coat leather+jacket straw+hat flight+jacket baseball+cap bow+tie veil"
).split()
WORN_SEVERAL = "boots shoes gloves trousers jeans pyjamas overalls sandals glasses goggles sunglasses braids earrings mittens".split()
HAS = "beard moustache scar ponytail backpack satchel cane umbrella necklace collar tail smile".split()
LOOKS = (
    "red blue green yellow white black brown purple grey golden silver pink old young tall short small big little large long thin fat "
    "wet torn dusty rusty wooden tired sad happy striped heavy broken empty dark pale narrow huge tiny ragged shiny muddy patched "
    "woollen floppy worn folded cracked bright faded steep crowded quiet snowy"
).split()
PLACES = (
    "forest kitchen street alley bridge beach garden village market harbour rooftop attic cellar library station classroom "
    "workshop castle cave meadow field desert tavern church hall tunnel corridor pier stable barn bedroom office bus+stop train+station "
    "city+street park river+bank mountain+road lighthouse stage"
).split()
WHERE = "in on at under beside behind near by over above below beneath inside outside across through along against around past between".split()
IRREGULAR = dict(pair.split(":") for pair in (
    "sit:sat stand:stood kneel:knelt lie:lay lean:leant sleep:slept run:ran sing:sang swim:swam fly:flew hide:hid leap:leapt weep:wept ride:rode fall:fell "
    "rise:rose hang:hung shine:shone slide:slid read:read write:wrote draw:drew eat:ate drink:drank drive:drove spin:spun hold:held "
    "throw:threw catch:caught feed:fed cut:cut light:lit blow:blew ring:rang lead:led fight:fought leave:left wear:wore sweep:swept dig:dug sell:sold "
    "buy:bought weave:wove bite:bit steer:steered hit:hit creep:crept burn:burnt speak:spoke take:took give:gave make:made come:came go:went see:saw"
).split())
DOUBLED = set("sit run swim hop skip spin slip stop nod chat clap hug pet wag drag grab grip wrap unwrap chop cut hit dig peel+ step tap pat rub knit row+ plan drop".split())


class Node:
    """A word with what hangs on it, in order: what stands before it and what after."""

    def __init__(self, word, tag, label, left=(), right=()):
        self.word, self.tag, self.label, self.left, self.right = word, tag, label, list(left), list(right)

    def as_(self, label):
        return Node(self.word, self.tag, label, self.left, self.right)


def parse_of(*roots):
    words, tags, labels, heads = [], [], [], []

    def walk(node, head):
        """`head`: a list that will hold the place of the head."""
        place = []
        for kid in node.left:
            walk(kid, place)
        place.append(len(words))
        words.append(node.word)
        tags.append(node.tag)
        labels.append(node.label)
        heads.append(head)
        for kid in node.right:
            walk(kid, place)

    for root in roots:
        walk(root.as_("ROOT"), None)
    return {"words": words, "tags": tags, "labels": labels, "heads": [-1 if h is None else h[0] for h in heads]}


def node_of(parse, i, below):
    left = [node_of(parse, j, below) for j in below[i] if j < i]
    right = [node_of(parse, j, below) for j in below[i] if j > i]
    return Node(parse["words"][i], parse["tags"][i], parse["labels"][i], left, right)


def size(node):
    return 1 + sum(map(size, node.left)) + sum(map(size, node.right))


def small(node):
    word = node.word if node.tag.startswith("NNP") or node.word == "I" else node.word.lower()
    return Node(word, node.tag, node.label, map(small, node.left), map(small, node.right))


def third(verb):
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"


def past(verb):
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + (verb[-1] if verb in DOUBLED else "") + "ed"


def gerund(verb):
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in DOUBLED else "") + "ing"


class Stories:
    def __init__(self, parses):
        """`parses`: what the teacher read."""
        self.bare = {w.lower() for p in parses for w, t in zip(p["words"], p["tags"]) if t in ("VB", "VBP")}
        self.bare |= set(DOING) | set(DOING_TO)
        self.bare -= {"be", "do", "have", "is", "are"}
        self.bare_third = {third(verb) for verb in self.bare}
        self.subjects, self.things, self.places, self.deeds = [], [], [], []
        for parse in parses:
            below = variants.children(parse)
            for i, (tag, label) in enumerate(zip(parse["tags"], parse["labels"])):
                if tag in ("NN", "NNS") and label in ("nsubj", "dobj", "pobj"):
                    self.take_thing(node_of(parse, i, below))
                elif label == "prep" and tag == "IN" and parse["words"][i].lower() in WHERE:
                    node = small(node_of(parse, i, below))
                    if not node.left and 2 < size(node) <= 7 and [k.label for k in node.right] == ["pobj"]:
                        self.places.append(node)
                elif tag in ("VBG", "VBZ", "VBP") and label not in ("aux", "auxpass", "amod", "pcomp"):
                    self.take_deed(node_of(parse, i, below))

    def take_thing(self, node):
        """The noun with what stands before it."""
        bare = small(Node(node.word, node.tag, node.label, node.left))
        words = parse_of(bare)
        if size(bare) > 6 or set(words["tags"]) & {",", "``", "''", "PRP", "VBZ", "VBP", "CC", "-LRB-", "-RRB-", ":", "WDT"}:
            return
        if bare.left and bare.left[0].label in ("det", "nummod", "poss", "amod"):
            (self.subjects if node.label == "nsubj" else self.things).append(bare)

    def take_deed(self, node):
        """The verb with what follows it, up to what is joined on."""
        verb = self.base(node.word.lower(), node.tag)
        right = []
        for kid in node.right:
            if kid.label not in ("dobj", "prep", "prt", "advmod", "npadvmod", "acomp"):
                break
            right.append(small(kid))
        if verb and (not node.right or right) and sum(map(size, right)) <= 9:
            self.deeds.append((verb, right))

    def base(self, word, tag):
        if tag == "VBP":
            return word if word in self.bare else None
        end = "ing" if tag == "VBG" else "s"
        stem = word[: -len(end)] if word.endswith(end) else None
        if not stem:
            return None
        tries = [stem, stem + "e", stem[:-1]] if tag == "VBG" else [stem, stem[:-1], stem[:-2] + "y"]
        form = gerund if tag == "VBG" else third
        return next((t for t in tries if t in self.bare and (form(t) == word or t + t[-1:] + end == word)), None)

    # What sentences are put together from.

    def noun(self, words, label="nsubj", looks=0.4, several=0.15):
        *before, word = random.choice(words).split("+")
        plural = random.random() < several and not before
        left = [Node(random.choice(LOOKS), "JJ", "amod") for _ in range(1 + (random.random() < 0.2)) if random.random() < looks]
        left += [Node(b, "NN", "compound") for b in before]
        if plural:
            word = third(word) if word[-1] != "f" and not word.endswith("man") else word
            plural = word.endswith("s")
        first = random.choice(["two", "three", "five", "several", "some", "the", "the"]) if plural else random.choice(["a", "a", "a", "the", "the", "his", "her"])
        if first == "a" and (left[0].word if left else word)[0] in "aeiou":
            first = "an"
        tag = "CD" if first in ("two", "three", "five") else "JJ" if first == "several" else "PRP$" if first in ("his", "her") else "DT"
        lead = Node(first, tag, {"CD": "nummod", "JJ": "amod", "PRP$": "poss"}.get(tag, "det"))
        return Node(word, "NNS" if plural else "NN", label, [lead, *left])

    def worn(self, label="pobj"):
        kind = random.random()
        if kind < 0.5:
            return self.noun(WORN, label, 0.8, 0)
        if kind < 0.75:
            return Node(random.choice(WORN_SEVERAL), "NNS", label, [Node(random.choice(LOOKS), "JJ", "amod")] if random.random() < 0.7 else [])
        return self.noun(HAS, label, 0.6, 0)

    def wearing(self):
        """ "in a red coat and black boots"."""
        first = self.worn()
        if random.random() < 0.45:
            first.right += [Node("and", "CC", "cc"), self.worn("conj")]
        return Node(random.choice(["in", "in", "with", "with", "without"]), "IN", "prep", [], [first])

    def who(self):
        """(node, whether it is several)"""
        kind = random.random()
        if kind < 0.22:
            word = random.choice(["he", "she", "it", "they", "the woman", "the woman", "the woman"])
            if word != "the woman":
                return Node(word, "PRP", "nsubj"), word == "they"
            return Node("woman", "NN", "nsubj", [Node("the", "DT", "det")]), False
        node = random.choice(self.subjects) if kind < 0.45 else self.noun(WHO)
        node = node.as_("nsubj")
        if random.random() < 0.18:
            node.right = [self.wearing()]
        elif random.random() < 0.1:
            node.right = [self.place()]
        if random.random() < 0.16 and not any(k.tag == "PRP" for k in node.left):
            other = self.noun(WHO, "conj")
            if random.random() < 0.3:
                other.right = [self.wearing()]
            node.right += [Node("and", "CC", "cc"), other]
            return node, True
        return node, node.tag == "NNS"

    def place(self):
        if random.random() < 0.5:
            return random.choice(self.places).as_("prep")
        where = random.choice(WHERE[:-1])
        thing = self.noun(PLACES, "pobj", 0.3, 0.05) if random.random() < 0.5 else random.choice(self.things).as_("pobj")
        if random.random() < 0.1:
            thing = Node(random.choice(["him", "her", "it", "them"]), "PRP", "pobj")
        return Node(where, "IN", "prep", [], [thing])

    def deed(self):
        """(verb, what follows it)"""
        kind = random.random()
        if kind < 0.4:
            return random.choice(self.deeds)
        if kind < 0.7:
            return random.choice(DOING), [self.place()] if random.random() < 0.7 else []
        thing = random.choice(self.things).as_("dobj") if random.random() < 0.5 else self.noun(WHO + WORN, "dobj")
        if random.random() < 0.1:
            thing.right = [Node("and", "CC", "cc"), self.noun(WHO + WORN, "conj")]
        return random.choice(DOING_TO), [thing, *([self.place()] if random.random() < 0.3 else [])]

    def form(self, verb, several, told):
        if told:
            return past(verb), "VBD"
        return (verb, "VBP") if several else (third(verb), "VBZ")

    def clause(self, label="ROOT", told=None, subject=None):
        told = random.random() < 0.1 if told is None else told
        who, several = subject or self.who()
        verb, rest = self.deed()
        kind = random.random()
        left = [who] if who else []
        be, be_tag = ("are", "VBP") if several else ("is", "VBZ")
        if kind < 0.07:
            do, tag = ("do", "VBP") if several else ("does", "VBZ")
            return Node(verb, "VB", label, [*left, Node(do, tag, "aux"), Node("not", "RB", "neg")], rest)
        if kind < 0.16:
            denied = [Node("not", "RB", "neg")] if random.random() < 0.3 else []
            return Node(gerund(verb), "VBG", label, [*left, Node(be, be_tag, "aux"), *denied], rest)
        if kind < 0.21:
            return Node(be, be_tag, label, left, [Node(random.choice(LOOKS), "JJ", "acomp"), *([self.place()] if random.random() < 0.2 else [])])
        word, tag = self.form(verb, several, told)
        return Node(word, tag, label, left, rest)

    def sentence(self):
        told = random.random() < 0.1
        kind = random.random()
        root = self.clause(told=told)
        if kind < 0.45:
            pass
        elif kind < 0.6:  # "A dog barks, and a girl runs", "She sits and reads a book"
            if random.random() < 0.5:
                other = self.clause("conj", told)
                comma = [Node(",", ",", "punct")] if random.random() < 0.5 else []
            else:
                verb, rest = self.deed()
                head = root.left[0] if root.left else None
                several = head is not None and (head.tag == "NNS" or head.word == "they" or any(k.label == "conj" for k in head.right))
                same = root.tag if root.tag in ("VB", "VBG") else None
                word, tag = (verb, "VB") if same == "VB" else (gerund(verb), "VBG") if same else self.form(verb, several, told)
                other, comma = Node(word, tag, "conj", [], rest), []
            root.right += [*comma, Node("and", "CC", "cc"), other]
        elif kind < 0.68:  # "while a dog barks"
            other = self.clause("advcl", told)
            other.left.insert(0, Node(random.choice(["while", "while", "as", "when"]), "IN", "mark"))
            root.right.append(other)
        elif kind < 0.76:  # "Behind the door stands a man", "On the table, a lamp glows"
            where = self.place()
            if random.random() < 0.5:
                who = self.noun(WHO)
                verb = random.choice(["stand", "sit", "lie", "hang", "wait", "sleep", "loom", "rise", "glow", "lean", "rest", "kneel"])
                word, tag = self.form(verb, who.tag == "NNS", told)
                root = Node(word, tag, "ROOT", [where], [who])
            else:
                root.left.insert(0, where)
                if random.random() < 0.6:
                    root.left.insert(1, Node(",", ",", "punct"))
        elif kind < 0.82:  # "There is a lamp on the table"
            thing = random.choice(self.things).as_("attr") if random.random() < 0.5 else self.noun(WHO, "attr")
            be = ("are", "VBP") if thing.tag == "NNS" else ("is", "VBZ")
            root = Node(*be, "ROOT", [Node("there", "EX", "expl")], [thing, self.place()])
        elif kind < 0.88:  # "A girl who holds a lamp waits by a door"
            who = self.noun(WHO)
            who.right = [self.clause("relcl", told, (Node("who", "WP", "nsubj"), who.tag == "NNS"))]
            root = self.clause(told=told, subject=(who, who.tag == "NNS"))
        elif kind < 0.94:  # "A girl sits on a bench, reading a book", "a girl holding a lamp waits"
            verb, rest = self.deed()
            if random.random() < 0.5:
                root.right += [Node(",", ",", "punct"), Node(gerund(verb), "VBG", "advcl", [], rest)]
            else:
                who = self.noun(WHO)
                who.right = [Node(gerund(verb), "VBG", "acl", [], rest)]
                root = self.clause(told=told, subject=(who, who.tag == "NNS"))
        else:  # "A lamp is held by a girl"
            verb = random.choice(["hold", "carry", "chase", "follow", "watch", "push", "pull", "lift", "guard", "feed", "ride"])
            done = {"hold": "held", "ride": "ridden", "feed": "fed"}.get(verb) or past(verb)
            by = self.noun(WHO, "pobj")
            if random.random() < 0.3:
                by.right = [self.wearing()]
            what = self.noun(WHO + WORN, "nsubjpass", several=0)
            root = Node(done, "VBN", "ROOT", [what, Node("is", "VBZ", "auxpass")], [Node("by", "IN", "agent", [], [by])])
        if root.tag != "X" and random.random() < 0.5:
            root.right.append(Node(".", ".", "punct"))
        return self.written(parse_of(root))

    def soup(self):
        """Tags side by side without commas, about somebody: each has a root of its own."""
        bare = lambda node: Node(node.word, node.tag, node.label, [k for k in node.left if k.tag not in ("DT", "PRP$", "CD")], [bare(k) for k in node.right])
        who = bare(self.noun(WHO, several=0))
        if random.random() < 0.3:
            who.right.append(bare(self.wearing()))
        tags = [who]
        for _ in range(random.randint(1, 5)):
            kind = random.random()
            if kind < 0.35:
                tags.append(bare(self.worn()))
            elif kind < 0.6:
                verb, rest = self.deed()
                tags.append(Node(gerund(verb), "VBG", "ROOT", [], [bare(r) for r in rest]))
            elif kind < 0.75:
                tags.append(bare(self.noun(PLACES, looks=0.7, several=0)))
            elif kind < 0.9:
                other = bare(self.noun(WHO))
                if random.random() < 0.4:
                    other.right.append(bare(self.place()))
                tags.append(other)
            else:
                tags.append(bare(random.choice(self.things)))
        return parse_of(*tags)

    def written(self, parse):
        words = list(parse["words"])
        if random.random() < 0.5:
            words[0] = words[0][:1].upper() + words[0][1:]
        return {**parse, "words": words}

    def present(self, parse):
        """ "A woman is standing by a door", "a woman standing by a door": "A woman stands by a door". None where it is neither."""
        below = variants.children(parse)
        words, tags, heads, labels = (list(parse[k]) for k in ("words", "tags", "heads", "labels"))
        gone = set()
        told = random.random() < 0.1
        for i, tag in enumerate(tags):
            verb = self.base(words[i].lower(), tag) if tag == "VBG" else None
            if not verb:
                continue
            helpers = [j for j in below[i] if labels[j] == "aux" and words[j].lower() in ("is", "are", "was", "were")]
            subjects = [j for j in below[i] if labels[j] == "nsubj"]
            head = heads[i]
            if len(helpers) == 1 and len(subjects) == 1 and not any(labels[j] == "neg" for j in below[i]):
                gone.add(helpers[0])
                words[i], tags[i] = self.form(verb, words[helpers[0]].lower() in ("are", "were"), told)
            elif self.is_said_of_all(parse, below, i):
                heads[i], labels[i], heads[head], labels[head] = -1, "ROOT", i, "nsubj"
                for j in below[head]:
                    if labels[j] == "punct" and j > i:
                        heads[j] = i
                several = tags[head] == "NNS" or any(labels[j] == "conj" for j in below[head])
                words[i], tags[i] = self.form(verb, several, told)
            else:
                continue
            return variants.keep({"words": words, "tags": tags, "heads": heads, "labels": labels}, [j for j in range(len(words)) if j not in gone])
        return None

    def is_said_of_all(self, parse, below, i):
        """Whether the verb at `i` is what the whole of "a woman standing by a door" says."""
        head, labels = parse["heads"][i], parse["labels"]
        return (
            head >= 0
            and labels[i] == "acl"
            and labels[head] == "ROOT"
            and parse["tags"][head] in ("NN", "NNS")
            and parse["words"][head].lower() not in self.bare_third
            and "," not in parse["words"][head:i]
            and not any(j > i and labels[j] != "punct" for j in below[head])
            and not any(t in ("VBZ", "VBP", "VBD", "MD") for t in parse["tags"])
        )
