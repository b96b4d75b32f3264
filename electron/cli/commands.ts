/** What each command of the shell does; arguments are already checked. */
import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { replaceFile } from '@core/files/index.js';
import { exportWork, mustKeepBoard, writerOf } from '@core/formats/index.js';
import { automaticRequests } from '@core/regeneration/index.js';
import { given } from '@core/settings/index.js';
import { reportTold } from '@shared/brand.js';
import { ContinuistError } from '@shared/errors.js';
import type { Feedback } from '@shared/feedback.js';
import { isPaused } from '@shared/records/index.js';
import type { Severity } from '@shared/severity.js';
import { checkOutputs } from './check-output.js';
import { EXIT, type ExitCode, exitCodeOf } from './exit-code.js';
import { type HeadlessOptions, HeadlessReview } from './headless-review.js';
import { jsonText } from './json-text.js';
import { type JudgingFlags, judgingOf } from './judging-flags.js';
import { type MatchFlags, matchOption } from './match-flags.js';
import { noteOnNothing, noteOnOutdated, notesOnChanges, notesOnSource } from './notes.js';
import { noteOnPlacings, placingTold } from './placings.js';
import { readStageConfig } from './stage-config.js';
import { summaryOf } from './summary.js';

/** Where results go, and how work is watched and stopped. */
export interface Shell extends Pick<HeadlessOptions, 'signal' | 'onProgress'> {
  /** One result on stdout. */
  print(text: string): void;
  /** What is no result, on stderr. */
  note(text: string): void;
  /** What went wrong where the command goes on, on stderr as the error that ends one. */
  problem(thrown: ContinuistError): void;
}

export interface AnalyseFlags extends JudgingFlags, MatchFlags {
  readonly out?: string;
  /** A file with a brand's style. */
  readonly brand?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly failOn?: Severity;
  /** When the export is said to have been made; milliseconds since 1970. */
  readonly at?: number;
}

export async function analyse(board: string, flags: AnalyseFlags, shell: Shell): Promise<ExitCode> {
  const { out, at } = flags;
  if (out) await checkOutputs([{ path: out, makes: 'file' }], [board]);
  const options = {
    ...shell,
    ...given({ at }),
    ...(await matchOption(flags)),
    flags: judgingOf(flags),
  };
  return HeadlessReview.with(board, options, async (review) => {
    if (out) await mustKeepBoard(review.application.board.review, [out]);
    let isUnread = false;
    await takeSource(review, shell, (problem) => {
      isUnread = true;
      shell.problem(unreadSource(problem));
    });
    if (flags.brand !== undefined) await review.giveBrand(flags.brand);
    await review.analyse();
    await noteBrand(review, shell);
    const code = await report(review, flags, shell);
    // What was judged is what the review held, and not what was named.
    return isUnread ? EXIT.error : code;
  });
}

export async function report(review: HeadlessReview, flags: AnalyseFlags, shell: Shell): Promise<ExitCode> {
  const feedback = review.feedback(flags.out ?? null);
  noteRefused(feedback, shell);
  const nothing = noteOnNothing(feedback);
  if (nothing !== null) shell.note(nothing);
  if (flags.out) await replaceFile(flags.out, jsonText(feedback));
  if (flags.json) shell.print(jsonText(feedback).trimEnd());
  else if (!flags.quiet) shell.print(summaryOf(feedback));
  return exitCodeOf(feedback, flags.failOn ?? null);
}

/** What changed in the source of the board since it was read is taken in, and said. */
export async function takeSource(
  review: HeadlessReview,
  shell: Shell,
  unread?: (problem: string) => void,
): Promise<void> {
  for (const note of notesOnChanges(await review.takeSource(unread))) shell.note(note);
  const { records, skipped } = review.application.board.review;
  for (const note of notesOnSource(records, skipped)) shell.note(note);
}

/** How sure the brand's style is, where there is one. */
async function noteBrand({ application: { board } }: HeadlessReview, shell: Shell): Promise<void> {
  const report = await board.brandLearned();
  if (report.on + report.off + report.stale + report.waiting === 0) return;
  for (const sentence of reportTold(report)) shell.note(`Brand style: ${sentence}`);
}

