/** The languages a reader or a planet asks for → a table of words, and the locale that dates beside them are written in. */

/** @typedef {{ language: string }} Table */

/**
 * @template {Table} T
 * @param {T} en                                          what is at hand without asking
 * @param {Record<string, () => Promise<{ words: T }>>} of    the words in other languages
 * @param {readonly (string | undefined)[]} wanted        language tags, the dearest first
 * @returns {Promise<{ words: T, locale: string }>}       one language for both: an English page has English dates
 */
export async function loadFrom(en, of, wanted) {
  for (const tag of wanted) {
    const language = String(tag).split('-')[0].toLowerCase();
    if (!tag || (language !== 'en' && !Object.hasOwn(of, language))) continue;
    const table = language === 'en' ? { words: en } : await of[language]().catch(() => undefined);
    if (!table) break; // offline: in English
    const { words } = table;
    return { words, locale: looksLike(tag, words.language) ? tag : words.language };
  }
  return { words: en, locale: en.language };
}

/** In no country are these written in another script or with other digits: asking Intl costs a phone a tenth of a second. */
const ONE_LOOK = /^(de|en|es|fr|ja|pt)(-\w\w)?$/i;

/** Dates in other letters or digits than the words would not be one page. @param {string} tag @param {string} language */
function looksLike(tag, language) {
  const look = (/** @type {string} */ of) => {
    const { script } = new Intl.Locale(of).maximize();
    return `${script} ${new Intl.NumberFormat(of).resolvedOptions().numberingSystem}`;
  };
  try {
    return ONE_LOOK.test(tag) || look(tag) === look(language);
  } catch {
    return false;
  }
}
