/**
 * What a page keeps its main thread busy with: the tasks of a trace by Chromium, in milliseconds of processor time. The clock
 * on the wall would count what a loaded machine does meanwhile.
 *
 * @typedef {{ at: number, ms: number, does: string }} Task   at: milliseconds of the clock since the page was opened
 */

const CATEGORIES = ['toplevel', 'blink.user_timing', 'devtools.timeline', 'v8'];

/**
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<unknown>} work   opens the page
 * @returns {Promise<{ tasks: Task[], marks: Map<string, number> }>}   marks: when performance.mark was called, first of a name
 */
export async function traceTasks(page, work) {
  const browser = /** @type {import('playwright-core').Browser} */ (page.context().browser());
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  return tasksOf(traceEvents);
}

/** @param {any[]} events   of the Trace Event Format; times in microseconds */
function tasksOf(events) {
  const mark = events.find(({ cat, name }) => cat === 'blink.user_timing' && name === 'planetarium:posts');
  if (!mark) throw new Error('no posts in the trace');
  const own = events.filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid);
  const opened = own.findLast((one) => isOpening(one) && one.ts < mark.ts)?.ts;
  const at = (/** @type {{ ts: number }} */ { ts }) => (ts - opened) / 1000;
  const long = own.filter(({ ph, dur }) => ph === 'X' && dur);
  const tasks = long
    .filter(({ name, ts }) => name === 'ThreadControllerImpl::RunTask' && ts >= opened)
    .map((task) => ({ at: at(task), ms: task.tdur / 1000, does: within(long, task) }));
  /** @type {Map<string, number>} */
  const marks = new Map();
  for (const event of own)
    if (event.cat === 'blink.user_timing' && !marks.has(event.name)) marks.set(event.name, at(event));
  return { tasks, marks };
}

/** Documents that a sanitiser works in are opened, too. @param {any} event */
const isOpening = ({ name, args }) =>
  name === 'navigationStart' && args.data?.documentLoaderURL?.startsWith('http');

/** @param {any[]} events @param {any} task @returns {string}   its largest parts, for who looks for what takes so long */
function within(events, task) {
  return events
    .filter(({ ts, dur }) => ts >= task.ts && ts + dur <= task.ts + task.dur)
    .filter((event) => event !== task && event.tdur > task.tdur / 4)
    .map(({ name, tdur, args }) => `${name} ${args?.data?.functionName ?? ''} ${Math.round(tdur / 1000)}`)
    .join(', ');
}
