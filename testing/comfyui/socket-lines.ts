/** What comes over a socket, a line each, so that two servers can be compared. */

/** What a socket was told: its lines, and the numbers of waiting jobs, each once as long as it stays. */
export interface Heard {
  readonly lines: readonly string[];
  readonly status: string;
}

/** `keys` collects the fields of each kind of message. */
export function lineOf(data: Buffer, isBinary: boolean, keys: Map<string, Set<string>>): string {
  if (isBinary) {
    const event = data.readUInt32BE(0);
    if (event === 1) return `preview1 ${data.readUInt32BE(4) === 1 ? 'JPEG' : 'PNG'}`;
    const about = JSON.parse(data.subarray(8, 8 + data.readUInt32BE(4)).toString());
    return `preview4 ${about.image_type} ${about.node_id}`;
  }
  const { type, data: said } = JSON.parse(data.toString());
  keys.set(type, (keys.get(type) ?? new Set()).add(Object.keys(said).sort().join(' ')));
  const nodes: Record<string, { state: string; value: number; max: number }> = said.nodes ?? {};
  const pictures = (): string =>
    said.output.images
      .map((one: { subfolder: string; filename: string }) => `${one.subfolder}/${one.filename}`)
      .join(',');
  switch (type) {
    case 'status':
      return `status ${said.status.exec_info.queue_remaining}`;
    case 'execution_cached':
      return `execution_cached ${[...said.nodes].sort().join(',')}`;
    case 'progress_state':
      return `progress_state ${Object.entries(nodes)
        .map(([id, { state, value, max }]) => `${id}=${state} ${value}/${max}`)
        .join(', ')}`;
    case 'executing':
      return `executing ${said.node}`;
    case 'progress':
      return `progress ${said.value}/${said.max}`;
    case 'executed':
      return `executed ${said.node} ${pictures()}`;
    case 'execution_error':
      return `execution_error ${said.node_id} ${said.node_type} ${[...said.executed].sort()}`;
    case 'execution_interrupted':
      return `execution_interrupted ${said.node_id} ${[...said.executed].sort()}`;
    default:
      return type;
  }
}

/** Without the numbers of waiting jobs; steps that follow one another are one line with the kinds of news they brought. */
export function lines(raw: readonly string[]): string[] {
  const kept: (string | Set<string>)[] = [];
  for (const line of raw) {
    if (line.startsWith('status')) continue;
    const isState = /^progress_state .*=running [1-9]\d*\/\d+$/.test(line);
    if (!isState && !/^(?:progress |preview)/.test(line)) {
      kept.push(line);
      continue;
    }
    let group = kept.at(-1);
    if (!(group instanceof Set)) {
      group = new Set();
      kept.push(group);
    }
    group.add(isState ? 'state' : line.replace(/ \d+\/(\d+)$/, ' of $1'));
  }
  return kept.map((one) => (typeof one === 'string' ? one : `steps: ${[...one].join(', ')}`));
}

export const statuses = (raw: readonly string[]): string =>
  raw
    .filter((line) => line.startsWith('status'))
    .map((line) => line.slice('status '.length))
    .filter((number, at, all) => number !== all[at - 1])
    .join(' ');
