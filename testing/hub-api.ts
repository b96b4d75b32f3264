/** The hub's API as its own client library knows it, of the files that the fault server has. */
import { createHash } from 'node:crypto';

export interface PublishedRepository {
  /** 40 hexadecimal digits: what `main` stands for. */
  readonly commit: string;
  readonly cardData?: Readonly<Record<string, unknown>>;
  /** What it is is told; its files are not given. */
  readonly gated?: boolean;
  /** A mirror may not tell. */
  readonly tellsCommit?: boolean;
  /** Entries of one page of the tree. */
  readonly page?: number;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Hub {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly repositories: ReadonlyMap<string, PublishedRepository>;
}

const REVISION = /^\/api\/models\/([^/?]+\/[^/?]+)\/revision\/([^/?]+)$/;
const TREE = /^\/api\/models\/([^/?]+\/[^/?]+)\/tree\/([^/?]+)\?(.*)$/;

/** Null for a file that the hub gives to anyone. */
export function answerApi(path: string, hub: Hub): ApiAnswer | null {
  if (!path.startsWith('/api/')) {
    const [, name = ''] = /^\/([^/]+\/[^/]+)\/resolve\//.exec(path) ?? [];
    const refused = { status: 401, headers: { 'x-error-code': 'GatedRepo' } };
    return hub.repositories.get(name)?.gated ? refused : null;
  }
  const [, name = '', revision = '', search = ''] = REVISION.exec(path) ?? TREE.exec(path) ?? [];
  const repository = hub.repositories.get(name);
  // The hub does not say to a stranger whether there is one.
  if (!repository) return { status: 401, headers: { 'x-error-code': 'RepoNotFound' } };
  const { commit, cardData, gated = false, tellsCommit = true } = repository;
  if (![commit, 'main', 'refs/pr/1'].includes(decodeURIComponent(revision)))
    return { status: 404, headers: { 'x-error-code': 'RevisionNotFound' } };
  if (!search) {
    const about = { id: name, gated: gated && 'manual', ...(cardData && { cardData }) };
    return { status: 200, body: { ...about, ...(tellsCommit && { sha: commit }) } };
  }
  return treePage(name, repository, new URLSearchParams(search), hub);
}

function treePage(
  name: string,
  { commit, page = 1000 }: PublishedRepository,
  asked: URLSearchParams,
  hub: Hub,
): ApiAnswer {
  const root = `/${name}/resolve/${commit}/`;
  const paths = [...hub.files.keys()]
    .filter((path) => path.startsWith(root))
    .map((path) => path.slice(root.length));
  const folders = new Set(
    paths.filter((path) => path.includes('/')).map((path) => path.replace(/\/[^/]*$/, '')),
  );
  const entries = [
    ...[...folders].map((path) => ({ type: 'directory', oid: 'd'.repeat(40), size: 0, path })),
    ...paths.map((path) => fileEntry(path, hub.files.get(root + path) ?? Buffer.alloc(0))),
  ].filter(({ path }) => asked.get('recursive') === 'true' || !path.includes('/'));
  const start = Number(asked.get('cursor') ?? 0);
  const next = start + page;
  // As behind a mirror that passes on the hub's own address.
  const link = `<https://hub.invalid/api/models/${name}/tree/${commit}?recursive=true&cursor=${next}>; rel="next"`;
  return {
    status: 200,
    headers: next < entries.length ? { link } : {},
    body: entries.slice(start, next),
  };
}

/** Large files are known by their sha256, small ones by their git object. */
function fileEntry(path: string, bytes: Buffer) {
  const size = bytes.length;
  const oid = createHash('sha1').update(`blob ${size}\0`).update(bytes).digest('hex');
  if (!/\.onnx(_data.*)?$/.test(path)) return { type: 'file', oid, size, path };
  const lfs = { oid: createHash('sha256').update(bytes).digest('hex'), size, pointerSize: 134 };
  return { type: 'file', oid, size, lfs, path };
}
