/** The welcome text of a planet → what stands beside its posts. */

/**
 * @param {string | undefined} html
 * @param {import('../render/sanitize.js').Sanitizer} sanitizer
 * @param {Document} document
 * @param {string} base    URL that its links resolve against
 * @returns {HTMLElement | undefined}
 */
export function welcomeOf(html, sanitizer, document, base) {
  const fragment = html && sanitizer.block(html, { prefix: 'welcome-', base });
  if (!fragment || fragment === 'too-large') return undefined;
  const section = document.createElement('section');
  section.className = 'welcome';
  section.append(fragment);
  return section;
}
