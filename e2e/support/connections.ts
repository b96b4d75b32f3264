/** Sees to which addresses a program and all that it starts connects: by strace where it works, else by Node's own sockets. */
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Watch {
  readonly by: 'strace' | 'hook';
  /** Stands before the program. */
  readonly through: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** `address:port` of each, sorted, once. Unix sockets and those of the kernel lead nowhere and do not count. */
  seen(): Promise<string[]>;
}

const STRACE = ['strace', '-f', '--seccomp-bpf', '-qq', '-e', 'trace=connect,sendto,sendmsg,sendmmsg'];

/** A script for `node --import` that notes each connection, and each name that is looked up. */
const hook = (file: string) => `
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';
const note = (where) => appendFileSync(${JSON.stringify(file)}, where + '\\n');
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [{ host, port, path }] = net._normalizeArgs(args[0] instanceof Array ? args[0] : args);
  if (!path) note((host ?? 'localhost') + ':' + port);
  return connect.apply(this, args);
};
const send = dgram.Socket.prototype.send;
dgram.Socket.prototype.send = function (...args) {
  note('udp ' + args.filter((arg) => typeof arg !== 'function').slice(1).join(' '));
  return send.apply(this, args);
};
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  const real = dns[name];
  dns[name] = (host, ...rest) => {
    if (!net.isIP(host)) note('lookup ' + host);
    return real(host, ...rest);
  };
}
`;

export async function watchConnections(folder: string, by = ways()[0] ?? 'hook'): Promise<Watch> {
  const file = join(folder, `connections-${by}.txt`);
  await writeFile(file, '');
  const lines = async (pattern: RegExp, named: (found: RegExpMatchArray) => string) =>
    [...new Set([...(await readFile(file, 'utf8')).matchAll(pattern)].map(named))].sort();
  if (by === 'strace')
    return {
      by,
      through: [...STRACE, '-o', file],
      environment: {},
      seen: () =>
        lines(
          /sin6?_port=htons\((\d+)\), .*?(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)"/g,
          ([, port, address]) => `${address}:${port}`,
        ),
    };
  const script = join(folder, 'hook.mjs');
  await writeFile(script, hook(file));
  return {
    by,
    through: [],
    environment: { NODE_OPTIONS: `--import ${pathToFileURL(script)}` },
    seen: () => lines(/.+/g, ([line]) => line),
  };
}

/** How it can be seen on this machine, the surest first. */
export function ways(): Watch['by'][] {
  const traces = spawnSync('strace', [...STRACE.slice(1), '-o', '/dev/null', process.execPath, '--version']);
  return traces.status === 0 ? ['strace', 'hook'] : ['hook'];
}
