/** The mirror of what the host says, as a value: every function takes one and returns the next. */
import { type Derived, EMPTY_DERIVED } from '@shared/analysis.js';
import { type Command, changeOf, type Inputs } from '@shared/commands/index.js';
import type { Message, Skipped } from '@shared/contract/index.js';
import type { Job } from '@shared/job.js';
import { applyDiff, EMPTY_RECORDS, type Records, sameValue } from '@shared/records/index.js';

/** A command that shows before the host confirmed it. `inputs.id` is the command's. */
interface Expected {
  readonly command: Command;
  readonly inputs: Inputs;
}

export interface Mirror {
  /** A storyboard is open; null until the host has said. */
  readonly open: boolean | null;
  readonly seq: number;
  /** Names the review file that is open; null without one. */
  readonly reviewKey: string | null;
  /** A message was missed: the document must be asked for again. */
  readonly stale: boolean;
  /** What the host confirmed. */
  readonly confirmed: Records;
  readonly expected: readonly Expected[];
  /** What is shown: confirmed, with what is expected on top. */
  readonly records: Records;
  readonly derived: Derived;
  readonly jobs: Readonly<Record<string, Job>>;
  readonly canUndo: string | null;
  readonly canRedo: string | null;
  readonly readOnly: string | null;
  readonly skipped: readonly Skipped[];
}

export const EMPTY_MIRROR: Mirror = {
  open: null,
  seq: 0,
  reviewKey: null,
  stale: false,
  confirmed: EMPTY_RECORDS,
  expected: [],
  records: EMPTY_RECORDS,
  derived: EMPTY_DERIVED,
  jobs: {},
  canUndo: null,
  canRedo: null,
  readOnly: null,
  skipped: [],
};

/** What the host will make of a command, by the same rules. Where they refuse it, the host's answer says so. */
function afterCommand(records: Records, { command, inputs }: Expected): Records {
  try {
    return applyDiff(records, changeOf(records, command, inputs));
  } catch {
    return records;
  }
}

/** Runs the commands anew over what is confirmed, so that one that is refused takes back only itself. */
const shown = (confirmed: Records, expected: readonly Expected[]): Records =>
  expected.reduce(afterCommand, confirmed);

/** Keeps the objects that did not change, so that frames which show them need not be drawn again. */
function mergeDerived(before: Derived, after: Derived): Derived {
  const known = new Map(before.findings.map((finding) => [finding.key, finding]));
  return {
    analyses: { ...before.analyses, ...after.analyses },
    findings: after.findings.map((finding) => {
      const same = known.get(finding.key);
      return same && sameValue(same, finding) ? same : finding;
    }),
    suggestions: Object.fromEntries(
      Object.entries(after.suggestions).map(([shotId, suggestion]) => {
        const same = before.suggestions[shotId];
        return [shotId, same && sameValue(same, suggestion) ? same : suggestion];
      }),
    ),
  };
}

/** Takes one message of `watch`. What is older than the mirror is ignored, a gap marks it stale. */
export function receive(mirror: Mirror, message: Message): Mirror {
  if (message.type === 'document') {
    const sent = message.document;
    if (!sent) return { ...EMPTY_MIRROR, open: false };
    return {
      ...EMPTY_MIRROR,
      open: true,
      seq: sent.seq,
      reviewKey: sent.reviewKey,
      confirmed: sent.records,
      records: sent.records,
      derived: sent.derived,
      jobs: Object.fromEntries(sent.jobs.map((job) => [job.id, job])),
      canUndo: sent.canUndo,
      canRedo: sent.canRedo,
      readOnly: sent.readOnly,
      skipped: sent.skipped,
    };
  }
  // Without a storyboard there is nothing that a missed message could have changed.
  const counts = mirror.open !== false;
  if (counts && message.seq <= mirror.seq) return mirror;
  const stale = mirror.stale || (counts && message.seq > mirror.seq + 1);
  const next = { ...mirror, seq: message.seq, stale };
  switch (message.type) {
    case 'change': {
      const confirmed = applyDiff(mirror.confirmed, message.diff);
      const expected = mirror.expected.filter(({ inputs }) => inputs.id !== message.commandId);
      const { canUndo, canRedo } = message;
      return { ...next, confirmed, expected, records: shown(confirmed, expected), canUndo, canRedo };
    }
    case 'derived':
      return { ...next, derived: mergeDerived(mirror.derived, message.derived) };
    case 'job': {
      const known = mirror.jobs[message.job.id];
      if (known && known.seq >= message.job.seq) return next;
      return { ...next, jobs: { ...mirror.jobs, [message.job.id]: message.job } };
    }
    case 'settings':
      return next;
  }
}

/** Shows a command's effect at once; `receive` settles it when the host's own change arrives. */
export function expectChange(mirror: Mirror, command: Command, inputs: Inputs): Mirror {
  const expected = [...mirror.expected, { command, inputs }];
  return { ...mirror, expected, records: shown(mirror.confirmed, expected) };
}

/** Takes an expected change back: it was refused, or confirmed by a message that changed nothing. */
export function withdraw(mirror: Mirror, commandId: string): Mirror {
  const expected = mirror.expected.filter(({ inputs }) => inputs.id !== commandId);
  if (expected.length === mirror.expected.length) return mirror;
  return { ...mirror, expected, records: shown(mirror.confirmed, expected) };
}
