import type { ModelInfo } from '@shared/contract/index.js';
import { expect, it } from 'vitest';
import { downloadTime, offeredModel } from './offered-model.js';

const on = (device: 'cpu' | 'webgpu', expected: number, bytes = 0) => ({
  device,
  dtype: 'q4',
  ready: false,
  missing: ['model.onnx'],
  bytes,
  expected,
  memory: null,
  weights: [],
});
const model = (id: string, part: Partial<ModelInfo>): ModelInfo => ({
  id,
  name: id,
  role: 'judge',
  brings: '',
  licence: 'MIT',
  limits: [],
  origin: 'hub',
  added: false,
  caution: '',
  ready: false,
  disk: 0,
  jobId: null,
  devices: [on('cpu', 2e9), on('webgpu', 1e9)],
  ...part,
});

it('offers what is here before what is small, and what is small before what is large', () => {
  const shipped = model('own', { origin: 'shipped', ready: true });
  const large = model('large', { devices: [on('cpu', 9e9)] });
  const small = model('small', {});
  const mine = model('mine', { origin: 'folder', ready: true });
  const offered = (...models: ModelInfo[]) => offeredModel(models, 'cpu')?.model.id ?? null;
  expect(offered(shipped, large, small, mine)).toBe('mine');
  expect(offered(shipped, large, small)).toBe('small');
  expect(offered(shipped)).toBeNull();
  const eye = model('eye', { role: 'eye', ready: true, devices: [on('cpu', 2e7)] });
  expect(offered(shipped, large, eye), 'an eye judges nothing').toBe('large');
  expect(offered(shipped, model('added', { added: true })), 'of which nobody knows what it is').toBeNull();
});

it('offers what runs on the device and was measured before what is small', () => {
  const [cpu] = [on('cpu', 3e9)];
  const measured = model('measured', { devices: [{ ...cpu, memory: 2e9 }] });
  const offered = (device: 'cpu' | 'webgpu', ...models: ModelInfo[]) =>
    offeredModel(models, device)?.model.id;
  expect(offered('cpu', model('small', { devices: [on('cpu', 1e9)] }), measured)).toBe('measured');
  expect(offered('webgpu', measured, model('on the card', {}))).toBe('on the card');
});

it('counts what is still to come for the device that is used', () => {
  const begun = model('begun', { devices: [on('cpu', 2e9, 5e8), on('webgpu', 1e9)] });
  expect(offeredModel([begun], 'cpu')).toMatchObject({ device: 'cpu', left: 1.5e9 });
  expect(offeredModel([begun], 'webgpu')).toMatchObject({ device: 'webgpu', left: 1e9 });
  expect(offeredModel([begun], 'dml')).toMatchObject({ device: 'cpu' });
  expect(offeredModel([model('here', { ready: true })], 'cpu')?.left).toBe(0);
});

it('says how long that takes', () => {
  expect([1e6, 1.1e9, 5e9].map(downloadTime)).toEqual([
    'about a minute at 100 Mbit/s',
    'about a minute at 100 Mbit/s',
    'about 7 minutes at 100 Mbit/s',
  ]);
});
