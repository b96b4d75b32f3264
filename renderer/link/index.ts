export { type Api, listenForPort } from './api.js';
export { reportDefect } from './defects.js';
export { ask, call, keepConnected, refreshGenerators, refreshInfo, send, settled, tryCall } from './host.js';
export { lookAhead } from './looking.js';
export { type PictureWidth, pictureUrl, widthFor } from './picture-url.js';
export { listenForInvitations } from './tab.js';
