import crypto from 'node:crypto';
import fs, { writeFileSync } from 'node:fs';
import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it, onTestFinished, vi } from 'vitest';
import { approvalKey } from './approval-key.js';

const inFolder = async () => {
  const folder = join(await temporaryFolder(), 'data', 'deep');
  return { folder, file: join(folder, 'approvals.key') };
};

it('is made once for a folder, long and like no other, and leaves nothing beside it', async () => {
  const { folder } = await inFolder();
  const key = approvalKey(folder);
  expect(key).toHaveLength(32);
  expect(approvalKey(folder)).toEqual(key);
  expect(approvalKey((await inFolder()).folder)).not.toEqual(key);
  expect(await readdir(folder)).toEqual(['approvals.key']);
});

it('is written through before it gets its name, so that a power cut leaves no part of one', async () => {
  const { folder } = await inFolder();
  const told: string[] = [];
  const spies = (['fsyncSync', 'linkSync'] as const).map((name) => {
    const real = fs[name] as (...args: unknown[]) => void;
    return vi.spyOn(fs, name).mockImplementation((...args: unknown[]) => {
      told.push(name);
      real(...args);
    });
  });
  syncBuiltinESMExports();
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
    syncBuiltinESMExports();
  });
  approvalKey(folder);
  expect(told).toEqual(['fsyncSync', 'linkSync']);
});

it('is the one that another process made while it was made here', async () => {
  const { folder, file } = await inFolder();
  const others = Buffer.alloc(32, 7);
  const spied = vi.spyOn(crypto, 'randomBytes').mockImplementationOnce(() => {
    writeFileSync(file, others);
    return Buffer.alloc(32, 1);
  });
  syncBuiltinESMExports();
  onTestFinished(() => {
    spied.mockRestore();
    syncBuiltinESMExports();
  });
  expect(approvalKey(folder)).toEqual(others);
  expect(await readdir(folder)).toEqual(['approvals.key']);
});

it('is made anew where it is damaged', async () => {
  const { folder, file } = await inFolder();
  await mkdir(folder, { recursive: true });
  for (const damaged of ['', 'x'.repeat(31), 'x'.repeat(33)]) {
    await writeFile(file, damaged);
    const key = approvalKey(folder);
    expect(key).toHaveLength(32);
    expect(approvalKey(folder)).toEqual(key);
  }
  expect(await readdir(folder)).toEqual(['approvals.key']);
});

it.skipIf(process.platform === 'win32')(
  'is for its owner alone, also where it was opened to others',
  async () => {
    const { folder, file } = await inFolder();
    const key = approvalKey(folder);
    const mode = async () => (await stat(file)).mode & 0o777;
    expect(await mode()).toBe(0o600);
    await chmod(file, 0o644);
    expect(approvalKey(folder)).toEqual(key);
    expect(await mode()).toBe(0o600);
  },
);

it('is not made where something else has its place', async () => {
  const { folder, file } = await inFolder();
  await mkdir(file, { recursive: true });
  expect(() => approvalKey(folder)).toThrow(expect.objectContaining({ code: 'EISDIR' }));
});
