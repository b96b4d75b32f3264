/** What the parser hangs on a word near by that is not the one meant: places of what moves, aims, poses, who goes on. */
import { singularOf } from '../english.js';
import { BODY, CLOTHING, GIVING, HANDLES, isAlive, list } from '../lexicon.js';
import { hasLabel, hasTag, hungOn, isNoun, isSubject, isTensed, isVerb } from './arcs.js';
import type { Dictionary } from './dictionary.js';
import { type Arc, isOneOf, lowerAt, type Word } from './word.js';

/** One piece or sentence whose arcs are moved, word by word. */
class Attachments {
  readonly arcs: Arc[];
  /** By word, what hangs on it, in order: to go through all words for each would take a long text seconds. */
  private readonly hung: number[][];

  constructor(
    private readonly words: readonly Word[],
    arcs: readonly Arc[],
    private readonly dictionary: Dictionary,
  ) {
    this.arcs = [...arcs];
    this.hung = arcs.map(() => []);
    for (const [i, { head }] of arcs.entries()) if (head !== i) this.hung[head]?.push(i);
  }

  mend(): readonly Arc[] {
    for (const i of this.words.keys()) {
      this.takeForDone(i);
      this.joinToNearest(i);
      this.giveOwnDoer(i);
      this.giveOwnDeed(i);
      this.sitDown(i);
      this.fill(i);
      this.parallel(i);
      this.pullIn(i);
      this.standUp(i);
      this.lead(i);
      this.hold(i);
      this.spread(i);
      this.carryAlong(i);
      this.giveTo(i);
      this.giveBoth(i);
      this.chaseAlong(i);
      this.goOn(i);
      this.keepWatch(i);
      this.seeHer(i);
      this.seeIt(i);
      this.tearBy(i);
      this.onBack(i);
      this.leaveLoad(i);
      this.leadOn(i);
      this.keepSo(i);
      this.beSo(i);
      this.seeThere(i);
      this.goThatWay(i);
    }
    return this.arcs;
  }

  private arc(i: number): Arc {
    return this.arcs[i] as Arc;
  }

  private lower(i: number): string {
    return lowerAt(this.words, i);
  }

  private lemma(i: number): string {
    return this.dictionary.lemmaOf(this.lower(i), this.arc(i).tag);
  }

  /** What hangs on a word, in order; only what has one of the labels where some are named. */
  private kids(i: number, ...labels: readonly string[]): number[] {
    return (this.hung[i] as number[]).filter(
      (at) => labels.length === 0 || hasLabel(this.arc(at), ...labels),
    );
  }

  private doers(i: number): number[] {
    return this.kids(i, 'nsubj', 'nsubjpass');
  }

  private isOwn(noun: number): boolean {
    return this.kids(noun, 'poss').some((at) => this.arc(at).tag === 'PRP$');
  }

  private move(i: number, head: number, label: string, tag = this.arc(i).tag): void {
    const from = this.arc(i).head;
    this.hung[from] = this.kids(from).filter((at) => at !== i);
    if (head !== i) this.hung[head] = [...this.kids(head), i].sort((a, b) => a - b);
    this.arcs[i] = { ...hungOn(this.arc(i), head, label, 0.9), tag };
  }

  /** The verb that a preposition, or the noun that one leads to, hangs on over prepositions; −1 for none. */
  private verbAbove(i: number): number {
    for (let at = i, steps = 0; steps < 6; steps++) {
      const { head, label } = this.arc(at);
      if (head === at || !isOneOf(label, 'prep', 'pobj', 'dobj', 'acl')) return -1;
      at = head;
      if (isVerb(this.arc(at))) return at;
    }
    return -1;
  }

  /** "barks as a girl laughs and waves": the girl waves. */
  private joinToNearest(i: number): void {
    const arc = this.arc(i);
    const head = this.arc(arc.head);
    if (arc.label !== 'conj' || !isTensed(arc) || arc.tag !== head.tag || arc.head > i) return;
    if (this.doers(i).length > 0) return;
    const nearest = this.arcs.findLastIndex(
      (one, at) =>
        at > arc.head && at < i && one.tag === arc.tag && one.label === 'advcl' && this.doers(at).length > 0,
    );
    if (nearest >= 0) this.move(i, nearest, 'conj');
  }

