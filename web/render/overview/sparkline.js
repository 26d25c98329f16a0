/** Posts a month → a small line, with the sentence that says the same. */
import { svg } from 'lit/html.js';
import { html } from 'lit/html.js';

/** Months that the line shows. */
export const MONTHS = 24;

const WIDTH = 120;
const HEIGHT = 28;

/**
 * @param {{ month: string, count: number }[]} months    newest first, those without posts absent
 * @param {string} last                                  YYYY-MM, where the line ends
 * @returns {{ month: string, count: number }[]}         MONTHS of them, oldest first
 */
export function evenMonths(months, last) {
  const counts = new Map(months.map(({ month, count }) => [month, count]));
  const [year, number] = last.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, i) => {
    const month = new Date(Date.UTC(year, number - MONTHS + i, 1)).toISOString().slice(0, 7);
    return { month, count: counts.get(month) ?? 0 };
  });
}

/**
 * @param {{ month: string, count: number }[]} months    oldest first
 * @param {string} sentence
 */
export function sparkline(months, sentence) {
  const most = Math.max(1, ...months.map(({ count }) => count));
  const points = months.map(({ count }, i) => {
    const x = (i / (months.length - 1)) * (WIDTH - 4) + 2;
    const y = HEIGHT - 3 - (count / most) * (HEIGHT - 6);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  const [x, y] = points[points.length - 1].split(',');
  return html`<svg class="sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${sentence}>
    ${svg`<polyline points=${points.join(' ')} /><circle cx=${x} cy=${y} r="2" />`}
  </svg>`;
}
