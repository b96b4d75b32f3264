/** Programs started by the scripts: ended with them, and their failures told in a sentence. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export const say = (text) => console.error(text);

/** Since `started` (performance.now()), for people. */
export const seconds = (started) => `${((performance.now() - started) / 1000).toFixed(1)} s`;

const running = new Set();
let interrupted = false;
for (const name of ['SIGINT', 'SIGTERM']) {
  process.on(name, () => {
    // On a terminal Ctrl+C reaches the programs by itself; they end in their own way and we after them.
    interrupted = true;
    for (const child of running) child.kill(name);
    if (running.size === 0) process.exit(130);
  });
}

/** Runs a program to its end. Resolves with its exit code, and what it wrote when `output` is 'collect'. */
export function run(command, args, { output = 'inherit', env = {}, cwd = root } = {}) {
  const shell = process.platform === 'win32' && (command === 'npm' || command === 'npx');
  const child = spawn(command, args, {
    cwd,
    shell,
    env: { ...process.env, ...env },
    stdio: ['inherit', ...(output === 'collect' ? ['pipe', 'pipe'] : ['inherit', 'inherit'])],
  });
  running.add(child);
  let text = '';
  child.stdout?.on('data', (chunk) => {
    text += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    text += chunk;
  });
  return new Promise((resolve) => {
    const end = (code) => {
      running.delete(child);
      if (interrupted) process.exit(130);
      resolve({ code, text });
    };
    child.once('error', (error) => {
      text += error.message;
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/** An installed tool's own script, run without npx: less to start, and the same on every system. */
export const tool = (script) => join(root, 'node_modules', ...script.split('/'));

/** Like `run`, but a failure ends the whole script with what the program said. */
export async function succeed(command, args, options = {}) {
  const { code, text } = await run(command, args, { output: 'collect', ...options });
  if (code === 0) return text;
  console.error(text.trim());
  console.error(`\n“${command} ${args.join(' ')}” failed. Nothing was started.`);
  process.exit(1);
}
