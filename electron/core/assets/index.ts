export { type Asset, type Assets, createAssets, type Variant } from './assets.js';
export { type PictureAddress, pictureAddress } from './picture-address.js';
export { UnopenedPictures } from './unopened.js';
