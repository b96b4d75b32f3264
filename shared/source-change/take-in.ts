/** A storyboard after its source changed: the changes are taken in, and what the artist decided stays. */
import {
  byShot,
  isInPlay,
  keepStretches,
  type Records,
  type Row,
  type Shot,
  sameValue,
  shotsInOrder,
  TABLE_NAMES,
  TABLES,
  type Take,
} from '../records/index.js';
import type { SourceBase, SourceChange } from './change.js';
import { newOrder, withOthers } from './order.js';
import { pairShots } from './pair-shots.js';
import { byId, free, put } from './rows.js';
import { factsHere, takeClaims, takeFacts, takeStoryboard } from './take-canon.js';
import { takePictures } from './take-pictures.js';
import { takePortraits } from './take-portraits.js';

export interface TakenIn {
  readonly records: Records;
  /** What the source says now, by the ids of `records`. */
  readonly base: SourceBase;
  readonly changes: readonly SourceChange[];
}

/** Fields of a shot that its source gives. */
const GIVEN = ['number', 'scene', 'description', 'prompt', 'negativePrompt', 'duration', 'omitted'] as const;

/** Those of them that are no words, with how each is told. */
const DETAILS: readonly (readonly ['number' | 'scene' | 'duration', (shot: Shot) => string])[] = [
  ['number', ({ number }) => `number ${number}`],
  ['scene', ({ scene }) => (scene === null ? 'no scene' : `scene ${scene}`)],
  ['duration', ({ duration }) => (duration === null ? 'no duration' : `${duration} s`)],
];

const played = (shot: Shot): string => (isInPlay(shot) ? 'in play' : 'out of play');

/**
 * `source`: as it is read now. `base`: as it was read last. What the source says otherwise than `base` counts, what it
 * says as before stays as the artist has it. Shots keep their ids, and with them decisions, notes and takes.
 */
