/** Every word of the builder, in German. */
import { countsIn } from '../counts.js';

const { counted } = countsIn('de');

/** @type {import('./en.js').BuilderWords} */
export const words = {
  language: 'de',
  direction: 'ltr',
  title: 'Einen Planeten bauen',
  lead: 'Lege eine Liste von Feeds irgendwo auf dieser Seite ab: eine OPML-Datei, eine planet.json, die config.ini eines älteren Planeten, eine Tabelle, einen Text mit Adressen. Nichts davon verlässt diesen Browser.',
  file: 'Eine Datei wählen',
  address: 'Adresse eines Weblogs oder eines Feeds',
  add: 'Hinzufügen',
  feeds: 'Feeds',
  noFeeds: 'Noch keine.',
  remove: (name) => `${name} entfernen`,
  name: 'Name',
  planetTitle: 'Titel',
  proxy: 'Proxy',
  proxyHint:
    'Die meisten Feeds dürfen nur ihre eigenen Seiten lesen. Ein offener Proxy mit {url} in seiner Adresse liest sie für diese Vorschau und für deinen Planeten.',
  preview: 'Vorschau',
  previewEmpty: 'Sobald es einen Feed gibt, stehen hier Beiträge.',
  take: 'Mitnehmen',
  oneFile: 'Eine Seite in einer Datei',
  folder: 'Ein Ordner für jeden Server (zip)',
  snippet: 'Für eine eigene Seite',
  copy: 'Kopieren',
  copied: 'Kopiert',
  waiting: 'wird gelesen …',
  posts: (count) => counted(count, { one: '# Beitrag', other: '# Beiträge' }),
  searching: 'Suche nach Feeds …',
  unreachable: (address) =>
    `${address} lässt sich von hier nicht lesen. Schreibe die Adresse des Feeds, oder nenne unten einen offenen Proxy.`,
  none: (address) => `${address} nennt keinen Feed.`,
  known: 'Dieser Feed steht schon in der Liste.',
  nothingIn: (name) => `In ${name} sind keine Feeds.`,
  took: (name, count) =>
    counted(count, { one: '# Feed aus {}.', other: '# Feeds aus {}.' }).replace('{}', () => name),
  missing: (detail) => `Es geht nicht: ${detail}`,
};
