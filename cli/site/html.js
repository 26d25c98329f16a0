/** A drawn view and the page's own index.html → a page that is whole without a script. */

/** @param {string} text */
export const escaped = (text) =>
  text.replace(
    /[&<>"]/g,
    (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? letter,
  );

/**
 * @param {string} template   dist/index.html
 * @param {object} page
 * @param {string} page.markup
 * @param {string} page.title
 * @param {string} page.locale
 * @param {string} page.root         path to the site's root, as "../../" or ""
 * @param {string} [page.shows]      what the markup shows, for the page's script to know; without it none takes over
 * @param {string} [page.site]       name of the planet
 * @param {string} [page.description]
 * @param {string} [page.canonical]
 * @param {string} [page.previous]   address of the page with newer posts
 * @param {string} [page.next]
 * @param {{ type: string, title: string, href: string }[]} [page.alternates]
 * @param {string} [page.theme]
 * @param {string} [page.look]       name of a theme beside the page's own
 * @param {string} [page.css]        the planet's own style sheet: a URL, or a path from the site's root
 * @returns {string}
 */
export function pageOf(
  template,
  {
    markup,
    title,
    locale,
    root,
    shows,
    site,
    description,
    canonical,
    previous,
    next,
    alternates = [],
    theme,
    look,
    css,
  },
) {
  const head = [
    ...[
      ['og:type', site && 'website'],
      ['og:site_name', site],
      ['og:title', site && title],
      ['og:description', description],
      ['og:url', canonical],
      ['og:locale', site && locale.replaceAll('-', '_')],
    ].map(([name, value]) => value && `<meta property="${name}" content="${escaped(value)}" />`),
    previous && `<link rel="prev" href="${escaped(previous)}" />`,
    next && `<link rel="next" href="${escaped(next)}" />`,
    description && `<meta name="description" content="${escaped(description)}" />`,
    canonical && `<link rel="canonical" href="${escaped(canonical)}" />`,
    ...alternates.map(
      ({ type, title, href }) =>
        `<link rel="alternate" type="${type}" title="${escaped(title)}" href="${escaped(href)}" />`,
    ),
  ].filter(Boolean);
  // The posts are in the page: what would only come to draw them shall not stand in the way of its style and pictures.
  const own = template
    .replace(/^ *<link rel="(?:module)?preload"[^>]*>\n?/gm, '')
    .replace(/( *<script type="module" src=")page\.js("><\/script>\n?)/, shows ? '$1built.js$2' : '');
  const attributes = [
    ['lang', locale],
    ['data-theme', theme],
    ['data-look', look],
  ].map(([name, value]) => (value ? ` ${name}="${escaped(value)}"` : ''));
  // What web/elements/dress.js would ask for once it runs, by the marks that it knows them by.
  const sheets = [
    ['theme', look && `themes/${look}.css`],
    ['own', css],
  ].map(([name, href]) =>
    href ? `\n    <link rel="stylesheet" href="${escaped(href)}" data-dress="${name}" />` : '',
  );
  return own
    .replace(/<html lang="[^"]*"/, () => `<html${attributes.join('')}`)
    .replace(/<link rel="stylesheet"[^>]*>/, (link) => link + sheets.join(''))
    .replace(/<title>[^]*?<\/title>/, () => [`<title>${escaped(title)}</title>`, ...head].join('\n    '))
    .replace(/(<link\b[^>]*\bhref=")(?!\w+:|\/)([^"]*)/g, (whole, start, path) =>
      head.some((line) => line && line.includes(`href="${path}"`)) ? whole : `${start}${root}${path}`,
    )
    .replace(/<div id="planet">[^]*?<\/div>\s*<\/body>/, () => {
      const about = shows ? ` data-shows="${escaped(shows)}"` : '';
      return `<div id="planet"${about}>${markup}</div>\n  </body>`;
    });
}

/**
 * @param {object} status
 * @param {string} status.title
 * @param {string} status.built    RFC 3339
 * @param {import('../check.js').Row[]} status.feeds
 * @returns {string}   a table, for the page
 */
export function statusMarkup({ title, built, feeds }) {
  const rows = feeds.map(
    (feed) =>
      `<tr><td>${escaped(feed.state)}</td><td><a href="${escaped(feed.url)}">${escaped(feed.name)}</a></td><td>${escaped(feed.format ?? '')}</td><td>${feed.posts}</td><td>${escaped((feed.newest ?? '').slice(0, 10))}</td><td>${escaped(
        [
          feed.status && `${feed.status}`,
          feed.reason?.replaceAll('_', ' '),
          feed.detail,
          feed.movedTo && `moved to ${feed.movedTo}`,
          ...feed.problems.map(
            ({ line, detail, reason }) => `${line ? `line ${line}: ` : ''}${detail ?? reason}`,
          ),
        ]
          .filter(Boolean)
          .join('; '),
      )}</td></tr>`,
  );
  return `<main><h1>${escaped(title)}</h1><p>Built ${escaped(built)}</p><table class="status"><thead><tr><th>State</th><th>Feed</th><th>Format</th><th>Posts</th><th>Newest</th><th>What is wrong</th></tr></thead><tbody>${rows.join('')}</tbody></table></main>`;
}
