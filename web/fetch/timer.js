/** A time limit and an outer signal → one signal that ends with either (AbortSignal.any is younger than the browsers we serve). */

/**
 * @param {number} ms
 * @param {AbortSignal} [outer]
 * @returns {{ signal: AbortSignal, expired: () => boolean, stop: () => void }}   stop it when the work is done
 */
export function startTimer(ms, outer) {
  const controller = new AbortController();
  let expired = false;
  const end = () => controller.abort(outer?.reason);
  const timeout = setTimeout(() => {
    expired = true;
    controller.abort();
  }, ms);
  if (outer?.aborted) end();
  outer?.addEventListener('abort', end);
  return {
    signal: controller.signal,
    expired: () => expired,
    stop() {
      clearTimeout(timeout);
      outer?.removeEventListener('abort', end);
    },
  };
}
