/** Every word of the settings, in French. */
import { countsIn } from '../counts.js';

const { counted } = countsIn('fr');

/** @type {import('./en.js').SettingsWords} */
export const words = {
  language: 'fr',
  lead: 'Gardé sur cet appareil ; personne d’autre ne le voit.',
  muted: 'Masqué',
  nothingMuted: 'Rien n’est masqué. On masque un blog sur sa page, un sujet sur la sienne.',
  unmute: (name) => `Montrer de nouveau ${name}`,
  weblog: 'blog',
  topic: 'sujet',
  word: 'mot',
  addWord: 'Un mot dont vous ne voulez rien lire',
  languages: 'Langues que je lis',
  allLanguages: 'Aucune choisie : toutes.',
  own: 'Mes propres flux',
  ownHint:
    'En plus de ceux de la planète. Le serveur d’un tel flux doit laisser d’autres pages le lire, ou le proxy de la planète doit être ouvert à tous.',
  address: 'Adresse d’un flux',
  add: 'Ajouter',
  remove: (name) => `Retirer ${name}`,
  notAnAddress: 'Ce n’est pas l’adresse d’un flux : elle commence par https://',
  order: 'Ordre des gens',
  orders: {
    planet: 'comme la planète les nomme',
    newest: 'le billet le plus récent d’abord',
    name: 'par nom',
    posts: 'le plus de billets d’abord',
  },
  letterKeys: 'Touches d’une seule lettre (? en donne la liste)',
  kept: 'Ce qui est gardé ici',
  exportIt: 'Enregistrer dans un fichier',
  importIt: 'Lire depuis un fichier',
  forget: 'Tout oublier',
  badFile: (name) => `${name} ne contient rien de tel.`,
  done: 'Terminé',
  hidden: (count) => counted(count, { one: '# billet', other: '# billets' }),
};
