/**
 * What Cloudflare Workers runs. A worker's module may export handlers alone, so what makes it stands in another.
 */
import { createWorker } from './create-worker.js';

export default createWorker();
