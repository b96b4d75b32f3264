/** Which devices to try for a model on this machine, in which order, and why others are not tried. */
import { existsSync, readdirSync } from 'node:fs';
import type { Device, DeviceSetting, Refusal } from '@shared/device.js';
import type { CatalogueEntry } from '../../library/index.js';
import { choiceOf, findModel, type LibraryFolders, modelState, whyNotReady } from '../../library/index.js';

export interface Machine {
  /** `platform-arch`, as Node names them. */
  readonly system: string;
  /** What is known of a real graphics card; null = the system does not tell. */
  readonly hasCard: boolean | null;
}

export interface Chain {
  /** In the order they are tried; not empty. */
  readonly devices: readonly Device[];
  /** Not tried at all. */
  readonly refused: readonly Refusal[];
  /** Ids of the models that are used with their fine weights; absent = none. */
  readonly fine?: readonly string[];
}

/**
 * What the builds of onnxruntime-node 1.30 hold and transformers.js lets through, fastest first. WebGPU comes before
 * the others because it alone keeps the model's memory of a picture on the card. CoreML is left out: it has no
 * kernels for 4-bit weights.
 */
const OFFERED: Readonly<Record<string, readonly Device[]>> = {
  'linux-x64': ['webgpu', 'cuda', 'cpu'],
  'linux-arm64': ['cpu'],
  'win32-x64': ['webgpu', 'dml', 'cpu'],
  'win32-arm64': ['webgpu', 'dml', 'cpu'],
  'darwin-arm64': ['webgpu', 'cpu'],
};

export const thisMachine = (): Machine => ({
  system: `${process.platform}-${process.arch}`,
  hasCard: process.platform === 'linux' ? linuxHasCard() : null,
});

/** The devices that this system's build of ONNX Runtime knows; none where there is no build, as for Intel Macs. */
export const offeredDevices = ({ system }: Machine): readonly Device[] => OFFERED[system] ?? [];

/** What `judge` is to be tried on. A judge that is not in the catalogue runs no model here: the processor. */
export function deviceChain(
  judge: string,
  folders: LibraryFolders,
  setting: DeviceSetting,
  machine: Machine = thisMachine(),
): Chain {
  const entry = findModel(judge, folders);
  if (!entry) return { devices: ['cpu'], refused: [] };
  const wanted =
    setting === 'auto'
      ? (entry.auto ?? offeredDevices(machine)).filter((device) => entry.devices[device])
      : [setting];
  const devices: Device[] = [];
  const refused: Refusal[] = [];
  for (const device of wanted.filter((one) => one !== 'cpu')) {
    const reason = whyNot(device, entry, folders, machine) || (setting === 'auto' ? whySlow(machine) : '');
    if (reason) refused.push({ device, reason });
    else devices.push(device);
  }
  return {
    devices: [...devices, 'cpu'],
    refused,
    ...(choiceOf(entry, folders) === 'fine' && { fine: [judge] }),
  };
}

/** What several judges in one process are to be tried on: each device that suits one of them. */
export function ensembleChain(
  members: readonly string[],
  folders: LibraryFolders,
  setting: DeviceSetting,
  machine: Machine = thisMachine(),
): Chain {
  const chains = members.map((member) => deviceChain(member, folders, setting, machine));
  const suits = (device: Device) => chains.some(({ devices }) => devices.includes(device));
  const devices = offeredDevices(machine).filter((device) => device !== 'cpu' && suits(device));
  const refused = new Map(chains.flatMap((chain) => chain.refused.map((one) => [one.device, one])));
  const fine = chains.flatMap((chain) => chain.fine ?? []);
  return {
    devices: [...devices, 'cpu'],
    refused: [...refused.values()].filter(({ device }) => !suits(device)),
    ...(fine.length > 0 && { fine }),
  };
}

/** What a member runs on in an ensemble that runs on `device`: the processor where it has no files for that. */
export function memberDevice(id: string, device: Device, folders: LibraryFolders): Device {
  const entry = findModel(id, folders);
  const suits = entry?.devices[device] && (entry.auto?.includes(device) ?? true);
  return suits && modelState(entry, folders, device).ready ? device : 'cpu';
}

/** Why the device cannot even be tried; '' when it can. */
function whyNot(device: Device, entry: CatalogueEntry, folders: LibraryFolders, machine: Machine): string {
  if (!offeredDevices(machine).includes(device)) return `${machine.system} has no support for it`;
  return whyNotReady(entry, modelState(entry, folders, device), device);
}

/** A Vulkan driver may draw in software; ONNX Runtime would take it for a card. */
const whySlow = ({ hasCard }: Machine): string =>
  hasCard === false
    ? 'this machine has no graphics card, and a software one is slower than the processor'
    : '';

/** Drivers of graphics cards put a node there; `dxg` is Windows' card seen from its Linux. */
function linuxHasCard(): boolean {
  if (['/dev/dxg', '/dev/kfd', '/dev/nvidia0'].some((node) => existsSync(node))) return true;
  try {
    return readdirSync('/dev/dri').some((name) => name.startsWith('renderD'));
  } catch {
    return false;
  }
}
