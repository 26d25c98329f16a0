/** Every word of the builder, in Spanish. */
import { countsIn } from '../counts.js';

const { counted } = countsIn('es');

/** @type {import('./en.js').BuilderWords} */
export const words = {
  language: 'es',
  direction: 'ltr',
  title: 'Construir un planeta',
  lead: 'Suelta una lista de canales en cualquier parte de esta página: un archivo OPML, un planet.json, el config.ini de un planeta antiguo, una tabla, un texto con direcciones. Nada de ello sale de este navegador.',
  file: 'Elegir un archivo',
  address: 'Dirección de un blog o de un canal',
  add: 'Añadir',
  feeds: 'Canales',
  noFeeds: 'Ninguno todavía.',
  remove: (name) => `Quitar ${name}`,
  name: 'Nombre',
  planetTitle: 'Título',
  proxy: 'Proxy',
  proxyHint:
    'La mayoría de los canales solo pueden leerlos sus propias páginas. Un proxy abierto, con {url} en su dirección, los lee para esta vista previa y para tu planeta.',
  preview: 'Vista previa',
  previewEmpty: 'Las entradas aparecen aquí en cuanto hay un canal.',
  take: 'Para llevar',
  oneFile: 'Una página en un archivo',
  folder: 'Una carpeta para cualquier servidor (zip)',
  snippet: 'Para una página tuya',
  copy: 'Copiar',
  copied: 'Copiado',
  waiting: 'leyendo…',
  posts: (count) => counted(count, { one: '# entrada', other: '# entradas' }),
  searching: 'Buscando canales…',
  unreachable: (address) =>
    `${address} no se puede leer desde aquí. Escribe la dirección de su canal o indica abajo un proxy abierto.`,
  none: (address) => `${address} no nombra ningún canal.`,
  known: 'Ese canal ya está en la lista.',
  nothingIn: (name) => `No hay canales en ${name}.`,
  took: (name, count) =>
    counted(count, { one: '# canal de {}.', other: '# canales de {}.' }).replace('{}', () => name),
  missing: (detail) => `No se puede hacer: ${detail}`,
};
