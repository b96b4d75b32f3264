/** The engines of the architectures that can be run. */
export { LlavaOnevisionEngine } from './llava-onevision/engine.js';
export { Phi35VisionEngine } from './phi-3.5-vision/engine.js';
