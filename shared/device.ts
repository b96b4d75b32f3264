/** What a model can be run on. */
import { z } from 'zod';

/** `webgpu`: any graphics card; `cuda` and `dml`: ONNX Runtime’s own ways to NVIDIA’s, and to any on Windows. */
export const device = z.enum(['cpu', 'webgpu', 'cuda', 'dml']);

export const DEVICES = device.options;
export type Device = z.infer<typeof device>;

/** `auto`: the fastest that works. If what is chosen cannot be used, the processor takes over. */
export const deviceSetting = z.enum(['auto', ...DEVICES]);
export type DeviceSetting = z.infer<typeof deviceSetting>;

export const DEVICE_NAMES: Readonly<Record<Device, string>> = {
  cpu: 'Processor',
  webgpu: 'WebGPU',
  cuda: 'CUDA',
  dml: 'DirectML',
};

/** A device that was not taken, and why. */
export const refusal = z.object({ device, reason: z.string() });
export type Refusal = z.infer<typeof refusal>;
