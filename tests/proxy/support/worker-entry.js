// The worker under test: its clock is told by a header, as the node proxy's is by its test.
import { createWorker } from '../../../proxy/create-worker.js';

let moved = 0;
const worker = createWorker({ now: () => Date.now() + moved, random: () => 0 });

export default {
  /**
   * @param {Request} request
   * @param {{}} variables
   * @param {{ waitUntil: (job: Promise<unknown>) => void }} context
   */
  fetch(request, variables, context) {
    const ms = request.headers.get('x-test-moved');
    if (ms) moved = Number(ms);
    return worker.fetch(request, variables, context);
  },
};
