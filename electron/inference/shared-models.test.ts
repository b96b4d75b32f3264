/** Several storyboards of one program that ask its models, each as it is set. */
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { forkChild } from './node-child.js';
import type { ChildHandle } from './port.js';
import { type Inference, SharedModels } from './shared-models.js';

const fragile = fileURLToPath(new URL('../../testing/fragile-child.ts', import.meta.url));

let started: ChildHandle[];
let ended: ChildHandle[];
let models: SharedModels;

beforeEach(() => {
  const mine: ChildHandle[] = [];
  const gone: ChildHandle[] = [];
  started = mine;
  ended = gone;
  const start = () => {
    const child = forkChild(fragile);
    mine.push(child);
    void child.exited.then(() => gone.push(child));
    return child;
  };
  models = new SharedModels({ start, modelsFolder: '', threads: 1 });
});

function asker(ensemble: () => readonly string[] = () => []): Inference {
  const made = models.asker({ ensemble });
  onTestFinished(() => made.close());
  return made;
}

const ask = (inference: Inference, file = 'a', judge = 'test') =>
  inference.judge(judge, { file, questions: [] });

describe('two that ask the same judge in the same way', () => {
  it('share its process, and each is told what is loaded', async () => {
    const [one, other] = [asker(), asker()];
    await Promise.all([ask(one), ask(other)]);
    expect(started).toHaveLength(1);
    expect([one.pid, other.pid]).toEqual([started[0]?.pid, started[0]?.pid]);
    expect(one.loaded).toBe(other.loaded);
  });

  it('are answered in turn, however much each asks', async () => {
    const [one, other] = [asker(), asker()];
    await Promise.all([one.describe('test'), other.describe('test')]);
    const answered: string[] = [];
    const all = async (inference: Inference, name: string) => {
      for (let at = 0; at < 6; at++) {
        await ask(inference);
        answered.push(name);
      }
    };
    await Promise.all([all(one, 'one'), all(other, 'other')]);
    expect(answered).toEqual(Array.from({ length: 6 }, () => ['one', 'other']).flat());
  });

  it('keep it when one of them closes, and end it with the last', async () => {
    const [one, other] = [asker(), asker()];
    await Promise.all([ask(one), ask(other)]);
    await one.close();
    await ask(other);
    expect([started.length, ended.length]).toEqual([1, 0]);
    await expect(ask(one)).rejects.toMatchObject({ code: 'CANCELLED' });
    await other.close();
    await expect.poll(() => ended.length).toBe(1);
  });

  it('both get their answers when the picture of one kills it, and hear that it was lost', async () => {
    const lost: string[] = [];
    const hearing = (name: string) => models.asker({ onLost: (reason) => lost.push(`${name}: ${reason}`) });
    const [one, other] = [hearing('one'), hearing('other')];
    onTestFinished(async () => void (await Promise.all([one.close(), other.close()])));
    const bad = ask(one, 'kills');
    const good = ask(other);
    await expect(bad).rejects.toMatchObject({ code: 'JUDGE_FAILED', data: { setAside: true } });
    expect((await good).features).toHaveLength(1);
    expect(one.pid).toBe(other.pid);
    expect(lost).toEqual(Array.from({ length: 2 }, () => ['one: SIGSEGV', 'other: SIGSEGV']).flat());
    // What is ended is not lost.
    one.rest();
    await Promise.all([one.close(), other.close()]);
    expect(lost).toHaveLength(4);
  });

  it('rest together, and not while one of them relies on it', async () => {
    const [one, other] = [asker(), asker()];
    const asked = ask(one);
    await other.describe('test');
    expect(other.rest()).toBe(false);
    await asked;
    expect(one.rest('another')).toBe(true);
    expect(one.loaded).not.toBeNull();
    expect(other.rest('test')).toBe(true);
    expect([one.loaded, other.loaded]).toEqual([null, null]);
  });
});

describe('two that ask otherwise', () => {
  it('have a process each, and one that changes its mind joins the other', async () => {
    let members: readonly string[] = ['x', 'y'];
    const [one, other] = [asker(), asker(() => members)];
    await Promise.all([ask(one), ask(other)]);
    expect(started).toHaveLength(2);
    expect(one.pid).not.toBe(other.pid);
    members = [];
    await ask(other);
    expect(other.pid).toBe(one.pid);
    await expect.poll(() => ended.length).toBe(1);
    expect(started).toHaveLength(2);
  });

  it('one that changes its judge leaves the other’s alone, and has its own answers first', async () => {
    const [one, other] = [asker(), asker()];
    await ask(other);
    const first = ask(one, 'slow', 'keeps time').catch(({ code }: { code: string }) => code);
    const second = ask(one);
    await expect.poll(() => started.length).toBe(2);
    expect(one.pid).not.toBe(other.pid);
    // It is waited for, and so nothing moves yet.
    await one.close();
    expect(await first).toBe('CANCELLED');
    await expect(second).rejects.toMatchObject({ code: 'CANCELLED' });
    await ask(other);
    expect(started).toHaveLength(2);
  });
});
