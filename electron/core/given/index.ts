export { type FirstPictures, takeFirstPictures } from './first-pictures.js';
export { ReceivedFiles } from './received.js';
