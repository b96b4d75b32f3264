/** The engines of the architectures that can be run. */
export { Dinov2Engine } from './dinov2/engine.js';
export { GroundingDinoEngine } from './grounding-dino/engine.js';
export { LlavaOnevisionEngine } from './llava-onevision/engine.js';
export { OpenEye } from './open-eye.js';
export { Phi35VisionEngine } from './phi-3.5-vision/engine.js';
export { PpOcrEngine } from './pp-ocr/index.js';
export { Qwen35Engine } from './qwen-3.5/engine.js';
