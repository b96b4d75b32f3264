/** What this machine can run models on. */
import { totalmem } from 'node:os';
import { probe, type StartChild } from '@inference/index.js';
import { offeredDevices, thisMachine } from '@models/runtime/devices/index.js';
import type { MachineInfo } from '@shared/contract/index.js';
import { megabytes } from '@shared/megabytes.js';

/** Tries every device of this system, one after the other: two at once could take each other down. */
export async function tryDevices(parts: {
  readonly start: StartChild;
  readonly modelsFolder: string;
  readonly threads: number;
}): Promise<MachineInfo['devices']> {
  const machine = thisMachine();
  const offered = offeredDevices(machine);
  if (offered.length === 0) {
    const reason = `ONNX Runtime has no build for ${machine.system}. Judge on a server instead.`;
    return [{ device: 'cpu', works: false, note: reason }];
  }
  const devices: MachineInfo['devices'] = [
    { device: 'cpu', works: true, note: `${parts.threads} threads, ${megabytes(totalmem())} of memory` },
  ];
  for (const device of offered.filter((one) => one !== 'cpu')) {
    const reason = await probe(device, parts);
    const software = machine.hasCard === false ? 'no graphics card is there: a software driver answers' : '';
    devices.push({ device, works: reason === '', note: reason || software });
  }
  return devices;
}
