export { type Recent, RecentStoryboards } from './recent-storyboards.js';
