/**
 * Makes `examples/vision_feedback_example.json` and `examples/vision_feedback.schema.json` by running the program
 * on the sample: analysed, the suggestion of the first flagged shot approved and regenerated, one clean shot
 * approved, one put on hold with a note drawn on it and answered. `tsx scripts/make-feedback-example.ts [--schema-only]`.
 */
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Application } from '@core/application.js';
import { feedbackOf, feedbackSchema } from '@core/formats/index.js';
import { suggestionIn } from '@shared/analysis.js';
import type { Command } from '@shared/commands/index.js';
import type { Feedback } from '@shared/feedback.js';
import { type Shot, shotsInOrder } from '@shared/records/index.js';
import { analyseBoard, finished, withBoard } from '../bench/board.js';
import { SAMPLE } from '../bench/truth.js';

const examples = fileURLToPath(new URL('../examples/', import.meta.url));
const write = (name: string, value: unknown): Promise<void> =>
  writeFile(join(examples, name), `${JSON.stringify(value, null, 2)}\n`);

/** An hour of review, so that the example does not change with the day it is made on. */
const DAY = Date.UTC(2026, 0, 15, 9);

async function review(application: Application): Promise<Feedback> {
  await analyseBoard(application);
  const { board } = application;
  const run = (command: Command) => application.run({ id: randomUUID(), at: Date.now(), command });
  const shots = shotsInOrder(board.review.records);
  const suggested = shots.find(({ id }) =>
    suggestionIn(board.derived.suggestions[id])?.edits.some(({ target }) => target === 'prompt'),
  );
  const flagged = new Set(board.derived.findings.map(({ shotId }) => shotId));
  const clean = shots.find(({ id, pickId }) => pickId && !flagged.has(id));
  const held = shots.find(({ id }) => flagged.has(id) && id !== suggested?.id);
  if (suggested) await approve(application, suggested);
  if (clean?.pickId) run({ type: 'approve-take', shotId: clean.id, takeId: clean.pickId });
  if (held) {
    run({ type: 'hold', shotId: held.id, reason: 'Ask the director first.' });
    note(application, held);
  }
  return atFixedTimes(feedbackOf(application.writeContext(null)));
}

/** Under ids of its own, so that the example stays as it is. */
function note(application: Application, { id: shotId, pickId }: Shot): void {
  const sha256 = application.board.review.records.take[pickId ?? '']?.sha256;
  if (sha256 === undefined) return;
  const about = { shotId, sha256 };
  const look = { colour: 'red', size: 0.012 } as const;
  const commands: Command[] = [
    {
      type: 'draw',
      ...about,
      noteId: 'note-1',
      figure: { kind: 'arrow', from: [0.2, 0.2], to: [0.4, 0.5], ...look },
    },
    {
      type: 'draw',
      ...about,
      noteId: 'note-1',
      figure: {
        kind: 'pen',
        points: [
          [0.4, 0.5, 0.3],
          [0.5, 0.55, 0.8],
          [0.6, 0.5, 0.5],
        ],
        ...look,
      },
    },
    { type: 'edit-note', noteId: 'note-1', text: 'Closer to her.' },
    { type: 'write-note', ...about, place: null, text: 'Half as far?', replyTo: 'note-1' },
    { type: 'write-note', ...about, place: { x: 0.75, y: 0.25 }, text: 'Lovely light.' },
  ];
  for (const [at, command] of commands.entries())
    application.run({ id: `example-${at}`, at: DAY + at, command });
}

async function approve(application: Application, shot: Shot): Promise<void> {
  const { board } = application;
  const suggestion = suggestionIn(board.derived.suggestions[shot.id]);
  if (!suggestion) return;
  application.run({
    id: randomUUID(),
    at: Date.now(),
    command: {
      type: 'approve-suggestion',
      shotId: shot.id,
      takeId: suggestion.takeId,
      prompt: suggestion.prompt,
      negativePrompt: suggestion.negativePrompt,
      seed: '2026',
      strength: null,
      acceptedEdits: suggestion.edits.map(({ key }) => key),
      edited: false,
    },
  });
  const job = application.jobs.runningOf('regeneration');
  if (job) await finished(application, job);
}

/** The same minutes in every example; the ids of takes and requests come from the program and stay. */
function atFixedTimes(feedback: Feedback): Feedback {
  let minute = 0;
  const next = (): string => {
    minute += 1;
    return new Date(DAY + minute * 60_000).toISOString();
  };
  const shots = feedback.shots.map((shot) => ({
    ...shot,
    decisions: shot.decisions.map((decision) => ({ ...decision, at: next() })),
    ...(shot.comments && { comments: shot.comments.map((comment) => ({ ...comment, at: next() })) }),
  }));
  return { ...feedback, shots, exportedAt: next() };
}

await write('vision_feedback.schema.json', feedbackSchema());
if (!process.argv.includes('--schema-only')) {
  await write('vision_feedback_example.json', await withBoard(SAMPLE, review));
}
