/** Every word of the builder, in French. */
import { countsIn } from '../counts.js';

const { counted } = countsIn('fr');

/** @type {import('./en.js').BuilderWords} */
export const words = {
  language: 'fr',
  direction: 'ltr',
  title: 'Construire une planète',
  lead: 'Déposez une liste de flux n’importe où sur cette page : un fichier OPML, un planet.json, le config.ini d’une ancienne planète, un tableau, un texte avec des adresses. Rien n’en sort de ce navigateur.',
  file: 'Choisir un fichier',
  address: 'Adresse d’un blog ou d’un flux',
  add: 'Ajouter',
  feeds: 'Flux',
  noFeeds: 'Aucun pour l’instant.',
  remove: (name) => `Retirer ${name}`,
  name: 'Nom',
  planetTitle: 'Titre',
  proxy: 'Proxy',
  proxyHint:
    'La plupart des flux ne peuvent être lus que par leurs propres pages. Un proxy ouvert, avec {url} dans son adresse, les lit pour cet aperçu et pour votre planète.',
  preview: 'Aperçu',
  previewEmpty: 'Les billets apparaissent ici dès qu’il y a un flux.',
  take: 'À emporter',
  oneFile: 'Une page en un seul fichier',
  folder: 'Un dossier pour tout hébergeur (zip)',
  snippet: 'Pour une page à vous',
  copy: 'Copier',
  copied: 'Copié',
  waiting: 'lecture…',
  posts: (count) => counted(count, { one: '# billet', other: '# billets' }),
  searching: 'Recherche de flux…',
  unreachable: (address) =>
    `${address} ne peut pas être lu d’ici. Écrivez l’adresse de son flux, ou indiquez ci-dessous un proxy ouvert.`,
  none: (address) => `${address} ne nomme aucun flux.`,
  known: 'Ce flux est déjà dans la liste.',
  nothingIn: (name) => `Il n’y a pas de flux dans ${name}.`,
  took: (name, count) =>
    counted(count, { one: '# flux de {}.', other: '# flux de {}.' }).replace('{}', () => name),
  missing: (detail) => `Impossible : ${detail}`,
};
