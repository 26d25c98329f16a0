/** Many calls for a new picture → few pictures: the first at once, then at most one in a while. */

/**
 * @param {() => void} draw
 * @param {() => number} [waitMs]
 * @returns {() => void}
 */
export function createRedraw(draw, waitMs = () => 100) {
  let last = -Infinity;
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    // A timer and not a frame: in a tab that nobody looks at frames stand still, and the title would too.
    setTimeout(
      () => {
        waiting = false;
        last = performance.now();
        draw();
      },
      Math.max(0, last + waitMs() - performance.now()),
    );
  };
}
