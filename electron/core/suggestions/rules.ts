/** One rule for each kind of finding: the smallest change of the words that answers it. */
import type { Edit, Finding } from '@shared/analysis.js';
import { says } from '@shared/prompt-edit.js';
import { type Dialect, weighted } from '@shared/prompt-syntax.js';
import type { Claim, Fact } from '@shared/records/index.js';
import type { Located, PromptReading } from './locate.js';

export interface RuleContext {
  readonly reading: PromptReading;
  readonly negativePrompt: string;
  readonly claims: ReadonlyMap<string, Claim>;
  /** Facts that hold on this shot. */
  readonly facts: readonly Fact[];
  readonly styleBrief: string;
  readonly dialect: Dialect;
  readonly can: { readonly weights: boolean; readonly negative: boolean };
}

/** Past this, generators burn the picture rather than obey. */
const MOST = 1.5;
const FIRST = 1.3;

const heavier = (weight: number): number => (weight < FIRST ? FIRST : MOST);

function make(
  finding: Finding,
  edit: Pick<Edit, 'kind' | 'reason'> & Partial<Pick<Edit, 'target' | 'remove' | 'insert' | 'at'>>,
): Edit {
  const { kind, reason, target = 'prompt', remove = '', insert = '', at = 'in-place' } = edit;
  return {
    key: `${kind}:${target}:${remove}>${insert}`,
    kind,
    reason,
    findingKeys: [finding.key],
    target,
    remove,
    insert,
    at,
  };
}

const newSeed = (finding: Finding, reason: string): Edit[] => [
  make(finding, { kind: 'new-seed', reason, target: 'seed' }),
];

const weigh = (context: RuleContext, words: string, weight: number): string =>
  context.can.weights ? weighted(words, weight, context.dialect) : words;

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** Time, place, framing, weather, style: first in the prompt and heavier. */
function bringForward(finding: Finding, claim: Claim, context: RuleContext): Edit[] {
  const located = context.reading.saying(claim.text);
  if (located) {
    if (located.weight >= MOST)
      return newSeed(finding, `“${located.words}” is as heavy as it gets; another seed may obey`);
    const insert = weigh(context, lowerFirst(located.words), heavier(located.weight));
    return [
      make(finding, {
        kind: 'move-to-front',
        reason: `“${located.words}” was missed: first and heavier`,
        remove: located.words,
        insert,
        at: 'front',
      }),
    ];
  }
  const contrary = context.reading.against(claim.text, claim.kind);
  if (contrary) return [replace(finding, contrary.words, claim.text)];
  const style = claim.kind === 'style';
  const insert = weigh(context, claim.text, style ? 1.2 : FIRST);
  const reason = `The prompt does not say “${claim.text}”`;
  return [
    make(finding, { kind: style ? 'add-style' : 'add-phrase', reason, insert, at: style ? 'end' : 'front' }),
  ];
}

const replace = (finding: Finding, remove: string, insert: string): Edit =>
  make(finding, {
    kind: 'replace-word',
    reason: `The prompt says “${remove}”, the board “${insert}”`,
    remove,
    insert,
  });

function raise(finding: Finding, located: Located, context: RuleContext): Edit[] {
  const { words, weight } = located;
  if (weight >= MOST) return newSeed(finding, `“${words}” is as heavy as it gets; another seed may obey`);
  if (!context.can.weights)
    return [
      make(finding, {
        kind: 'move-to-front',
        reason: `“${words}” was missed: said first`,
        remove: words,
        insert: lowerFirst(words),
        at: 'front',
      }),
    ];
  const insert = weighted(words, heavier(weight), context.dialect);
  return [
    make(finding, { kind: 'raise-weight', reason: `“${words}” was missed: heavier`, remove: words, insert }),
  ];
}

/** "red coat" for "blue coat": only the words in which the two differ. */
function differing(wrong: string, right: string): { remove: string; insert: string } {
  const from = wrong.split(' ');
  const to = right
    .replace(/^.* (?:in|with) (?:an? )?/, '')
    .replace(/^an? /, '')
    .split(' ');
  const tail = from.slice(-to.length);
  return { remove: tail.join(' '), insert: to.join(' ') };
}

