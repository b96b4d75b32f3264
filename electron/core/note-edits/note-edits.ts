/** What a note asks for, as edits of the prompt: "Make it night" sets the hour, "remove the cup" takes it out. */
import { isColour, type ReadClaim, readClaims, withArticle } from '@core/claims/index.js';
import { type EditContext, isTagList, makeEdit, notSaid, replace } from '@core/edits/index.js';
import type { Edit } from '@shared/analysis.js';
import { capitalised } from '@shared/capitalised.js';
import { says } from '@shared/prompt-edit.js';

/** What answers a note answers no finding. */
const NOTE = { key: '' };

/** Ways of asking that say nothing of what is asked for. */
const POLITE =
  /^(?:please|maybe|perhaps|(?:can|could|would|should|let['’]s|may) (?:we|you|i)?(?: please)?(?: try to)?|i(?:['’]d| would)? (?:like|want|wish)(?: (?:you|this|it))? to|(?:it|this|we|she|he|they) (?:should|needs? to|must|has to|have to) be)\s+/i;
const THE = '(?:the|a|an|this|that|these|those|her|his|their|its|some|any|all)';
const REMOVE = new RegExp(
  `^(?:remove|delete|lose|drop|cut|erase|take (?:out|away)|get rid of|leave out|without|no(?: more)?)\\s+(?:${THE}\\s+)?(.+)$`,
  'i',
);
const EXCHANGE = new RegExp(
  `^(?:change|replace|swap|turn|exchange)\\s+(?:${THE}\\s+)?(.+?)\\s+(?:to|with|for|by|into)\\s+(.+)$`,
  'i',
);
const INSTEAD = /^(.+?)\s+(?:instead of|not|rather than)\s+(.+)$/i;
const MAKE_SCENE =
  /^(?:make|set|turn|put) (?:it|this|the (?:scene|shot|frame|picture)|that)(?: all)?\s+(?:into\s+)?(.+)$/i;
const MAKE_LOOK = new RegExp(`^(?:make|paint|colou?r|dye)\\s+(?:${THE}\\s+)?(.+?)\\s+(\\p{L}+)$`, 'iu');
const ADD = /^(?:add|show|include|put in|insert|give (?:her|him|them|it)|we need|need|more)\s+(.+)$/i;

/** Of these a picture has one only: another is said in its place. */
const ONE_ONLY = new Set(['time', 'weather', 'place', 'framing', 'style']);
const PHRASINGS = (words: string): string[] => [words, `at ${words}`, `in ${words}`, `in the ${words}`];

/** Each sentence of a note by itself. What is not understood is added as it is written, for the artist to put right. */
export function noteEdits(text: string, context: EditContext): Edit[] {
  const sentences = text
    .split(/[.!?;\n]+/)
    .map((sentence) => sentence.trim().replace(POLITE, '').trim())
    .filter(Boolean);
  const edits = sentences.flatMap((sentence) => editsFor(sentence, context));
  return edits.filter((edit, at) => edits.findIndex(({ key }) => key === edit.key) === at);
}

function editsFor(sentence: string, context: EditContext): Edit[] {
  const removed = REMOVE.exec(sentence)?.[1];
  if (removed) return without(removed, context);
  const [, from, to] = EXCHANGE.exec(sentence) ?? [];
  if (from && to) return exchanged(from, to, context);
  const scene = MAKE_SCENE.exec(sentence)?.[1];
  if (scene) return sceneEdits(scene, context);
  const [, noun, look] = MAKE_LOOK.exec(sentence) ?? [];
  if (noun && look) return lookEdits(noun, look, context);
  const [, wanted, unwanted] = INSTEAD.exec(sentence) ?? [];
  if (wanted && unwanted && says(context.reading.prompt, unwanted))
    return exchanged(unwanted, wanted, context);
  return added(ADD.exec(sentence)?.[1] ?? sentence, context);
}

function without(words: string, { reading, negativePrompt, can }: EditContext): Edit[] {
  const said = [words, withArticle(words)].findLast((one) => says(reading.prompt, one));
  const edits: Edit[] = [];
  if (said !== undefined)
    edits.push(
      makeEdit(NOTE, { kind: 'replace-word', reason: `Leave “${said}” out of the prompt`, remove: said }),
    );
  if (can.negative && !says(negativePrompt, words))
    edits.push(
      makeEdit(NOTE, {
        kind: 'add-negative',
        reason: `Add “${words}” to the negative prompt`,
        target: 'negative',
        insert: words,
        at: 'end',
      }),
    );
  return edits;
}

/** "The boat" for "a raft": the article that stands in the prompt stays. */
const exchanged = (from: string, to: string, context: EditContext): Edit[] =>
  says(context.reading.prompt, from)
    ? [replace(NOTE, from, to.replace(/^(?:an?|the)\s+/i, ''))]
    : added(to, context);

/** "Night" as "at night": the hour, the weather, the place, the framing and the style each stand for themselves. */
function sceneEdits(words: string, context: EditContext): Edit[] {
  const read = PHRASINGS(words).flatMap((phrase): ReadClaim[] =>
    readClaims(phrase, []).filter(({ kind, negated }) => !negated && ONE_ONLY.has(kind)),
  );
  const [claim] = read;
  if (!claim) return added(words, context);
  const other = context.reading.against(claim);
  if (other && other.claim.text !== claim.text) return [replace(NOTE, other.words, claim.text)];
  return added(claim.text, context);
}

/** A coat of another colour is the same coat; what has no colour yet is said with it. */
function lookEdits(noun: string, look: string, context: EditContext): Edit[] {
  const { prompt } = context.reading;
  const before = [...prompt.matchAll(/\p{L}+/gu)].flatMap(([word]) =>
    isColour(word.toLowerCase()) && says(prompt, `${word} ${noun}`) ? [word] : [],
  );
  const [colour] = before;
  if (colour !== undefined && isColour(look.toLowerCase()))
    return [replace(NOTE, `${colour} ${noun}`, `${look} ${noun}`)];
  if (says(prompt, noun) && !says(prompt, `${look} ${noun}`)) return [replace(NOTE, noun, `${look} ${noun}`)];
  return added(`${look} ${noun}`, context);
}

function added(words: string, { reading }: EditContext): Edit[] {
  const { prompt } = reading;
  if (says(prompt, words)) return [];
  const insert = isTagList(prompt) || !/[.!?]["”']?\s*$/.test(prompt) ? words : `${capitalised(words)}.`;
  return [makeEdit(NOTE, { kind: 'add-phrase', reason: notSaid(words), insert, at: 'end' })];
}