  /** "lanterns strung between poles": done to them, and no quality. */
  private takeForDone(i: number): void {
    if (this.arc(i).tag !== 'JJ' || !STRUNG.has(this.lower(i))) return;
    if (isNoun(this.arcs[i - 1]) && hasTag(this.arcs[i + 1], 'IN', 'RP', 'TO'))
      this.move(i, i - 1, 'acl', 'VBN');
  }

  /** Where the words of a noun start, its article included, and whether "and" joins them to what stands before. */
  private joinedFrom(noun: number): number {
    let at = noun;
    while (at > 0 && /^(?:DT|PRP\$|JJ|NN|VB[GN]|CD|HYPH)/.test(this.arc(at - 1).tag)) at--;
    return at > 0 && this.lower(at - 1) === 'and' ? at : -1;
  }

  /** "rolls past a gate and a boy peeks out": the boy does. */
  private giveOwnDoer(i: number): void {
    const { label, head, tag } = this.arc(i);
    const noun = i - 1;
    if (label !== 'conj' || !isTensed(this.arc(i)) || head > noun || !isTensed(this.arc(head))) return;
    const doer = this.arcs[noun];
    if (doer?.label !== 'conj' || doer.tag !== (tag === 'VBZ' ? 'NN' : 'NNS')) return;
    const start = this.joinedFrom(noun);
    if (start < 0 || this.doers(i).length > 0 || !hasTag(this.arc(start), 'DT', 'PRP$', 'NNS')) return;
    this.move(noun, i, 'nsubj');
    this.move(start - 1, head, 'cc');
  }

  /** "stacked against walls and lanterns strung from poles": what the last does, and not what the first does. */
  private giveOwnDeed(i: number): void {
    const { tag, label, head } = this.arc(i);
    const noun = i - 1;
    const own = this.arcs[noun];
    if (!isOneOf(tag, 'VBN', 'VBG') || label === 'pcomp' || !isNoun(own) || own?.label !== 'conj') return;
    if (own.head > noun || this.joinedFrom(noun) < 0) return;
    const isSaidOf = (deed: number, thing: number): boolean =>
      this.arc(deed).label === 'acl' && this.arc(deed).head === thing;
    // "a lantern hooked to his belt and a mule loaded with sacks".
    if (head !== noun && isSaidOf(head, own.head)) {
      this.move(i, noun, 'acl');
      return;
    }
    const reached = this.arc(own.head);
    if (!hasLabel(reached, 'pobj', 'dobj')) return;
    // The noun of which the first deed is said, over the preposition that reaches.
    const deed = reached.label === 'pobj' ? this.arc(reached.head).head : reached.head;
    const first = this.arc(deed);
    if (!hasTag(first, 'VBN', 'VBG') || !isSaidOf(deed, first.head)) return;
    const doers = this.doers(i);
    if (doers.some((at) => at !== first.head)) return;
    for (const at of doers) this.move(at, at, 'ROOT');
    this.move(noun, first.head, 'conj');
    this.move(i, noun, 'acl');
  }

  /** "reads to children sitting on a rug": they do. */
  private sitDown(i: number): void {
    const { tag, label, head } = this.arc(i);
    const noun = this.arcs[i - 1];
    if (tag !== 'VBG' || !SITTING.has(this.lower(i)) || !isOneOf(label, 'acl', 'advcl', 'xcomp', 'conj'))
      return;
    if (head >= i - 1 || !hasLabel(noun, 'pobj', 'dobj') || this.lower(i - 2) === 'of') return;
    const word = this.lower(i - 1);
    if (isAlive(word) || isAlive(singularOf(word).singular)) this.move(i, i - 1, 'acl');
  }

  /** "a cart full of hay": the cart is. */
  private fill(i: number): void {
    const noun = i - 1;
    const { head, label } = this.arc(i);
    if (this.lower(i) !== 'full' || this.lower(i + 1) !== 'of' || noun < 0 || this.arc(noun).head !== i)
      return;
    for (const kid of this.kids(i, 'det', 'amod', 'compound', 'poss'))
      if (kid < noun) this.move(kid, noun, this.arc(kid).label);
    this.move(noun, head === i ? noun : head, label, 'NN');
    this.move(i, noun, 'amod', 'JJ');
  }

