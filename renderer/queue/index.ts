export { cancelRequests, retryRequests } from './send-to-queue.js';
export { useQueue } from './use-queue.js';
