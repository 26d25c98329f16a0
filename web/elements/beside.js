/**
 * When what is beside the posts is drawn, so that it need not move: at once where the store has posts; at a first visit when
 * all feeds are read, or have had their time. The cloud stays as it was while feeds come in: its lines would push the people
 * up and down.
 *
 * @import { View } from '../model.js'
 */

const PATIENCE_MS = 3000;

/** @param {{ window: Window, onChange: () => void }} env */
export function createBeside({ window, onChange }) {
  let mayCome = false;
  let timer = 0;
  let where = '';
  /** @type {View['cloud']} */
  let cloud = [];
  return {
    /** @param {{ done: number, total: number }} progress @param {View} view @returns {boolean} */
    mayCome({ done, total }, { entries }) {
      mayCome ||= done >= total || (entries.length > 0 && done === 0);
      if (!mayCome && entries.length)
        timer ||= window.setTimeout(() => {
          mayCome = true;
          onChange();
        }, PATIENCE_MS);
      return mayCome;
    },
    /** @param {string} address @param {View} view @param {boolean} isWaiting @returns {View} */
    steady(address, view, isWaiting) {
      if (address !== where || !isWaiting || !cloud.length) cloud = view.cloud;
      where = address;
      return cloud === view.cloud ? view : { ...view, cloud };
    },
  };
}
