/** What the double answers, path by path. */
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Reply } from '../fate.js';
import { checkGraph } from './check-graph.js';
import { type Files, partsOf } from './files.js';
import type { Job, Outcome } from './job.js';
import { allJobs, jobOf, STATUSES } from './jobs.js';
import { readPython, writePython } from './json.js';
import type { NodeClass, Version } from './node-class.js';
import { infoOf } from './nodes.js';
import type { Runner } from './runner.js';

/** What there is to answer from. */
export interface Served {
  readonly version: Version;
  readonly features: Readonly<Record<string, unknown>>;
  readonly models: readonly string[];
  readonly nodes: Readonly<Record<string, NodeClass>>;
  readonly files: Files;
  readonly runner: Runner;
  /** Of the next prompt. */
  number: number;
}

export interface Asked {
  readonly method: string;
  /** Without `/api`, but for its jobs. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const json = (value: unknown, status = 200): Reply => ({ status, body: writePython(value) });
const EMPTY: Reply = { status: 200, body: '' };
const NOT_FOUND: Reply = { status: 404, body: '' };
const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;

type Route = (double: Served, asked: Asked, rest: string) => Reply | Promise<Reply>;

const ROUTES: Readonly<Record<string, Route>> = {
  'GET /system_stats': ({ version }) =>
    json({ system: { comfyui_version: version, os: 'posix' }, devices: [] }),
  'GET /features': ({ features }) => json(features),
  'GET /embeddings': () => json([]),
  'GET /users': () => json({ storage: 'server', migrated: false }),
  'GET /models': () => json(['checkpoints', 'loras', 'vae']),
  'GET /models/': ({ models }, _, folder) =>
    folder === 'checkpoints' ? json(models) : folder === 'loras' ? json([]) : NOT_FOUND,
  'GET /object_info': ({ nodes }) =>
    json(Object.fromEntries(Object.entries(nodes).map(([name, row]) => [name, infoOf(name, row)]))),
  'GET /object_info/': ({ nodes }, _, name) => {
    const row = nodes[name];
    return json(row ? { [name]: infoOf(name, row) } : {});
  },
  'GET /prompt': ({ runner }) => json({ exec_info: { queue_remaining: runner.waiting } }),
  'POST /prompt': postPrompt,
  'GET /queue': ({ runner }) =>
    json({
      queue_running: runner.running ? [itemOf(runner.running)] : [],
      queue_pending: runner.pending.map(itemOf),
    }),
  'POST /queue': ({ runner }, { body }) => {
    const { clear = false, delete: ids = [] } = fieldsOf(body) as { clear?: boolean; delete?: string[] };
    runner.drop(({ id }) => clear || ids.includes(id));
    return EMPTY;
  },
  'GET /history': ({ runner }, { query }) => {
    const most = Number(query.get('max_items') ?? Number.POSITIVE_INFINITY);
    const all = [...runner.history.entries()].slice(
      -Math.min(most, runner.history.size) || runner.history.size,
    );
    return json(Object.fromEntries(all.map(([id, outcome]) => [id, pastOf(outcome)])));
  },
  'GET /history/': ({ runner }, _, id) => {
    const outcome = runner.history.get(id);
    return json(outcome ? { [id]: pastOf(outcome) } : {});
  },
  'POST /history': ({ runner }, { body }) => {
    const { clear = false, delete: ids = [] } = fieldsOf(body) as { clear?: boolean; delete?: string[] };
    if (clear) runner.history.clear();
    for (const id of ids) runner.history.delete(id);
    return EMPTY;
  },
  'POST /interrupt': ({ runner }, { body }) => {
    const told = body.length === 0 ? {} : readPython(body.toString());
    if (Array.isArray(told)) throw new Error('a list');
    const { prompt_id: id } = told as { prompt_id?: string };
    if (id === undefined || runner.running?.id === id) runner.interrupt();
    return EMPTY;
  },
  'POST /free': ({ runner }) => {
    runner.forget();
    return EMPTY;
  },
  'POST /upload/image': ({ files }, { body, headers }) =>
    files.upload(partsOf(body, headers['content-type'] ?? ''), false),
  'POST /upload/mask': ({ files }, { body, headers }) =>
    files.upload(partsOf(body, headers['content-type'] ?? ''), true),
  'GET /view': ({ files, version }, { query }) =>
    files.view(query, version === '0.27.0' ? 'application/octet-stream' : 'image/svg+xml'),
};

const NEWER: Readonly<Record<string, Route>> = {
  'GET /api/jobs': ({ runner }, { query }) => {
    const status = query.get('status');
    const valid = STATUSES.join(', ');
    if (status !== null && !STATUSES.some((one) => one === status))
      return json({ error: `Invalid status value(s): ${status}. Valid values: ${valid}` }, 400);
    const all = allJobs(runner);
    const limit = query.has('limit') ? Number(query.get('limit')) : null;
    const jobs = all.slice(0, limit ?? all.length);
    const pagination = { offset: 0, limit, total: all.length, has_more: jobs.length < all.length };
    return json({ jobs, pagination });
  },
  'GET /api/jobs/': ({ runner }, _, id) => {
    const job = jobOf(runner, id);
    return job ? json(job) : json({ error: 'Job not found' }, 404);
  },
  'POST /api/jobs/': ({ runner }, { body }, rest) => {
    const id = /^(.+)\/cancel$/.exec(rest)?.[1];
    if (id === undefined) {
      const { job_ids: ids = [] } = fieldsOf(body) as { job_ids?: string[] };
      const invalid = ids.filter((one) => !UUID.test(one));
      return json({ error: 'job_ids contains invalid id(s)', invalid_ids: invalid }, 400);
    }
    const isRunning = runner.running?.id === id;
    if (isRunning) runner.interrupt();
    return json({ cancelled: isRunning || runner.drop((job) => job.id === id) });
  },
};

export async function answer(double: Served, asked: Asked): Promise<Reply> {
  const { method, path } = asked;
  if (method === 'OPTIONS') return EMPTY;
  const isNewer = double.version === '0.27.0';
  const rows = { ...ROUTES, ...(isNewer && NEWER) };
  const verb = method === 'HEAD' ? 'GET' : method;
  const exact = rows[`${verb} ${path}`];
  if (exact) return exact(double, asked, '');
  const [, folder = '', rest = ''] = /^((?:\/api)?\/[^/]+\/)(.+)$/.exec(path) ?? [];
  const row = rows[`${verb} ${folder}`];
  if (row) return row(double, asked, decodeURIComponent(rest));
  if (method === 'POST') return { status: 405, body: '405: Method Not Allowed' };
  return { ...NOT_FOUND, type: 'application/octet-stream' };
}

const fieldsOf = (body: Buffer): unknown => readPython(body.toString());

const itemOf = ({ number, id, graph, extra, outputs }: Job): unknown[] => [number, id, graph, extra, outputs];

const pastOf = ({ job, outputs, status, meta }: Outcome): unknown => ({
  prompt: itemOf(job),
  outputs,
  status,
  meta,
});

function postPrompt(double: Served, { body }: Asked): Reply {
  const asked = fieldsOf(body) as Record<string, unknown>;
  const isNewer = double.version === '0.27.0';
  const refused = (error: unknown, nodeErrors: unknown = {}): Reply =>
    json({ error, node_errors: nodeErrors }, 400);
  const number = (asked.front === true ? -1 : 1) * double.number++;
  if (!('prompt' in asked))
    return refused({
      type: 'no_prompt',
      message: 'No prompt provided',
      details: 'No prompt provided',
      extra_info: {},
    });
  const id = idOf(asked.prompt_id, isNewer);
  if (id === null)
    return refused({
      type: 'invalid_prompt_id',
      message: 'prompt_id must be a valid UUID',
      details:
        'prompt_id must be a UUID string in canonical lowercase hyphenated form; omit it to let the server generate one',
      extra_info: {},
    });
  const { nodes, version, files, runner } = double;
  const { error, outputs, nodeErrors } = checkGraph(asked.prompt, {
    version,
    nodes,
    isFile: (name) => files.isInput(name),
  });
  if (error) return refused(error, nodeErrors);
  const extra = {
    ...(asked.extra_data as object | undefined),
    ...(asked.client_id !== undefined && { client_id: asked.client_id }),
    ...(isNewer && { create_time: Date.now() }),
  };
  runner.put({ number, id, graph: asked.prompt as Job['graph'], extra, outputs });
  return json({ prompt_id: id, number, node_errors: nodeErrors });
}

/** Null for one that is refused. The older server takes anything, and an id of nothing by its name in Python. */
function idOf(asked: unknown, isNewer: boolean): string | null {
  if (asked === undefined || (isNewer && asked === null)) return randomUUID();
  if (!isNewer) return asked === null ? 'None' : String(asked);
  return typeof asked === 'string' && UUID.test(asked) ? asked : null;
}