function restate(finding: Finding, claim: Claim, context: RuleContext): Edit[] {
  const { reading } = context;
  const located = reading.saying(claim.text);
  if (located) return raise(finding, located, context);
  const contrary = reading.against(claim.text, 'attribute');
  if (contrary) {
    const { remove, insert } = differing(contrary.words, claim.text);
    return [replace(finding, remove, insert)];
  }
  const fact = context.facts.find((one) => one.id === claim.factId);
  const name = fact && [fact.name, ...fact.aliases].find((one) => says(reading.prompt, one));
  const insert = weigh(context, claim.text, 1.2);
  if (name)
    return [
      make(finding, {
        kind: 'restate-canon',
        reason: `The model does not know ${name}: say what the canon says`,
        remove: name,
        insert: `${name}, ${insert},`,
      }),
    ];
  const base = reading.saying(claim.text.split(/ (?:in|with) /)[0] as string);
  if (base && / (?:in|with) /.test(claim.text))
    return [
      make(finding, {
        kind: 'restate-canon',
        reason: `The prompt does not say “${claim.text}”`,
        remove: base.words,
        insert,
      }),
    ];
  return [
    make(finding, {
      kind: fact ? 'restate-canon' : 'add-phrase',
      reason: `The prompt does not say “${claim.text}”`,
      insert,
      at: 'front',
    }),
  ];
}

/** What should not be there: out of the words that ask for things, into those that forbid. */
function forbid(finding: Finding, thing: string, located: Located | null, context: RuleContext): Edit[] {
  const edits: Edit[] = [];
  if (context.can.negative) {
    if (says(context.negativePrompt, thing))
      return newSeed(finding, `“${thing}” is already unwanted; another seed may obey`);
    if (located)
      edits.push(
        make(finding, {
          kind: 'replace-word',
          reason: 'Generators draw what they are told to leave out',
          remove: located.words,
          insert: '',
        }),
      );
    edits.push(
      make(finding, {
        kind: 'add-negative',
        reason: `“${thing}” should not be there`,
        target: 'negative',
        insert: thing,
        at: 'end',
      }),
    );
    return edits;
  }
  return located
    ? raise(finding, located, context)
    : [
        make(finding, {
          kind: 'add-phrase',
          reason: `“${thing}” should not be there`,
          insert: `no ${thing}`,
          at: 'front',
        }),
      ];
}

function count(finding: Finding, claim: Claim, context: RuleContext): Edit[] {
  const located = context.reading.saying(claim.text);
  if (claim.text === 'no people')
    return forbid(finding, 'people', context.reading.saying('people', true), context);
  if (located) return raise(finding, located, context);
  return [
    make(finding, {
      kind: 'add-phrase',
      reason: `Somebody too many: say “${claim.text}”`,
      insert: weigh(context, claim.text, FIRST),
      at: 'front',
    }),
  ];
}

/** The style of the whole board, where the pixels and not a claim say that a frame left it. */
function boardStyle(finding: Finding, context: RuleContext): Edit[] {
  const phrase = context.styleBrief.trim().replace(/[.,;]+$/, '');
  if (phrase && !says(context.reading.prompt, phrase))
    return [
      make(finding, {
        kind: 'add-style',
        reason: "The board's style is not in the prompt",
        insert: phrase,
        at: 'end',
      }),
    ];
  return newSeed(finding, 'The words ask for the right style; another seed may give it');
}

export function editsFor(finding: Finding, context: RuleContext): Edit[] {
  const claim = context.claims.get(finding.claimIds[0] ?? '');
  switch (finding.kind) {
    case 'blur': {
      const seed = newSeed(finding, 'Nothing in the words is at fault');
      if (!context.can.negative || says(context.negativePrompt, 'blurry')) return seed;
      return [
        ...seed,
        make(finding, {
          kind: 'add-negative',
          reason: 'The frame is blurred',
          target: 'negative',
          insert: 'blurry',
          at: 'end',
        }),
      ];
    }
    case 'noise':
    case 'exposure':
    case 'compression':
    case 'flat-frame':
    case 'near-duplicate':
      return newSeed(finding, 'Nothing in the words is at fault');
    case 'unreadable':
      return [];
    case 'style-drift':
      return claim ? bringForward(finding, claim, context) : boardStyle(finding, context);
  }
  if (!claim) return [];
  if (claim.negated)
    return forbid(
      finding,
      claim.text.replace(/^an? /, ''),
      context.reading.saying(claim.text, true),
      context,
    );
  switch (claim.kind) {
    case 'place':
    case 'time':
    case 'weather':
    case 'framing':
    case 'style':
      return bringForward(finding, claim, context);
    case 'count':
      return count(finding, claim, context);
    case 'entity':
    case 'attribute':
      return restate(finding, claim, context);
    default: {
      const located = context.reading.saying(claim.text);
      if (located) return raise(finding, located, context);
      return [
        make(finding, {
          kind: 'add-phrase',
          reason: `The prompt does not say “${claim.text}”`,
          insert: weigh(context, claim.text, 1.2),
          at: 'end',
        }),
      ];
    }
  }
}