  /** "dust covering the floor and an axe stuck in a log": dust is stuck nowhere. */
  private parallel(i: number): void {
    const doers = this.kids(i, 'nsubj');
    const [first, second] = doers;
    if (doers.length !== 2 || first === undefined || second === undefined || this.joinedFrom(second) < 0)
      return;
    if (this.kids(first, 'acl').some((at) => at < second)) {
      const isRoot = this.arc(i).head === i;
      this.move(first, isRoot ? first : this.arc(i).head, isRoot ? 'ROOT' : this.arc(i).label);
    }
  }

  /** "offers a rose to a dragon": the rose is not the dragon's. */
  private giveTo(i: number): void {
    const { label, head } = this.arc(i);
    const noun = this.arc(head);
    if (this.lower(i) !== 'to' || label !== 'prep' || noun.label !== 'dobj' || head > i) return;
    if (isVerb(this.arc(noun.head)) && GIVING.has(this.lemma(noun.head))) this.move(i, noun.head, 'prep');
  }

  /** "passes his wife the salt": what is given is no name of whom it is given to. */
  private giveBoth(i: number): void {
    const { label, head } = this.arc(i);
    const whom = this.arc(head);
    if (label !== 'appos' || head > i || !hasLabel(whom, 'dative', 'dobj') || !isNoun(this.arc(i))) return;
    if (this.kids(i, 'det', 'poss', 'nummod').length === 0 || !GIVING.has(this.lemma(whom.head))) return;
    this.move(i, whom.head, 'dobj');
    this.move(head, whom.head, 'dative');
  }

  /** "is chased by a goose across a yard": chased across it. */
  private chaseAlong(i: number): void {
    const { label, head } = this.arc(i);
    const doer = this.arc(head);
    const by = this.arc(doer.head);
    if (label !== 'prep' || !(ALONG.has(this.lower(i)) || TOWARDS.has(this.lower(i)))) return;
    if (doer.label !== 'pobj' || this.lower(doer.head) !== 'by' || this.arc(by.head).tag !== 'VBN') return;
    this.move(i, by.head, 'prep');
  }

  /** "cars honking and vendors shouting": the vendors do what stands behind them. */
  private goOn(i: number): void {
    const noun = i - 1;
    const own = this.arcs[noun];
    if (!hasTag(this.arc(i), 'VBG', 'VBN') || !isNoun(own) || own?.label !== 'conj' || own.head > noun)
      return;
    // "a briefcase bursting open and papers flying".
    const near = this.arc(own.head);
    const deed = hasLabel(near, 'acomp', 'advmod', 'prt') ? this.arc(near.head) : near;
    if (!hasTag(deed, 'VBG', 'VBN') || deed.label !== 'acl' || !isNoun(this.arc(deed.head))) return;
    if (this.joinedFrom(noun) < 0 || this.doers(i).some((at) => at !== noun)) return;
    this.move(noun, deed.head, 'conj');
    this.move(i, noun, 'acl');
  }

  /** "keeps watch": a noun. */
  private keepWatch(i: number): void {
    if (!hasTag(this.arc(i), 'VB', 'VBP') || !isOneOf(this.lower(i), 'watch', 'guard')) return;
    if (isVerb(this.arcs[i - 1]) && this.lemma(i - 1) === 'keep') this.move(i, i - 1, 'dobj', 'NN');
  }

  /** "watches her go": she goes. */
  private seeHer(i: number): void {
    const { label, head } = this.arc(i);
    const verb = this.arc(head).head;
    if (this.lower(i) !== 'her' || label !== 'poss' || head !== i + 1 || verb >= i) return;
    if (this.arc(head).label !== 'dobj' || !isVerb(this.arc(verb)) || !SEEING.has(this.lemma(verb))) return;
    if (!GOING.has(this.lower(head)) || this.kids(head).length > 1) return;
    this.move(head, verb, 'ccomp', 'VB');
    this.move(i, head, 'nsubj', 'PRP');
  }

