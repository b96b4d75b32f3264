/** `/api/jobs` of the newer server: one view of queue and history. */
import type { Job, Outcome } from './job.js';
import type { Runner } from './runner.js';

type Status = 'pending' | 'in_progress' | 'completed' | 'failed' | 'cancelled';
export const STATUSES: readonly Status[] = ['pending', 'in_progress', 'completed', 'failed', 'cancelled'];

export function jobOf({ pending, running, history }: Runner, id: string): Record<string, unknown> | null {
  const waiting = pending.find((job) => job.id === id);
  if (waiting) return shortOf(waiting, 'pending');
  if (running?.id === id) return shortOf(running, 'in_progress');
  const done = history.get(id);
  if (!done) return null;
  const { job, outputs, status } = done;
  const workflow = { prompt: job.graph, extra_data: job.extra };
  return { ...endedJob(done), outputs, execution_status: status, workflow };
}

export const allJobs = ({ pending, running, history }: Runner): Record<string, unknown>[] => [
  ...pending.map((job) => shortOf(job, 'pending')),
  ...(running ? [shortOf(running, 'in_progress')] : []),
  ...[...history.values()].reverse().map(endedJob),
];

function shortOf({ number, id, extra }: Job, status: Status): Record<string, unknown> {
  const { workflow } = (extra.extra_pnginfo ?? {}) as { workflow?: { id?: string } };
  return {
    id,
    status,
    priority: number,
    create_time: extra.create_time,
    outputs_count: 0,
    ...(workflow?.id !== undefined && { workflow_id: workflow.id }),
  };
}

function endedJob({ job, outputs, status }: Outcome): Record<string, unknown> {
  const [last, said] = status.messages.at(-1) ?? [];
  const state =
    { execution_success: 'completed', execution_interrupted: 'cancelled' }[String(last)] ?? 'failed';
  const time = (at: number): unknown => status.messages.at(at)?.[1].timestamp;
  const saved = Object.entries(outputs) as [string, { images: object[] }][];
  const images = saved.flatMap(([nodeId, { images: all }]) =>
    all.map((image) => ({ ...image, nodeId, mediaType: 'images' })),
  );
  return {
    ...shortOf(job, state as Status),
    execution_start_time: time(0),
    execution_end_time: time(-1),
    outputs_count: images.length,
    ...(images[0] && { preview_output: images[0] }),
    ...(state === 'failed' && { execution_error: said }),
  };
}
