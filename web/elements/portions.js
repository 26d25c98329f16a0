/**
 * A view → pictures of it: what fills the window at once, the rest in tasks of their own. Each post that is new to the page
 * costs a millisecond or two to be sanitised and as much again to be laid out: twenty in one task would be felt.
 *
 * @import { EntryView, View } from '../model.js'
 *
 * @typedef {'posts' | 'beside' | 'whole'} Step   posts alone; with the first of what is beside them; everything
 * @typedef {'not yet' | 'comes' | 'there'} Beside   whether there is anything beside the posts
 */

/** New posts of the first picture: enough to fill most windows. And of each that follows. */
const FIRST = 3;
const NEXT = 5;

/** Keys remembered; who has seen more pays a portion again. */
const KNOWN = 2000;

/** A tab that nobody looks at has no frames. */
const NO_FRAME_MS = 100;

/**
 * @param {Window} window
 * @param {(view: View, step: Step) => void} draw
 * @returns {{ show: (view: View, wanted?: { whole?: boolean, beside?: Beside }) => void, afterwards: (work: () => void) => void }}
 *          show: the last call counts, it ends what is still being drawn; whole: all of it now. afterwards: once all is drawn
 */
export function createPortions(window, draw) {
  /** @type {Set<string>} */
  const known = new Set();
  let round = 0;
  let busy = false;
  /** @type {(() => void) | undefined} */
  let waiting;

  return {
    show(view, { whole = false, beside = 'comes' } = {}) {
      if (known.size > KNOWN) known.clear();
      busy = true;
      const mine = ++round;
      const pictures = whole ? [() => draw(view, 'whole')] : picturesOf(view, beside);
      const next = () => {
        if (mine !== round) return;
        pictures.shift()?.();
        if (pictures.length) afterFrame(window, next);
        else finish();
      };
      next();
      for (const { key } of view.entries) known.add(key);
    },
    afterwards(work) {
      if (busy) waiting = work;
      else work();
    },
  };

  /** @param {View} view @param {Beside} beside @returns {(() => void)[]} */
  function picturesOf(view, beside) {
    const pictures = endsOf(view.entries).map((end) => () => draw(beginningOf(view, end), 'posts'));
    if (beside === 'not yet') return pictures.length ? pictures : [() => draw(view, 'posts')];
    if (beside === 'comes') pictures.push(() => draw(view, 'beside'));
    return [...pictures, () => draw(view, 'whole')];
  }

  /** Where each portion ends; none when no post is new. @param {EntryView[]} entries @returns {number[]} */
  function endsOf(entries) {
    const fresh = entries.flatMap(({ key }, index) => (known.has(key) ? [] : index));
    /** @type {number[]} */
    const ends = [];
    for (let at = FIRST; at - NEXT < fresh.length && fresh.length; at += NEXT)
      ends.push(fresh[at] ?? entries.length);
    return ends;
  }

  function finish() {
    busy = false;
    const work = waiting;
    waiting = undefined;
    work?.();
  }
}

/** @param {View} view @param {number} end @returns {View} */
function beginningOf(view, end) {
  if (end === view.entries.length) return view;
  const days = view.days.map(({ date, runs }) => ({
    date,
    runs: runs
      .map(({ feed, entries }) => ({ feed, entries: entries.filter((index) => index < end) }))
      .filter(({ entries }) => entries.length),
  }));
  return { ...view, entries: view.entries.slice(0, end), days: days.filter(({ runs }) => runs.length) };
}

/** @param {Window} window @param {() => void} work   done once the last picture is on the screen */
function afterFrame(window, work) {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    work();
  };
  window.requestAnimationFrame(() => window.setTimeout(once));
  window.setTimeout(once, NO_FRAME_MS);
}