  /** "watches a red sock tumble", "watches the train leave": what stands before does it. */
  private seeIt(i: number): void {
    const { tag, label, head } = this.arc(i);
    const noun = i - 1;
    const doer = this.arcs[noun];
    const isGoing = GOING.has(this.lower(i)) || this.dictionary.isMostlyVerb(this.lower(i));
    if (tag !== 'NN' || !isOneOf(label, 'dobj', 'ccomp') || head >= noun || !isGoing) return;
    if (!isVerb(this.arc(head)) || !SEEING.has(this.lemma(head)) || !isNoun(doer) || doer?.head !== i) return;
    if (this.dictionary.isCompound(this.lower(noun), this.lower(i))) return;
    for (const kid of this.kids(i)) if (kid < noun) this.move(kid, noun, this.arc(kid).label);
    this.move(noun, i, 'nsubj');
    this.move(i, head, 'ccomp', 'VB');
    for (const kid of this.kids(head, 'prep')) if (kid === i + 1) this.move(kid, i, 'prep');
  }

  /** "on his spiky back": a part of him, and no way to go. */
  private onBack(i: number): void {
    const look = i - 1;
    const held = this.arcs[look];
    if (this.lower(i) !== 'back' || this.arc(i).tag !== 'RB' || held?.label !== 'pobj' || !this.isOwn(look))
      return;
    if (!this.dictionary.isAdjective(this.lower(look))) return;
    const { head } = held;
    for (const kid of this.kids(look)) this.move(kid, i, this.arc(kid).label);
    this.move(i, head, 'pobj', 'NN');
    this.move(look, i, 'amod', 'JJ');
  }

  /** "is torn in half by a hand": done by it, and not beside it. */
  private tearBy(i: number): void {
    const { label, head } = this.arc(i);
    if (this.lower(i) !== 'by' || label !== 'prep') return;
    const [torn] = this.kids(head, 'acomp');
    if (torn === undefined || torn > i || !isParticiple(this.lower(torn))) return;
    this.move(i, torn, 'agent');
  }

  /** "pulls a sled loaded with wood through snow": pulled through it. */
  private leaveLoad(i: number): void {
    const { label, head } = this.arc(i);
    const loaded = this.arc(head);
    if (label !== 'prep' || loaded.tag !== 'VBN' || loaded.label !== 'acl' || !LOADED.has(this.lower(head)))
      return;
    if (!ALONG.has(this.lower(i)) && !TOWARDS.has(this.lower(i))) return;
    const verb = this.verbAbove(loaded.head);
    if (verb >= 0) this.move(i, verb, 'prep');
  }

  /** "tiptoes down the stairs": what leads to a noun is a preposition. */
  private leadOn(i: number): void {
    const { label, head } = this.arc(i);
    if (label !== 'pobj' || !isVerb(this.arc(head)) || !isNoun(this.arc(i))) return;
    let at = i - 1;
    while (at > head && this.arc(at).head === i) at--;
    if (at <= head || this.arc(at).label !== 'prt' || this.arc(at).head !== head) return;
    this.move(at, head, 'prep', 'IN');
    this.move(i, at, 'pobj');
  }

  /** "holds the door open with her foot": the door is held, and is open. */
  private keepSo(i: number): void {
    const { tag, label, head } = this.arc(i);
    const noun = i - 1;
    const held = this.arcs[noun];
    if (
      tag !== 'JJ' ||
      !isOneOf(label, 'ccomp', 'oprd', 'acomp', 'amod') ||
      !isNoun(held) ||
      !isVerb(this.arc(head))
    )
      return;
    if (head >= noun || !KEEPING.has(this.lemma(head))) return;
    const isReached = held?.head === head && held.label === 'dobj';
    if (!isReached && !(held?.head === i && held.label === 'nsubj')) return;
    for (const kid of this.kids(i, 'prep')) if (this.lower(kid) === 'with') this.move(kid, head, 'prep');
    if (!isReached) this.move(noun, head, 'dobj');
    this.move(i, noun, 'amod');
  }

  /** "two sledges are level": several are no level. */
  private beSo(i: number): void {
    const { tag, label, head } = this.arc(i);
    if (tag !== 'NN' || label !== 'attr' || !isOneOf(this.lower(head), 'are', 'were')) return;
    if (this.kids(i).some((at) => at < i) || this.kids(i, 'prep', 'conj').length > 0) return;
    this.move(i, head, 'acomp', 'JJ');
  }

