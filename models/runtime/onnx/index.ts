/** Graphs in the ONNX format: read, written, and opened for the device they run on. */
export {
  attributesOf,
  constant,
  GRAPH,
  graphOf,
  MICROSOFT,
  MODEL,
  type Node,
  node,
  nodeIn,
  type StoredTensor,
  TYPE,
  tensorIn,
} from './graph.js';
export { fromHalf } from './half-precision.js';
export { type OpenModel, openModel } from './open-model.js';
export { openSessions } from './sessions.js';
export { field, fieldsOf, numberField } from './wire.js';
