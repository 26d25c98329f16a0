/** All subscriptions of a planet → one outcome each, told as they arrive, a few at once. */

/**
 * @template Feed, Outcome
 * @param {Feed[]} feeds
 * @param {object} work
 * @param {(feed: Feed) => Promise<Outcome>} work.fetchOne       rejects only when the whole refresh is given up
 * @param {(feed: Feed, outcome: Outcome) => void | Promise<void>} work.onOutcome
 * @param {number} [work.atOnce]
 * @returns {Promise<void>}    rejects as soon as one fetchOne does
 */
export async function refresh(feeds, { fetchOne, onOutcome, atOnce = 6 }) {
  const waiting = feeds.values();
  const worker = async () => {
    // The workers share one iterator: each takes the next feed that nobody has.
    for (const feed of waiting) await onOutcome(feed, await fetchOne(feed));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, feeds.length) }, worker));
}
