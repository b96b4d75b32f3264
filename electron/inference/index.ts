export { InferenceClient, type InferenceOptions } from './client.js';
export { startNodeChild } from './node-child.js';
export type { ChildHandle, Port, StartChild } from './port.js';
