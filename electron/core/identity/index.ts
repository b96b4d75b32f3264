/** Whether somebody is the same as in the other shots: by what an eye makes of the crops that show them. */
export { castIn, type Somebody } from './cast-in.js';
export { type Crop, type Crops, cropsOf } from './crops.js';
export { isOff, likenessAmong, NEAREST } from './likeness.js';
export { windowAround } from './window.js';
