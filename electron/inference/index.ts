export { InferenceClient, type InferenceOptions, type Judged } from './client.js';
export { judgeDescription } from './contract.js';
export type { SeeRequest, Sighted } from './inference-options.js';
export { gpuMemory, peakMemory } from './memory.js';
export { forkChild, startNodeChild } from './node-child.js';
export type { ChildHandle, Port, StartChild } from './port.js';
export { probe, probeServers } from './probe.js';
export { type Inference, SharedModels } from './shared-models.js';