  /** "points at a flag on a ship": the flag is there. */
  private seeThere(i: number): void {
    const { label, head } = this.arc(i);
    const seen = this.arcs[i - 1];
    if (label !== 'prep' || !isNoun(seen) || seen?.label !== 'pobj') return;
    const isIn = this.lower(i) === 'in' && this.kids(i, 'pobj').some((at) => HOLDERS.has(this.lower(at)));
    if (!isIn && !ON_IT.has(this.lower(i))) return;
    if (this.lower(seen.head) !== 'at' || this.arc(seen.head).head !== head || seen.head > i) return;
    if (isVerb(this.arc(head)) && AIMING.has(this.lemma(head))) this.move(i, i - 1, 'prep');
  }

  /** "drags a sled uphill": the sled is dragged. */
  private goThatWay(i: number): void {
    const { label, head } = this.arc(i);
    const noun = i - 1;
    if (!WAYS.has(this.lower(i)) || label !== 'dobj' || noun <= head || this.arc(noun).head !== i) return;
    for (const kid of this.kids(i)) if (kid < noun) this.move(kid, noun, this.arc(kid).label);
    this.move(noun, head, 'dobj', isNoun(this.arc(noun)) ? this.arc(noun).tag : 'NN');
    this.move(i, head, 'advmod', 'RB');
  }

  /** "hauls in his net": nobody is in it. */
  private pullIn(i: number): void {
    const { label, head } = this.arc(i);
    if (this.lower(i) !== 'in' || label !== 'prep' || head !== i - 1 || !isVerb(this.arc(head))) return;
    const verb = this.lemma(head);
    const object = this.kids(i, 'pobj')[0];
    if (object === undefined) return;
    if (!HAULING.has(verb) && !(PULLING.has(verb) && (this.isOwn(object) || LINES.has(this.lower(object)))))
      return;
    this.move(i, head, 'prt', 'RP');
    this.move(object, head, 'dobj');
  }

  /** "students line up outside": a noun that does something is a verb. */
  private standUp(i: number): void {
    const { tag, label } = this.arc(i);
    const doer = this.kids(i, 'nsubj')[0];
    if (tag !== 'NN' || label !== 'ROOT' || doer === undefined || this.arc(doer).tag !== 'NNS') return;
    const next = this.arcs[i + 1];
    if (!this.dictionary.isVerb(this.lower(i)) || !hasTag(next, 'RP', 'IN', 'TO', 'RB')) return;
    if (this.kids(i, 'cop', 'det', 'amod', 'compound').length === 0)
      this.arcs[i] = { ...this.arc(i), tag: 'VBP' };
    if (next?.tag === 'RP') this.move(i + 1, i, 'prt');
  }

  /** "leads a cow by a rope past a fence", "looks through a telescope at a ship": led past it, and looked at. */
  private lead(i: number): void {
    const { label, head } = this.arc(i);
    const noun = this.arc(head);
    this.leadFrom(i);
    if (label !== 'prep' || head > i || !isNoun(noun) || !hasLabel(noun, 'pobj', 'dobj')) return;
    const verb = this.verbAbove(head);
    if (verb < 0) return;
    const word = this.lower(i);
    if (word === 'at') {
      if (AIMING.has(this.lemma(verb))) this.move(i, verb, 'prep');
      return;
    }
    const isLed = noun.label === 'pobj' && MOVING.has(this.lower(noun.head));
    const isBy = noun.label === 'pobj' && this.lower(noun.head) === 'by' && HANDLES.has(this.lower(head));
    if (isBy && this.arc(noun.head).head === verb && word !== 'of') this.move(i, verb, 'prep');
    const isPath = PATHS.has(this.lemma(head));
    if (TOWARDS.has(word) ? isPath && !isLed : !(ALONG.has(word) && isLed && !isPath)) return;
    this.move(i, verb, 'prep');
  }

