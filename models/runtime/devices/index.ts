export {
  type Chain,
  deviceChain,
  ensembleChain,
  memberDevice,
  offeredDevices,
  thisMachine,
} from './devices.js';
