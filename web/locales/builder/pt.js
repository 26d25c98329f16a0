/** Every word of the builder, in Portuguese. */
import { countsIn } from '../counts.js';

const { counted } = countsIn('pt');

/** @type {import('./en.js').BuilderWords} */
export const words = {
  language: 'pt',
  direction: 'ltr',
  title: 'Montar um planeta',
  lead: 'Solte uma lista de feeds em qualquer lugar desta página: um arquivo OPML, um planet.json, o config.ini de um planeta antigo, uma tabela, um texto com endereços. Nada disso sai deste navegador.',
  file: 'Escolher um arquivo',
  address: 'Endereço de um blog ou de um feed',
  add: 'Adicionar',
  feeds: 'Feeds',
  noFeeds: 'Nenhum ainda.',
  remove: (name) => `Remover ${name}`,
  name: 'Nome',
  planetTitle: 'Título',
  proxy: 'Proxy',
  proxyHint:
    'A maioria dos feeds só pode ser lida pelas suas próprias páginas. Um proxy aberto, com {url} no endereço, os lê para esta prévia e para o seu planeta.',
  preview: 'Prévia',
  previewEmpty: 'Os posts aparecem aqui assim que houver um feed.',
  take: 'Para levar',
  oneFile: 'Uma página em um só arquivo',
  folder: 'Uma pasta para qualquer servidor (zip)',
  snippet: 'Para uma página sua',
  copy: 'Copiar',
  copied: 'Copiado',
  waiting: 'lendo…',
  posts: (count) => counted(count, { one: '# post', other: '# posts' }),
  searching: 'Procurando feeds…',
  unreachable: (address) =>
    `${address} não pode ser lido daqui. Escreva o endereço do feed ou indique abaixo um proxy aberto.`,
  none: (address) => `${address} não indica nenhum feed.`,
  known: 'Esse feed já está na lista.',
  nothingIn: (name) => `Não há feeds em ${name}.`,
  took: (name, count) =>
    counted(count, { one: '# feed de {}.', other: '# feeds de {}.' }).replace('{}', () => name),
  missing: (detail) => `Não foi possível: ${detail}`,
};
