export { listenForPort } from './api.js';
export { ask, call, keepConnected, send, settled } from './host.js';
export { type PictureWidth, pictureUrl, widthFor } from './picture-url.js';