  /** "stands on a road into a village": whoever stands there leads nowhere. */
  private leadFrom(i: number): void {
    const { label, head } = this.arc(i);
    const before = this.arcs[i - 1];
    if (label !== 'prep' || !TOWARDS.has(this.lower(i)) || !isNoun(before) || before?.label !== 'pobj')
      return;
    if (isVerb(this.arc(head)) && STILL.has(this.lemma(head)) && PATHS.has(this.lower(i - 1)))
      this.move(i, i - 1, 'prep');
  }

  /** "with his arms crossed", "with her thumbs hooked in her belt": what is done to what somebody has. */
  private hold(i: number): void {
    const noun = i - 1;
    const arc = this.arc(i);
    if (noun < 1 || !isNoun(this.arc(noun)) || !hasTag(arc, 'VBD', 'VBN', 'VBP', 'JJ')) return;
    if (!isParticiple(this.lower(i)) || !this.isOwn(noun)) return;
    const { label, head } = this.arc(noun);
    const lead =
      label === 'pobj'
        ? head
        : this.arcs.findLastIndex(
            (one, at) => at < noun && one.label === 'prep' && this.lower(at) === 'with',
          );
    // "with his hands on his hips and his head tipped back".
    const isSecond = label !== 'pobj' && this.joinedFrom(noun) > lead;
    if (this.lower(lead) !== 'with' || noun - lead > (isSecond ? 9 : 4)) return;
    const isDoing = label !== 'pobj' && !(isSubject(this.arc(noun)) && head === i);
    const isTold = arc.label === 'ROOT' && !this.arcs.slice(0, lead).some(isTensed);
    if (isTold && this.wear(i, lead)) return;
    if (isDoing || isTold || this.doers(i).some((at) => at !== noun)) return;
    this.move(i, noun, 'acl', 'VBN');
    const [held] = this.kids(lead, 'pobj');
    if (isSecond && held !== undefined) this.move(noun, held, 'conj');
    else if (label !== 'pobj') this.move(noun, lead, 'pobj');
    this.placeHolder(i, lead);
  }

  /** "a man with his coat torn": nobody tears. */
  private wear(i: number, lead: number): boolean {
    const noun = i - 1;
    const [doer, other] = this.doers(i);
    const isOnSomebody = BODY.has(this.lower(noun)) || CLOTHING.has(this.lower(noun));
    if (doer === undefined || other !== undefined || this.arc(lead).head !== doer || !isOnSomebody)
      return false;
    if (
      this.arc(noun).label !== 'pobj' ||
      MOVED.has(this.lemma(i)) ||
      this.kids(i, 'dobj', 'xcomp').length > 0
    )
      return false;
    this.move(doer, doer, 'ROOT');
    this.move(i, noun, 'acl', 'VBN');
    return true;
  }

  /** "stands with her arms crossed beside a car": she is beside it. */
  private placeHolder(participle: number, lead: number): void {
    const verb = this.verbAbove(lead);
    if (verb < 0 || !POSED.has(this.lower(participle))) return;
    for (const kid of this.kids(participle, 'prep')) {
      const objects = this.kids(kid, 'pobj');
      const isOther = objects.every((at) => !this.isOwn(at) && !BODY.has(this.lower(at)));
      const isSeat = SEATED.has(this.lemma(verb)) && isOneOf(this.lower(participle), 'crossed', 'folded');
      if ((BESIDE.has(this.lower(kid)) || (isSeat && isOneOf(this.lower(kid), 'on', 'in', 'at'))) && isOther)
        this.move(kid, verb, 'prep');
    }
  }

  /** "study a blueprint spread out on a table": the blueprint is. */
  private spread(i: number): void {
    const { tag, label, head } = this.arc(i);
    const before = this.arcs[i - 1];
    if (!isOneOf(tag, 'VBD', 'VBN') || !isParticiple(this.lower(i))) return;
    if (!isOneOf(label, 'ccomp', 'xcomp', 'oprd', 'conj', 'dep', 'ROOT')) return;
    if (!isNoun(before) || before?.label !== 'dobj' || (before.head !== head && head !== i)) return;
    if (this.doers(i).length > 0 || this.kids(i, 'prep', 'prt').length === 0) return;
    this.move(i, i - 1, 'acl', 'VBN');
  }

