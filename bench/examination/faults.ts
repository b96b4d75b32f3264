/** Judges whose faults are known: the embedded judge, spoiled in one way each. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  type Answer,
  contrastsOf,
  type Judge,
  type JudgeRequest,
  type Question,
} from '@models/judge/index.js';
import { seededRandom, seedFrom } from '@models/storybook/world/index.js';
import { type Skill, skillOf } from '@shared/examination/index.js';
import { sigmoid } from '@shared/log-odds.js';
import sharp from 'sharp';

export const FAULTY = ['sound', 'colour-blind', 'says yes', 'swaps sides', 'noisy'] as const;
export type Faulty = (typeof FAULTY)[number];

/** Skills that each fault spoils; null = all. */
export const SPOILED: Readonly<Record<Faulty, readonly Skill[] | null>> = {
  sound: [],
  'colour-blind': ['colour'],
  'says yes': null,
  'swaps sides': ['side'],
  noisy: null,
};

/** Standard deviation of the noise, in log-odds: true claims get about 5. */
const NOISE = 3;

/** P of one text; null where the judge declined. */
type Said = ReadonlyMap<string, number | null>;

const keyOf = ({ kind, text }: Pick<Question, 'kind' | 'text'>): string => `${kind}: ${text}`;

/** The same questions without opposites, and each opposite as a question of its own. */
function plain(questions: readonly Question[]): Question[] {
  const all = questions.flatMap(({ kind, text, contrasts = [] }) =>
    [text, ...contrasts].map((one) => ({ id: '', kind, text: one })),
  );
  const once = new Map(all.map((question) => [keyOf(question), question]));
  return [...once.values()].map((question, id) => ({ ...question, id: String(id) }));
}

async function said(judge: Judge, request: JudgeRequest, questions: readonly Question[]): Promise<Said> {
  const { answers } = await judge.judge({ ...request, questions, whole: null });
  return new Map(questions.map((question, at) => [keyOf(question), answers[at]?.p ?? null]));
}

const otherSide = (text: string): string =>
  text.replace(/\b(?:left|right)\b/, (side) => (side === 'left' ? 'right' : 'left'));

/** Of the same picture and text always the same, whatever its file is called: standard normal (Box and Muller). */
function noiseOf(picture: string, text: string): number {
  const random = seededRandom(seedFrom('noise', picture, text));
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const logit = (p: number): number => Math.log(Math.max(p, 1e-7) / Math.max(1 - p, 1e-7));

async function spoiled(judge: Judge, fault: Faulty, request: JudgeRequest): Promise<Said> {
  const questions = plain(request.questions);
  const isSpoiled = (question: Question) => SPOILED[fault]?.includes(skillOf(question)) ?? true;
  const swapped = (question: Question): Question => ({ ...question, text: otherSide(question.text) });
  const picture = createHash('sha256')
    .update(await readFile(request.file))
    .digest('hex');
  switch (fault) {
    case 'sound':
      return said(judge, request, questions);
    case 'swaps sides': {
      const asked = questions.map((one) => (isSpoiled(one) ? swapped(one) : one));
      const answers = await said(judge, request, asked);
      return new Map(
        questions.map((one, at) => [keyOf(one), answers.get(keyOf(asked[at] as Question)) ?? null]),
      );
    }
    case 'colour-blind': {
      const grey = `${request.file}.grey.png`;
      await sharp(request.file).greyscale().toColourspace('srgb').png().toFile(grey);
      const all = await said(judge, request, questions);
      const colours = questions.filter(isSpoiled);
      // As a part of a picture: a grey one is not of the judge's world.
      const whole = request.region ?? { x: 0, y: 0, width: 1, height: 1 };
      const blind = await said(judge, { ...request, file: grey, region: whole }, colours);
      return new Map([...all].map(([key, p]) => [key, p === null ? null : (blind.get(key) ?? p)]));
    }
    default: {
      const all = await said(judge, request, questions);
      const change = (p: number, key: string): number =>
        fault === 'noisy'
          ? sigmoid(logit(p) + NOISE * noiseOf(picture, key))
          : 0.95 + 0.01 * noiseOf(picture, key);
      return new Map(
        [...all].map(([key, p]) => [key, p === null ? null : Math.min(1, Math.max(0, change(p, key)))]),
      );
    }
  }
}

/** `judge` with the fault. It answers as any judge does, opposites too. */
export function faulty(judge: Judge, fault: Faulty): Judge {
  const { description } = judge;
  return {
    description: { ...description, version: `${description.version}-${fault.replaceAll(' ', '-')}` },
    close: () => judge.close(),
    async judge(request, signal) {
      const result = await judge.judge({ ...request, questions: [] }, signal);
      const all = await spoiled(judge, fault, request);
      const pOf = (question: Question): number | null => all.get(keyOf(question)) ?? null;
      const claims = request.questions.map((question) => ({ question, p: pOf(question) }));
      const contrasts = await contrastsOf(claims, async (opposites) => opposites.map(pOf));
      const answers = claims.map(({ question: { id }, p }, i): Answer => {
        const contrast = contrasts[i];
        return {
          id,
          p,
          reason: p === null ? 'it declined' : '',
          ...(contrast !== undefined && { contrast }),
        };
      });
      return { ...result, answers };
    },
  };
}