function noteRefused({ judge }: Feedback, shell: Shell): void {
  for (const { device, reason } of judge?.refused ?? []) shell.note(`${device} was refused: ${reason}`);
}

/** Each graph that is used for the first time is shown; with the flag that is a yes to it. */
const graphOption = (isAllowed: boolean | undefined, shell: Shell): Pick<HeadlessOptions, 'allowsGraph'> =>
  isAllowed
    ? {
        allowsGraph: (placing) => {
          shell.note(placingTold(placing));
          return true;
        },
      }
    : {};

function noteWaiting({ application }: HeadlessReview, shell: Shell): void {
  const waiting = noteOnPlacings(application.placings);
  if (waiting !== null) shell.note(waiting);
  const outdated = noteOnOutdated(application.board.review.records);
  if (outdated !== null) shell.note(outdated);
}

export async function stage(
  configFile: string,
  { skipVision = false, at }: { skipVision?: boolean; at?: number },
  shell: Shell,
): Promise<ExitCode> {
  const { shots, out, vision } = await readStageConfig(configFile);
  const paths = [out, ...(vision.feedback ? [vision.feedback] : [])];
  await checkOutputs(
    paths.map((path) => ({ path, makes: 'file' })),
    [shots, configFile],
  );
  if (skipVision || !vision.enabled) {
    const there = await stat(shots).catch(() => null);
    if (!there?.isFile()) {
      const why = there ? 'is no file: where the stage is off, a shots file goes on' : 'is not there';
      throw new ContinuistError('OPEN_FAILED', `${shots} ${why}`, { name: basename(shots) });
    }
    await replaceFile(out, { copyOf: shots });
    shell.print('The vision stage is off: the shots go on unchanged.');
    return EXIT.passed;
  }
  const { generator, rounds, candidates, maxRequests, maxMinutes, match, allowGraphs } = vision;
  const limits = { rounds, candidates, maxRequests, maxMinutes };
  const flags = { ...judgingOf(vision), ...given({ generator, ...limits }) };
  const options = { ...shell, ...given({ at, match }), ...graphOption(allowGraphs, shell), flags };
  return HeadlessReview.with(shots, options, async (review) => {
    await mustKeepBoard(review.application.board.review, paths);
    await takeSource(review, shell, refuseUnread);
    if (vision.automatic) mustGenerate(review);
    await review.analyse();
    if (vision.automatic && !isHeld(review, shell)) await automaticOnce(review);
    noteWaiting(review, shell);
    for (const note of await exportTo(review, 'shots', out)) shell.note(note);
    return report(review, { out: vision.feedback, failOn: vision.failOn }, shell);
  });
}

export interface RegenerateFlags extends JudgingFlags, MatchFlags {
  readonly approveAgain?: boolean;
  /** A yes to graphs that are used for the first time. */
  readonly allowGraphs?: boolean;
  readonly auto?: boolean;
  readonly rounds?: number;
  readonly candidates?: number;
  readonly max?: number;
  readonly minutes?: number;
}

/**
 * Approved requests, with `approveAgain` also those that were approved on another machine, or with `auto` whatever is
 * flagged, within its limits.
 */
export async function regenerate(board: string, flags: RegenerateFlags, shell: Shell): Promise<ExitCode> {
  const { rounds, candidates, max: maxRequests, minutes: maxMinutes } = flags;
  const settings = { ...judgingOf(flags), ...given({ rounds, candidates, maxRequests, maxMinutes }) };
  const graphs = graphOption(flags.allowGraphs, shell);
  const options = { ...shell, ...graphs, ...(await matchOption(flags)), flags: settings };
  return HeadlessReview.with(board, options, async (review) => {
    const elsewhere = review.approvedElsewhere;
    if (flags.approveAgain) review.approveAgain();
    else if (elsewhere > 0)
      shell.note(
        `Waiting for a yes, since it was not approved on this machine: ${elsewhere}. Approve it in the window, or run this with --approve-again.`,
      );
    if (flags.auto) {
      mustGenerate(review);
      await review.analyse();
    }
    const run = () =>
      flags.auto
        ? automatic(review)
        : review.run(() => review.application.regeneration.start({ failedToo: true }));
    if (!isHeld(review, shell)) shell.print((await run())?.summary ?? 'Nothing is approved and waiting.');
    noteWaiting(review, shell);
    const feedback = review.feedback(null);
    noteRefused(feedback, shell);
    shell.print(summaryOf(feedback));
    return EXIT.passed;
  });
}

