/** The mirror of what the host says, as a value: every function takes one and returns the next. */
import type { TakeAnalysis } from '@shared/analysis.js';
import { withAnalysisChange } from '@shared/analysis-change.js';
import { type Command, changeOf, type Inputs } from '@shared/commands/index.js';
import type { Details, Making, Message, OfferedBackup, Skipped } from '@shared/contract/index.js';
import type { Job } from '@shared/job.js';
import {
  EMPTY_OVERVIEW,
  type Overview,
  type OverviewChange,
  withEntries,
  withOverviewChanges,
} from '@shared/overview.js';
import { applyDiff, applyPatch, EMPTY_RECORDS, type Records } from '@shared/records/index.js';
import { claimsFrom } from '@shared/sent-claim.js';
import { SOURCE_AS_READ, type SourceState } from '@shared/source-change/index.js';
import { asBefore } from './as-before.js';

/** A command that shows before the host confirmed it. `inputs.id` is the command's. */
interface Expected {
  readonly command: Command;
  readonly inputs: Inputs;
  /** The change that the host made of it; null until it has answered. */
  readonly event: number | null;
}

export interface Mirror {
  /** A storyboard is open; null until the host has said. */
  readonly open: boolean | null;
  readonly seq: number;
  /** Names the review file that is open; null without one. */
  readonly reviewKey: string | null;
  /** A message was missed: the document must be asked for again. */
  readonly stale: boolean;
  /** The last change that is in `confirmed`. */
  readonly event: number;
  /** What the host confirmed. Of claims, those of the shots that are looked at. */
  readonly confirmed: Records;
  readonly expected: readonly Expected[];
  /** What is shown: confirmed, with what is expected on top. */
  readonly records: Records;
  readonly overview: Overview;
  /** Shots of which everything is known. */
  readonly looked: ReadonlySet<string>;
  /** Of the takes of those shots. */
  readonly analyses: Readonly<Record<string, TakeAnalysis>>;
  readonly jobs: Readonly<Record<string, Job>>;
  /** How far each picture is that is being made, by request. */
  readonly making: Readonly<Record<string, Making>>;
  readonly canUndo: string | null;
  readonly canRedo: string | null;
  /** Why nothing can be changed here; null = it can. */
  readonly readOnly: string | null;
  /** As the review itself has it, whichever window decides. */
  readonly barred: string | null;
  /** What bars it may be over by now: it can be opened again. */
  readonly opensAgain: boolean;
  /** Another window decides. */
  readonly watchesOnly: boolean;
  readonly notes: readonly string[];
  /** A backup that can be opened instead; null = none is offered. */
  readonly offeredBackup: OfferedBackup | null;
  readonly skipped: readonly Skipped[];
  /** What changed where it was opened from. */
  readonly source: SourceState;
  /** Of a storyboard that opens: pictures that were read, of all; null = none are being read. */
  readonly reading: { readonly read: number; readonly all: number } | null;
}