  /** "climbs down a pipe with a sack clenched between his teeth": the sack is not the pipe's. */
  private carryAlong(i: number): void {
    const { label, head } = this.arc(i);
    if (this.lower(i) !== 'with' || label !== 'prep' || !isNoun(this.arc(head))) return;
    if (isAlive(this.lower(head)) || CLOTHING.has(this.lower(head)) || this.arc(head).label !== 'pobj')
      return;
    const verb = this.verbAbove(head);
    const isOnSomebody = this.kids(i, 'pobj')
      .flatMap((at) => this.kids(at, 'acl'))
      .flatMap((at) => this.kids(at, 'prep'))
      .flatMap((at) => this.kids(at, 'pobj'))
      .some((at) => this.isOwn(at) && BODY.has(this.lower(at)));
    if (verb >= 0 && isOnSomebody) this.move(i, verb, 'prep');
  }
}

const SEEING = list('watch, see, help, let, hear');
const GOING = list(
  'go, leave, fade, tumble, burn, sink, rise, drift, walk, run, dance, sleep, pass, work, fall, climb, play, swim, eat, drink, dress, cry, sing, laugh, fly, jump, ride',
);
const KEEPING = list(
  'hold, keep, push, pull, leave, kick, prop, wedge, paint, dye, swing, throw, set, slam, tear, shove',
);
const LOADED = list('loaded, filled, covered, packed, stacked, laden');
const STRUNG = list('strung, slung, flung, hung, stuck, bent, bound, thrown, drawn, tucked, spread, draped');
const SITTING = list('sitting, standing, lying, kneeling, crouching, leaning, perching, sleeping');
const HAULING = list('haul, reel, rope, plug');
const PULLING = list('pull, draw, bring, gather, take, drag');
const LINES = list('rope, line, net, nets, sail, sails, anchor, cable, washing, laundry');
const AIMING = list(
  'look, stare, gaze, peer, peek, glance, point, wave, smile, shout, squint, aim, shoot, fire, throw, toss, hurl, fling, bark, growl, swing, blow, spit, bat, paw, swipe, snap, hiss',
);
const ON_IT = list('on, under, behind, beside, above, below, near, between');
/** Whoever looks at what is in these is not in them. */
const HOLDERS = list(
  'tree, sky, cage, nest, pond, bowl, box, basket, jar, mirror, cradle, crib, aquarium, tank, glass, bottle, frame, hand, hands, arms',
);
const WAYS = list(
  'uphill, downhill, upstairs, downstairs, upstream, downstream, uptown, downtown, indoors, outdoors, aboard, ashore, twice, home, sideways, backwards, forwards',
);
const TOWARDS = list('towards, toward, past, into, onto');
const ALONG = list('through, across, along, down, up');
const MOVING = list('down, along, across, up, through, over, by, from, of, off, past');
/** What lies along them says where they lead. */
const PATHS = list(
  'road, path, street, way, lane, door, gate, window, stair, stairs, step, steps, ladder, bridge, tunnel, passage, entrance, opening, hole, crack, gap, trail, track, tracks, view, hallway, corridor, staircase, gateway, portal, slope, ramp, pipe, line, row, river, stream, journey, walk, trip',
);
const STILL = list('be, have, stand, sit, lie, hang, kneel, wait, sleep, see, show, wear, contain, feature');
const PARTICIPLES = list(
  'bent, spread, held, hung, shut, thrown, drawn, sunk, bound, stuck, caught, lit, laid, left, wide, torn, broken, undone, cut',
);
const isParticiple = (word: string): boolean => /ed$/.test(word) || PARTICIPLES.has(word);
/** Who did these went somewhere, or did it to nobody. */
const MOVED = list(
  'walk, jump, step, climb, stroll, wander, march, hurry, smile, laugh, look, stare, gaze, wait, rush, dance, kneel, crouch, lean, appear, arrive, enter, leap, race',
);
const POSED = list(
  'crossed, folded, raised, closed, bent, spread, outstretched, lowered, lifted, bowed, tilted',
);
const SEATED = list('sit, kneel, lie, stand, perch');
const BESIDE = list('beside, near, behind, under, by, outside, opposite, against, below, beneath');

/** See Attachments. */
export const withNearestHeads = (
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Arc[] => new Attachments(words, arcs, dictionary).mend();
