export { type Asset, type Assets, createAssets } from './assets.js';
export { type PictureAddress, pictureAddress } from './picture-address.js';