export const EMPTY_MIRROR: Mirror = {
  open: null,
  seq: 0,
  reviewKey: null,
  stale: false,
  event: 0,
  confirmed: EMPTY_RECORDS,
  expected: [],
  records: EMPTY_RECORDS,
  overview: EMPTY_OVERVIEW,
  looked: new Set(),
  analyses: {},
  jobs: {},
  making: {},
  canUndo: null,
  canRedo: null,
  readOnly: null,
  barred: null,
  opensAgain: false,
  watchesOnly: false,
  notes: [],
  offeredBackup: null,
  skipped: [],
  source: SOURCE_AS_READ,
  reading: null,
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
const withShown = (mirror: Mirror): Mirror => ({
  ...mirror,
  records: mirror.expected.reduce(afterCommand, mirror.confirmed),
});

/** Takes messages of `watch`, in their order: what is known at a glance is put together once, however many say of it. */
export function receiveAll(mirror: Mirror, messages: readonly Message[]): Mirror {
  let next = mirror;
  let changes: OverviewChange[] = [];
  for (const message of messages) {
    if (message.type === 'derived' && message.seq > next.seq) {
      next = counting(next, message);
      changes.push(message.change);
    } else {
      next = receive(next, message);
      // It says all there is.
      if (message.type === 'document') changes = [];
    }
  }
  if (changes.length === 0) return next;
  return { ...next, overview: withOverviewChanges(next.overview, changes) };
}

/** A gap marks it stale. */
const counting = (mirror: Mirror, { seq }: Message): Mirror => ({
  ...mirror,
  seq,
  stale: mirror.stale || seq > mirror.seq + 1,
});

/** Takes one message of `watch`. What is older than the mirror is ignored. */
export function receive(mirror: Mirror, message: Message): Mirror {
  if (message.type === 'document') return fromDocument(mirror, message);
  if (message.seq <= mirror.seq) return mirror;
  const next = counting(mirror, message);
  switch (message.type) {
    case 'change': {
      const { event, patch, commandId, canUndo, canRedo } = message;
      // One that is older is in the document already.
      const confirmed = event > mirror.event ? applyPatch(mirror.confirmed, patch) : mirror.confirmed;
      const expected = mirror.expected.filter(({ inputs }) => inputs.id !== commandId);
      const shown = withShown({
        ...next,
        event: Math.max(event, mirror.event),
        confirmed,
        expected,
        canUndo,
        canRedo,
      });
      const records = asBefore(mirror.records, shown.records);
      return { ...shown, records, ...(expected.length === 0 && { confirmed: records }) };
    }
    case 'derived':
      return { ...next, overview: withOverviewChanges(mirror.overview, [message.change]) };
    case 'details':
      return withDetails(next, message.details);
    case 'job': {
      const known = mirror.jobs[message.job.id];
      if (known && known.seq >= message.job.seq) return next;
      return { ...next, jobs: { ...mirror.jobs, [message.job.id]: message.job } };
    }
    case 'making':
      return {
        ...next,
        making: withEntries(mirror.making, { [message.requestId]: message.making }),
      };
    case 'source': {
      const { changes, problem, missing, skipped } = message;
      return {
        ...next,
        source: { changes, problem, ...(missing !== undefined && { missing }) },
        skipped,
      };
    }
    case 'settings':
      return withReading(next, mirror.barred, message.watchesOnly);
    case 'reading': {
      const { read, all } = message;
      return { ...next, reading: all === 0 ? null : { read, all } };
    }
    case 'action':
    case 'dropped':
    case 'lost':
      return next;
  }
}

function fromDocument(mirror: Mirror, message: Extract<Message, { type: 'document' }>): Mirror {
  const { document, details, making, source, seq } = message;
  const jobs = Object.fromEntries(message.jobs.map((job) => [job.id, job]));
  if (!document) return { ...EMPTY_MIRROR, open: false, seq, jobs, making };
  const { records: confirmed, readOnly, ...rest } = document;
  // What the host has not answered yet may come after the document.
  const sameReview = document.reviewKey === mirror.reviewKey;
  const expected = mirror.expected.filter(
    ({ event }) => event === null || (sameReview && event > document.event),
  );
  return withDetails(
    withReading(
      withShown({ ...EMPTY_MIRROR, ...rest, open: true, seq, jobs, making, source, confirmed, expected }),
      readOnly,
      message.watchesOnly,
    ),
    details,
  );
}

const ELSEWHERE = 'Another window decides on this storyboard.';

const withReading = (mirror: Mirror, barred: string | null, watchesOnly: boolean): Mirror => ({
  ...mirror,
  barred,
  watchesOnly,
  readOnly: barred ?? (watchesOnly ? ELSEWHERE : null),
});

function withDetails(mirror: Mirror, { shots, claims, analyses }: Details): Mirror {
  const looked = shots ? new Set(shots) : mirror.looked;
  const known = Object.entries(analyses).map(([id, fields]) => {
    // The first time all fields are sent.
    return [id, fields && withAnalysisChange(mirror.analyses[id], fields)] as const;
  });
  const next = { ...mirror, looked, analyses: withEntries(mirror.analyses, Object.fromEntries(known)) };
  const before = Object.entries(mirror.confirmed.claim);
  const kept = before.filter(([, { shotId }]) => looked.has(shotId));
  const come = claimsFrom(claims).map((claim) => [claim.id, claim] as const);
  if (come.length === 0 && kept.length === before.length) return next;
  return withShown({
    ...next,
    confirmed: { ...mirror.confirmed, claim: { ...Object.fromEntries(kept), ...Object.fromEntries(come) } },
  });
}

/** Shows a command's effect at once; `receive` settles it when the host's own change arrives. */
export const expectChange = (mirror: Mirror, command: Command, inputs: Inputs): Mirror =>
  withShown({ ...mirror, expected: [...mirror.expected, { command, inputs, event: null }] });

/** The host did it: `event` is the change. It shows on until that change is here. */
export function answered(mirror: Mirror, commandId: string, event: number): Mirror {
  if (event <= mirror.event) return withdraw(mirror, commandId);
  const expected = mirror.expected.map((one) => (one.inputs.id === commandId ? { ...one, event } : one));
  return { ...mirror, expected };
}

/** Takes an expected change back: the host refused it. */
export function withdraw(mirror: Mirror, commandId: string): Mirror {
  const expected = mirror.expected.filter(({ inputs }) => inputs.id !== commandId);
  return expected.length === mirror.expected.length ? mirror : withShown({ ...mirror, expected });
}
