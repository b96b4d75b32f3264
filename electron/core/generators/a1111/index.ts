/**
 * AUTOMATIC1111, Forge and SD.Next, which share one interface: from words, from a picture, and within a mask. Held to
 * what Forge (June 2025) was recorded to do.
 */
import PQueue from 'p-queue';
import { z } from 'zod';
import { address } from '../address.js';
import { defineGenerator, type GenerationRequest, type Generator, type Watch } from '../generator.js';
import { askedOf } from './asked.js';
import { cancelWork } from './cancel.js';
import { Client, LIMITS, type Limits } from './client.js';
import { failed, NAME } from './errors.js';
import { newWork, type Work, workIn } from './handle.js';
import { ALL, statusOf } from './status.js';
import { Making, type UnderWay } from './work.js';

const MINUTE = 60_000;

const settings = z.strictObject({
  address: address('http://127.0.0.1:7860').default('').meta({
    title: 'Address',
    description: 'Where it runs, as it prints it when it starts: http://127.0.0.1:7860. Start it with --api.',
  }),
  sampler: z.string().max(100).default('').meta({
    title: 'Sampler',
    description: 'For pictures that do not say how they were made. Empty = the one that the server uses.',
  }),
  steps: z.number().int().min(1).max(150).default(20).meta({
    title: 'Steps',
    description: 'For pictures that do not say how they were made.',
  }),
  cfg: z.number().min(0).max(30).default(7).meta({
    title: 'CFG',
    description: 'For pictures that do not say how they were made.',
  }),
  minutes: z.number().int().min(1).max(600).default(30).meta({
    title: 'Minutes for a picture',
    description: 'How long one picture may take, and how long others are waited for.',
  }),
});

type Section = z.output<typeof settings>;

export const a1111 = defineGenerator({
  id: 'a1111',
  name: NAME,
  about: 'Makes pictures on your AUTOMATIC1111, Forge or SD.Next, with the settings of each picture.',
  settings,
  consent: { address: 'sends', sampler: 'free', steps: 'free', cfg: 'free', minutes: 'free' },
  connect: (section) => a1111Generator(section, { ...LIMITS, making: section.minutes * MINUTE }),
});

/** As the row connects it, with limits of one's own. */
export function a1111Generator(section: Section, limits: Limits): Generator {
  const client = new Client(section.address, limits);
  const underWay = new Map<string, UnderWay>();
  /** Of two that are sent at once, nobody could tell which of them is under way: a test of it waits as well. */
  const slot = new PQueue({ concurrency: 1 });

  const makingOf = (work: Work, { folder }: GenerationRequest, watch: Watch): Making =>
    new Making(client, work, folder, watch, underWay);

  return {
    capabilities: ALL,
    slots: slot.concurrency,
    status: (signal) => statusOf(client, signal),
    handleFor: () => ({ ...newWork(client.address) }),
    async start(request, handle, watch) {
      watch.signal.throwIfAborted();
      const work = workIn(handle, client.address);
      if (!work) throw failed('the address was changed meanwhile');
      return slot.add(() => makingOf(work, request, watch).start(request, askedOf(request, section)), {
        signal: watch.signal,
      });
    },
    async resume(request, handle, watch) {
      const work = workIn(handle, client.address);
      return work && makingOf(work, request, watch).resume();
    },
    async cancel(handle) {
      const work = workIn(handle, client.address);
      if (!work) return;
      // A server that is away stops nothing; what it makes in the end reaches nobody.
      await cancelWork(client, work, underWay.get(work.taskId)).catch(() => undefined);
      underWay.delete(work.taskId);
    },
  };
}
