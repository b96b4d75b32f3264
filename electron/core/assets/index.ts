export { type Asset, assetOf } from './asset.js';
export { type Assets, createAssets, type FileReadings, type FileStanding, type Variant } from './assets.js';
export { HeldPictures } from './held.js';
export { type PictureAddress, pictureAddress } from './picture-address.js';
export { provisionalId } from './provisional.js';
export { UnopenedPictures } from './unopened.js';