export function takeIn(before: Records, source: Records, base: SourceBase): TakenIn {
  const changes: SourceChange[] = [];
  const say = (kind: SourceChange['kind'], number: string, from = '', to = ''): void => {
    changes.push({ kind, number, from, to });
  };
  const asRead = (shot: Shot): Shot => base.shot[shot.id] ?? shot;
  const isOwn = ({ id, added }: Shot): boolean => added === true && base.shot[id] === undefined;
  const then = Object.fromEntries(Object.values(before.shot).map((shot) => [shot.id, asRead(shot)]));
  const pairs = pairShots({ shot: then, take: before.take }, source);
  const idOf = newIds(source, pairs, before);
  const elsewhere = new Set(Object.values(source.take).map(({ sha256 }) => sha256));
  const shots: Record<string, Shot> = {};
  const takes: Record<string, Take> = {};
  /** The shots as the source gives them, with its picks as they are called here. */
  const given = new Map<string, Shot>();
  for (const said of shotsInOrder(source)) {
    const id = idOf(said.id);
    const mine = before.shot[id];
    const now = mine && !isOwn(mine) ? withPromptOf(asRead(mine), said) : said;
    const news = byShot(source.take).get(now.id) ?? [];
    if (!mine) {
      say('new', now.number, '', now.description);
      const own = news.map((take) =>
        put(takes, { ...take, id: free(take.id, before.take, takes), shotId: id }),
      );
      const pick = own.find(({ path }) => path === source.take[now.pickId ?? '']?.path);
      shots[id] = { ...now, id, pickId: pick?.id ?? null };
      given.set(id, shots[id]);
      continue;
    }
    // What the artist put in stays as they have it once the source has it, too.
    if (isOwn(mine)) say('known', now.number);
    const merged = mergedShot(mine, isOwn(mine) ? now : asRead(mine), now);
    if (merged.description !== mine.description)
      say('description', now.number, mine.description, now.description);
    else if (merged.prompt !== mine.prompt) say('prompt', now.number, mine.prompt, now.prompt);
    else if (merged.negativePrompt !== mine.negativePrompt)
      say('negative', now.number, mine.negativePrompt, now.negativePrompt);
    const details = DETAILS.filter(([field]) => merged[field] !== mine[field]);
    const told = (shot: Shot): string => details.map(([, words]) => words(shot)).join(', ');
    if (details.length > 0) say('details', now.number, told(mine), told(merged));
    if (isInPlay(merged) !== isInPlay(mine)) say('play', now.number, played(mine), played(merged));
    const was = isOwn(mine) ? null : asRead(mine).pickId;
    const picked = takePictures({ mine, was, now, news, before, elsewhere, takes, say });
    shots[id] = { ...merged, pickId: picked.pickId };
    given.set(id, { ...now, id, pickId: picked.given });
  }
  const mine = shotsInOrder(before);
  for (const shot of mine) {
    if (shots[shot.id]) continue;
    if (!isOwn(shot)) {
      say('gone', shot.number, shot.description);
      continue;
    }
    shots[shot.id] = shot;
    for (const take of byShot(before.take).get(shot.id) ?? []) put(takes, take);
  }
  const ofSource = mine.filter((shot) => !isOwn(shot));
  const { order: read, moved } = newOrder(
    ofSource.map(({ id }) => id),
    ofSource
      .map(asRead)
      .sort((a, b) => a.position - b.position)
      .map(({ id }) => id),
    shotsInOrder(source).map(({ id }) => idOf(id)),
  );
  const order = withOthers(
    read,
    mine.flatMap(({ id }) => (shots[id] ? id : [])),
  );
  for (const id of moved) say('moved', shots[id]?.number ?? '');
  for (const [position, id] of order.entries()) shots[id] = { ...(shots[id] as Shot), position };
  const kept = keepStretches(
    before.fact,
    mine.map(({ id }) => id),
    order,
  );
  const facts = factsHere(source, idOf);
  const fact = takeFacts(kept, facts, base);
  const storyboard = takeStoryboard(before, source, base);
  if (!sameValue(fact, kept) || !sameValue(storyboard, before.storyboard)) say('canon', '');
  const portrait = takePortraits(before, source, say);
  const claim = takeClaims(before, source, shots, idOf);
  const asReadNow: SourceBase = {
    storyboard: source.storyboard,
    shot: byId([...given.values()]),
    fact: byId(facts),
  };
  return {
    records: withoutLoose({ ...before, storyboard, shot: shots, take: takes, portrait, claim, fact }),
    base: asReadNow,
    changes,
  };
}

/** From ids of the source's shots to ids here: those that they have, or free ones. */
function newIds(
  source: Records,
  pairs: ReadonlyMap<string, string>,
  before: Records,
): (id: string) => string {
  const ids = new Map<string, string>();
  const used: Record<string, unknown> = {};
  for (const { id } of shotsInOrder(source)) {
    const own = pairs.get(id) ?? free(id, before.shot, used);
    used[own] = true;
    ids.set(id, own);
  }
  return (id) => ids.get(id) as string;
}

/** Of a shot without a picture, which may be gone, a source says no prompt: its description stands there. */
function withPromptOf(then: Shot, now: Shot): Shot {
  if (now.pickId !== null || then.prompt === then.description) return now;
  return { ...now, prompt: then.prompt, negativePrompt: then.negativePrompt };
}

function mergedShot(mine: Shot, then: Shot, now: Shot): Shot {
  const given = GIVEN.map((field) => [field, sameValue(then[field], now[field]) ? mine[field] : now[field]]);
  const { omitted, added: _, ...merged }: Shot = { ...mine, ...Object.fromEntries(given) };
  return omitted ? { ...merged, omitted } : merged;
}

/** Without rows that mean nothing any more, since what they need is gone. */
function withoutLoose(records: Records): Records {
  const left: Record<string, Readonly<Record<string, Row>>> = {};
  for (const name of TABLE_NAMES) {
    const { needs } = TABLES[name];
    const rows = Object.entries<Row>(records[name]).filter(([, row]) =>
      Object.entries(needs).every(
        ([field, other]) => row[field] === null || Object.hasOwn(left[other] ?? {}, String(row[field])),
      ),
    );
    left[name] = Object.fromEntries(rows);
  }
  return left as unknown as Records;
}
