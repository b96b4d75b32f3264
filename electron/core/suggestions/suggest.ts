/** A changed prompt for a shot, as a list of edits that can each be switched off. */
import { castOf, factsAt } from '@core/canon/index.js';
import { canOf, type EditContext, newSeed, PromptReading, wouldLose } from '@core/edits/index.js';
import { FINDING_KINDS } from '@core/findings/index.js';
import type { Edit, Finding, Suggestion, Verdict } from '@shared/analysis.js';
import { basePrompts } from '@shared/base-prompts.js';
import type { GeneratorCapability } from '@shared/contract/index.js';
import { applyEdits } from '@shared/edits.js';
import { sentenceFor } from '@shared/instruction.js';
import type { Dialect } from '@shared/prompt-syntax.js';
import type { Claim, PositionedFact, Shot, Take } from '@shared/records/index.js';
import type { Tag } from '@shared/tags.js';
import { tagEdits } from './tag-edits.js';

export interface SuggestInput {
  readonly shot: Pick<Shot, 'id' | 'position' | 'description' | 'prompt' | 'negativePrompt'>;
  readonly take: Pick<Take, 'id' | 'round' | 'prompt' | 'negativePrompt'>;
  readonly claims: readonly Claim[];
  readonly verdicts: readonly Verdict[];
  /** Of this shot's take; dismissed ones are left alone. */
  readonly findings: readonly Finding[];
  /** Ids of claims that hold on this take and not on one that was made from it; absent = none. */
  readonly lost?: readonly string[];
  /** What the artist said is malformed in the take. */
  readonly tags: readonly Tag[];
  readonly facts: readonly PositionedFact[];
  readonly styleBrief: string;
  readonly capabilities: readonly GeneratorCapability[];
  /** Of the model that is to draw it. */
  readonly dialect: Dialect;
}

const changesNothing = (edit: Edit, prompt: string, negativePrompt: string): boolean => {
  const after = applyEdits(prompt, negativePrompt, [edit]);
  return !after.newSeed && after.prompt === prompt && after.negativePrompt === negativePrompt;
};

/** Of what is asked for and holds. */
function passedTexts({ claims, verdicts }: Pick<SuggestInput, 'claims' | 'verdicts'>): Set<string> {
  const passed = verdicts.filter(({ outcome }) => outcome === 'pass').map(({ claimId }) => claimId);
  return new Set(claims.filter(({ id, negated }) => passed.includes(id) && !negated).map(({ text }) => text));
}

const merged = (edit: Edit, other: Edit): Edit => ({
  ...edit,
  findingKeys: [...new Set([...edit.findingKeys, ...other.findingKeys])],
});

/** Of two edits of the same words the one with more of them answers both findings. */
function withoutOverlap(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of edits) {
    const at = kept.findIndex(
      (one) =>
        one.key === edit.key ||
        (one.remove !== '' &&
          edit.remove !== '' &&
          (one.remove.includes(edit.remove) || edit.remove.includes(one.remove))),
    );
    const other = kept[at];
    if (!other) kept.push(edit);
    else kept[at] = other.remove.length >= edit.remove.length ? merged(other, edit) : merged(edit, other);
  }
  return kept;
}

/** What to change, of the first finding that a claim says; '' = of none. */
function instructionFor(findings: readonly Finding[], { claims, facts }: EditContext): string {
  const [claim] = findings.flatMap(({ claimIds }) => claimIds.flatMap((id) => claims.get(id) ?? []));
  const fact = facts.find(({ id, subject }) => id === claim?.factId && subject === 'character');
  return claim ? sentenceFor(claim, fact?.name || null) : '';
}

const anotherSeed = ({ findingKeys }: Edit, reason: string): Edit[] =>
  findingKeys.flatMap((key) => newSeed({ key }, reason));

/** An edit after which the prompt no longer asks for something that holds costs more than it may bring: another seed then. */
const keepingWhatPassed = (edits: readonly Edit[], { reading }: EditContext): Edit[] =>
  edits.flatMap((edit) => {
    const lost = reading.lostBy(edit);
    return lost === null ? edit : anotherSeed(edit, wouldLose(lost));
  });

/**
 * What the prompt says and a try lost all the same is asked for more firmly in the next: it answers what the try was to
 * answer. Where words can do no more for it, nothing.
 */
function firmer({ lost = [] }: Pick<SuggestInput, 'lost'>, answered: Finding, context: EditContext): Edit[] {
  return lost.flatMap((claimId) => {
    const claim = context.claims.get(claimId);
    const fact = context.facts.find(({ id }) => id === claim?.factId) ?? null;
    const row =
      claim &&
      context.reading.saying(claim) &&
      Object.values(FINDING_KINDS).find(({ answers }) => answers?.(claim, fact));
    const edits = row?.edits({ ...answered, claimIds: [claimId] }, context) ?? [];
    return edits.flatMap((edit) =>
      edit.kind === 'new-seed' ? [] : { ...edit, reason: `${edit.reason}: a try lost it` },
    );
  });
}

/** Null when nothing was found or said, or nothing that words or a seed could change. */
export function suggest(input: SuggestInput): Suggestion | null {
  const { shot, take, capabilities } = input;
  const { prompt, negativePrompt } = basePrompts(input);
  const passed = passedTexts(input);
  const facts = factsAt(input.facts, shot.position);
  const cast = castOf(input.facts, shot.position);
  const context: EditContext = {
    reading: new PromptReading(prompt, cast, passed),
    negativePrompt,
    claims: new Map(input.claims.map((claim) => [claim.id, claim])),
    facts,
    styleBrief: input.styleBrief,
    dialect: input.dialect,
    can: canOf(capabilities, input.dialect),
  };
  const findings = input.findings.filter((one) => one.shotId === shot.id && !one.dismissed);
  const wanted = findings.flatMap((finding) =>
    FINDING_KINDS[finding.kind].edits(finding, context).flatMap((edit): Edit | Edit[] =>
      // Said already, first and as heavy as it goes: only chance is left.
      changesNothing(edit, prompt, negativePrompt)
        ? anotherSeed(edit, 'Try another seed: the words already say it')
        : edit,
    ),
  );
  const [first] = findings;
  const also = first && wanted.length > 0 ? firmer(input, first, context) : [];
  const edits = withoutOverlap([
    ...keepingWhatPassed([...wanted, ...also], context),
    ...tagEdits(input.tags, context),
  ]);
  if (edits.length === 0) return null;
  const words = applyEdits(prompt, negativePrompt, edits);
  return {
    shotId: shot.id,
    takeId: take.id,
    edits,
    ...words,
    instruction: instructionFor(findings, context),
  };
}
