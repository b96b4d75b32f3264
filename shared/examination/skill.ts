/** What a claim asks of a judge's eyes: its kind, with what needs another sight told apart. */
import { z } from 'zod';
import { isColour } from '../colours.js';
import { type Claim, type ClaimKind, claimKind } from '../records/index.js';

/** `colour` is a part of `attribute`, `side` (left and right) of `relation`. */
export const skill = z.enum([...claimKind.options, 'colour', 'side']);

export type Skill = z.infer<typeof skill>;

/** A claim, or its kind and words alone, as the questions of an examination have them. */
export type Asked = Pick<Claim, 'kind' | 'text'> & Partial<Pick<Claim, 'attribute'>>;

const NAMES: Partial<Readonly<Record<Skill, string>>> = {
  entity: 'people and things',
  attribute: 'other looks',
  colour: 'colour',
  count: 'how many',
  relation: 'who does what with what',
  side: 'left and right',
  action: 'what somebody does',
  place: 'places',
  time: 'time of day',
  text: 'written words',
};

/** As an artist says it: "left and right". */
export const skillName = (of: Skill): string => NAMES[of] ?? of;

const SIDE = /\b(?:left|right)\b/;

export function skillOf({ kind, text, attribute }: Asked): Skill {
  if (kind === 'relation' && SIDE.test(text)) return 'side';
  if (kind !== 'attribute') return kind;
  const words = (attribute ?? text).toLowerCase().split(/[^\p{L}]/u);
  return words.some(isColour) ? 'colour' : 'attribute';
}

export const kindOfSkill = (of: Skill): ClaimKind =>
  of === 'colour' ? 'attribute' : of === 'side' ? 'relation' : claimKind.parse(of);