/** Throws BAD_FILE: what goes on is made from the shots file. Said before an hour of analysis, not after it. */
function refuseUnread(problem: string): never {
  throw unreadSource(problem);
}

const unreadSource = (problem: string) => new ContinuistError('BAD_FILE', problem.replace(/\.$/, ''));

/** Throws NO_GENERATOR or GENERATOR_UNAVAILABLE: said before an hour of analysis, not after it. */
function mustGenerate({ application }: HeadlessReview): void {
  application.generators.of(application.settings.generator);
}

/** A run would wait for the queue to go on, which nobody here may let it. */
function isHeld({ application }: HeadlessReview, shell: Shell): boolean {
  const paused = isPaused(application.board.review.records);
  if (paused) shell.note('Nothing is regenerated: the queue is paused. Let it go on in the window.');
  return paused;
}

/** Within the limits as they count for all runs on this board together, so that running the stage again makes nothing more. */
async function automaticOnce(review: HeadlessReview): Promise<void> {
  const { settings, board } = review.application;
  const { maxRequests } = settings;
  const made = automaticRequests(Object.values(board.review.records.request)).length;
  const max = maxRequests - made;
  if (max <= 0) return;
  await review.run(() =>
    review.application.regeneration.automatic({ ...limitsOf(review), max, countsEarlier: true }),
  );
}

function limitsOf({ application }: HeadlessReview) {
  const { rounds, candidates, maxRequests: max, maxMinutes: minutes } = application.settings;
  return { rounds, candidates, max, minutes };
}

function automatic(review: HeadlessReview) {
  return review.run(() => review.application.regeneration.automatic(limitsOf(review)));
}

/** By the writer of a format: the file or folder that it goes to. */
export type ExportFlags = Readonly<Record<string, string>>;
/** By the option of a writer. */
type Choices = Readonly<Record<string, string>>;

interface ExportOptions extends MatchFlags {
  readonly at?: number | undefined;
  readonly choices: Choices;
}

export async function exportFiles(
  board: string,
  paths: ExportFlags,
  { at, choices, ...flags }: ExportOptions,
  shell: Shell,
): Promise<ExitCode> {
  const outputs = Object.entries(paths).map(([id, path]) => ({ path, makes: writerOf(id).makes }));
  await checkOutputs(outputs, [board]);
  const options = { ...shell, ...given({ at }), ...(await matchOption(flags)) };
  let exported = 0;
  const work = async (review: HeadlessReview): Promise<ExitCode> => {
    await mustKeepBoard(
      review.application.board.review,
      outputs.flatMap(({ path, makes }) => (makes === 'file' ? [path] : [])),
    );
    for (const [id, path] of Object.entries(paths)) {
      const options = writerOf(id).options ?? [];
      const own = Object.entries(choices).filter(([name]) => options.some((option) => option.id === name));
      for (const note of await exportTo(review, id, path, Object.fromEntries(own))) shell.note(note);
      exported += 1;
      shell.print(path);
    }
    return EXIT.passed;
  };
  return HeadlessReview.with(board, options, work).catch((thrown) => {
    if (exported > 0 || !shell.signal?.aborted) throw thrown;
    const nothing = new ContinuistError('CANCELLED', '', {}, thrown);
    throw Object.assign(nothing, { hint: 'Nothing was exported.' });
  });
}

/** Returns what should be known of the result. */
async function exportTo(
  review: HeadlessReview,
  writerId: string,
  path: string,
  choices: Choices = {},
): Promise<readonly string[]> {
  const writer = writerOf(writerId);
  const target = writer.makes === 'file' ? dirname(resolve(path)) : resolve(path);
  const { jobs } = review.application;
  let notes: readonly string[] = [];
  const work = exportWork(writer, review.writeContext(target), { choices, path }, (made) => {
    notes = made.notes;
  });
  await review.run(() => jobs.start('export', work));
  return notes;
}
