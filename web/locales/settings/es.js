/** Every word of the settings, in Spanish. */
import { countsIn } from '../counts.js';

const { counted } = countsIn('es');

/** @type {import('./en.js').SettingsWords} */
export const words = {
  language: 'es',
  lead: 'Se guarda en este dispositivo; nadie más lo ve.',
  muted: 'Silenciado',
  nothingMuted: 'No hay nada silenciado. Un blog se silencia en su página, un tema en la suya.',
  unmute: (name) => `Volver a mostrar ${name}`,
  weblog: 'blog',
  topic: 'tema',
  word: 'palabra',
  addWord: 'Una palabra sobre la que no quieres leer',
  languages: 'Idiomas que leo',
  allLanguages: 'Ninguno elegido: todos.',
  own: 'Mis propios canales',
  ownHint:
    'Además de los del planeta. El servidor de un canal así debe permitir que otras páginas lo lean, o el proxy del planeta debe estar abierto a todos.',
  address: 'Dirección de un canal',
  add: 'Añadir',
  remove: (name) => `Quitar ${name}`,
  notAnAddress: 'Eso no es la dirección de un canal: empieza por https://',
  order: 'Orden de la gente',
  orders: {
    planet: 'como la nombra el planeta',
    newest: 'primero la entrada más nueva',
    name: 'por nombre',
    posts: 'primero quien más escribe',
  },
  letterKeys: 'Teclas de una sola letra (? las enumera)',
  kept: 'Lo que se guarda aquí',
  exportIt: 'Guardar en un archivo',
  importIt: 'Leer de un archivo',
  forget: 'Olvidarlo todo',
  badFile: (name) => `${name} no contiene nada parecido.`,
  done: 'Listo',
  hidden: (count) => counted(count, { one: '# entrada', other: '# entradas' }),
};
