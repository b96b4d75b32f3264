export { type Api, listenForPort } from './api.js';
export { reportDefect } from './defects.js';
export {
  ask,
  call,
  keepConnected,
  listenToHost,
  refreshGenerators,
  refreshInfo,
  refreshRecent,
  send,
  settled,
  tryCall,
} from './host.js';
export { isWebHost } from './is-web-host.js';
export { lookAhead } from './looking.js';
export { newId } from './new-id.js';
export { type PictureWidth, pictureUrl, widthFor } from './picture-url.js';
export { listenForInvitations } from './tab.js';
