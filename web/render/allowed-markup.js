/** What a post may bring into the page: elements and attributes, as data. Everything else is dropped, its text is kept. */

/** @param {string} list */
const words = (list) => list.split(' ');

/** Elements that a title may hold: a title is itself a link and a line. */
export const INLINE = words(
  'abbr b bdi bdo br cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var wbr',
);

const MATH = words(
  'math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace ' +
    'msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics',
);

/** Elements that a post may hold. No svg, no form, no frame, no style, and none that makes a landmark of the page. */
export const BLOCK = [
  ...INLINE,
  ...MATH,
  ...words(
    'a address article audio big blockquote caption center col colgroup dd details div dl dt figcaption figure footer ' +
      'h1 h2 h3 h4 h5 h6 header hgroup hr img li ol p picture pre rp rt ruby section source strike summary table tbody ' +
      'td tfoot th thead time tr tt ul video',
  ),
];

/** Elements of which not even the text is kept: it is of no use without them. */
export const DROPPED_WHOLE = words('annotation button datalist select textarea');

/** Attributes by element; `*` is every element. */
const ATTRIBUTES = /** @type {Record<string, string[]>} */ ({
  '*': words('dir id lang title'),
  a: words('href hreflang name'),
  audio: words('src'),
  col: words('span'),
  colgroup: words('span'),
  del: words('datetime'),
  details: words('open'),
  img: words('alt height sizes src srcset width'),
  ins: words('datetime'),
  li: words('value'),
  math: words('display'),
  mfenced: words('close open separators'),
  mo: words('fence form lspace rspace separator stretchy'),
  mtable: words('columnalign rowspacing'),
  mtd: words('columnspan rowspan'),
  mi: words('mathvariant'),
  mover: words('accent'),
  munder: words('accentunder'),
  ol: words('reversed start type'),
  source: words('media sizes src srcset type'),
  td: words('colspan rowspan'),
  th: words('abbr colspan rowspan scope'),
  time: words('datetime'),
  video: words('height poster src width'),
});

/** Attributes whose value is a URL or a list of them. */
export const URL_ATTRIBUTES = new Set(words('href poster src srcset'));

export const ALL_ATTRIBUTES = [...new Set(Object.values(ATTRIBUTES).flat())];

/** @param {string} element @param {string} attribute @returns {boolean}   both in lower case */
export const mayHave = (element, attribute) =>
  ATTRIBUTES['*'].includes(attribute) || (ATTRIBUTES[element]?.includes(attribute) ?? false);
